"""Every row of the playbook says what carries it, and what works is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from amends.cli import COMMANDS
from amends.linting import rules
from amends.playbook import PlaybookRow, rows, scenarios, source_title

ENDPOINTS = {
    "POST /reviews:observe", "POST /suggestions", "POST /lint", "POST /replies", "GET /followups",
    "GET /issues", "GET /health", "PATCH /cases/{id}", "GET /training",
    "GET /patterns",
}  # fmt: skip
COUNTS = {"S0": 7, "S1": 20, "S2": 8, "S3": 10, "S4": 40}
KNOWN = {
    "rule": {rule.id for rule in rules()},
    "scenario": set(scenarios()),
    "move": {move.id for plan in scenarios().values() for move in plan.moves},
    "command": set(COMMANDS),
    "endpoint": ENDPOINTS,
}

WORDING = {"rule", "move", "scenario"}
_ROW = re.compile(r"\| (?P<id>S\d[\w.]*) \| .* \| (?P<by>.*) \|$")
_WORDED = re.compile(r"\b(lint|draft\b(?!,)|scenario `)")
"""What a row says of itself when rules or suggestions carry it; "review, draft, findings" describe a training set."""


def test_every_source_has_all_its_rows() -> None:
    found = {source: sum(row.id.startswith(source) for row in rows()) for source in COUNTS}
    assert found == COUNTS


def test_ids_are_unique() -> None:
    ids = [row.id for row in rows()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_what_carries_a_row_exists(row: PlaybookRow) -> None:
    for carrier in row.carried_by:
        kind, _, name = carrier.partition(":")
        assert kind in KNOWN, f"{row.id}: write carried_by as one of {sorted(KNOWN)} and a name, not {carrier!r}"
        assert name in KNOWN[kind], f"{row.id} says {carrier!r} carries it: there is no such {kind}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_a_row_is_a_short_sentence_from_a_named_article(row: PlaybookRow) -> None:
    assert row.asks.endswith(".")
    assert len(row.asks) <= 140
    assert source_title(row.id)


def test_what_a_scenario_or_rule_cites_is_a_row() -> None:
    ids = {row.id for row in rows()}
    cited = {source for plan in scenarios().values() for source in plan.sources}
    cited |= {source for rule in rules() for source in rule.source}
    assert not cited - ids, f"no such rows: {sorted(cited - ids)}"


def test_what_the_playbook_has_linted_or_drafted_works(captured: Callable[[str], Path]) -> None:
    carried = {row.id: row.status == "works" and {by.partition(":")[0] for by in row.carried_by} for row in rows()}
    asked = [match for match in map(_ROW.match, captured("playbook.md").read_text("utf-8").splitlines()) if match]
    assert len(asked) == sum(COUNTS.values())
    missing = [row["id"] for row in asked if _WORDED.search(row["by"]) and not (carried[row["id"]] or set()) & WORDING]
    assert not missing, f"a rule, a move or a scenario is to carry {missing}: write it, and name it in rows/*.toml"


def test_every_row_of_rules_and_suggestions_works() -> None:
    missing = [row.id for row in rows() if row.capability in ("lint", "draft") and row.status != "works"]
    assert not missing, f"a rule, a move or a scenario is to carry {missing}: write it, and name it in rows/*.toml"


def test_a_working_row_names_what_carries_it() -> None:
    with pytest.raises(ValueError, match=re.escape("name in carried_by what carries it")):
        PlaybookRow(id="S9.1", asks="x.", capability="lint", status="works")
