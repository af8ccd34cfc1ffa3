"""Trades: free text is understood or stays unknown, and every change names a rule and a page that was read."""

from __future__ import annotations

import pytest

from amends.linting import rules
from amends.playbook import Trade, scenarios, trades, trades_of

MEANT = {
    "healthcare": (
        "healthcare", "Dental practice in Leeds", "Zahnarztpraxis", "huisarts", "Cabinet médical", "Clínica del pie",
    ),
    "legal": ("a small law firm", "Rechtsanwältin", "advocatenkantoor", "Cabinet d'avocats", "Abogados"),
    "finance": ("bank", "home loans", "Versicherungen", "hypotheken", "assurance auto", "seguros"),
    "children": ("games for kids", "Kinderspiele", "jouets en bois", "speelgoed"),
}  # fmt: skip
OTHER = (
    "photo albums and lamps", "kitchen tools", "hotel", "software for dentists", "a vet clinic", "power banks",
    "children's furniture", "river bank café", "barber", "", "💡", "x" * 100_000,
)  # fmt: skip


@pytest.mark.parametrize(("trade", "text"), [(trade, text) for trade, texts in MEANT.items() for text in texts])
def test_a_business_in_its_own_words_is_understood(trade: str, text: str) -> None:
    assert [one.id for one in trades_of(text)] == [trade]


@pytest.mark.parametrize("text", OTHER)
def test_what_is_not_known_stays_unknown(text: str) -> None:
    assert trades_of(text) == ()


def test_every_trade_is_tried_here() -> None:
    assert MEANT.keys() == {trade.id for trade in trades()}, "write down in MEANT what teams of each trade call it"


@pytest.mark.parametrize("trade", trades(), ids=lambda trade: trade.id)
def test_a_change_names_a_rule_and_changes_it(trade: Trade) -> None:
    known = {rule.id: rule for rule in rules()}
    for change in trade.changes:
        assert change.rule in known, f"trades/{trade.id}.toml: there is no rule {change.rule!r}"
        rule = known[change.rule]
        stands = "off" if rule.asleep else rule.severity
        assert change.becomes != stands, f"trades/{trade.id}.toml: {change.rule} is {stands} already"
    named = [change.rule for change in trade.changes]
    assert len(named) == len(set(named)), f"trades/{trade.id}.toml changes one rule twice"


@pytest.mark.parametrize("trade", trades(), ids=lambda trade: trade.id)
def test_a_move_left_out_is_a_move(trade: Trade) -> None:
    moves = {move.id for plan in scenarios().values() for move in plan.moves}
    assert set(trade.unsaid) <= moves, f"trades/{trade.id}.toml leaves out {set(trade.unsaid) - moves}"


def test_every_sleeping_rule_is_woken_by_a_trade() -> None:
    woken = {change.rule for trade in trades() for change in trade.changes if change.becomes != "off"}
    asleep = {rule.id for rule in rules() if rule.asleep}
    assert asleep <= woken, f"no trade wakes {asleep - woken}"
