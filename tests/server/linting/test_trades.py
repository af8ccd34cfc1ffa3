"""In some trades rules are stricter, silent or reversed; drafts keep to that, and findings say where it was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from amends.cli import main
from amends.drafting import draft
from amends.linting import lint
from amends.records import Contact, Person, Profile, Rating, Review

BITTEN = Review(
    text="I waited two hours for my root canal and the dentist was rude. My tooth still hurts.",
    author="Maren Vogt",
    rating=Rating(value=1),
)
WARM = "Hello Maren, thank you. I'm sorry about the long wait for your root canal. Please call 020 7946 0018. Bo"
KIND = "Thank you. We are sorry. Please call us on 020 7946 0018. Bo"


def shop(trade: str | None) -> Profile:
    contact = Contact(phone="020 7946 0018")
    return Profile(name="Lindholm", contact=contact, staff=(Person(name="Bo"),), trade=trade)


def found(draft: str, trade: str | None, review: Review | None = None) -> dict[str, str]:
    return {one.rule: one.severity for one in lint(draft, profile=shop(trade), review=review).findings}


def test_a_sorry_is_asked_for_in_a_shop_and_taken_out_in_a_clinic() -> None:
    plain = "Thank you for writing. Please call us on 020 7946 0018. Bo"
    assert "no-sympathy" in found(plain, "lamps", BITTEN)
    assert found(plain, "dentist", BITTEN) == {}
    assert found(KIND, "dentist")["apology-in-public"] == "warning"
    assert "apology-in-public" not in found(KIND, None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Thank you for writing. We remember your visit in March and looked after you with care. Bo"),
        ("de", "Vielen Dank für Ihre Worte. An Ihren Termin im März erinnern wir uns gut. Bo"),
        ("nl", "Dank u wel voor uw bericht. Uw afspraak in maart herinneren we ons goed. Bo"),
        ("fr", "Merci pour votre message. Nous nous souvenons bien de votre rendez-vous de mars. Bo"),
        ("es", "Gracias por su mensaje. Recordamos bien su cita de marzo y lo que hablamos. Bo"),
    ],
)
def test_in_every_language_a_clinic_confirms_no_visit(language: str, said: str) -> None:
    assert found(said, "dentist").get("confirms-relationship") == "error", language
    assert "confirms-relationship" not in found(said, "hairdresser")


def test_health_is_a_warning_in_a_shop_and_an_error_in_a_clinic() -> None:
    said = "We are sorry about your diagnosis."
    assert (found(said, None)["health-data"], found(said, "clinic")["health-data"]) == ("warning", "error")


def test_a_finding_says_which_trade_made_it_and_where_that_was_read() -> None:
    one = next(one for one in lint(WARM, profile=shop("dentist")).findings if one.rule == "apology-in-public")
    assert one.trade is not None
    assert (one.trade.trade, one.trade.verified) == ("healthcare", False)
    assert one.trade.url.startswith("https://")


def test_a_rule_that_a_trade_silences_does_not_apply() -> None:
    items = {item.id: item.status for item in lint(WARM, profile=shop("dentist"), review=BITTEN).checklist}
    assert items["no-specifics"] == items["no-sympathy"] == "n/a"


@pytest.mark.parametrize("trade", ["dentist", "law firm", "bank", "games for kids", "clinic for children"])
def test_drafts_keep_to_the_rules_of_the_trade(trade: str) -> None:
    drafted = draft(BITTEN, profile=shop(trade))
    assert len(drafted.suggestions) == 3
    assert all(finding.severity == "advice" for one in drafted.suggestions for finding in one.findings)


@pytest.mark.parametrize("trade", ["dentist", "law firm"])
def test_a_discreet_trade_repeats_nothing_of_the_review(trade: str) -> None:
    for one in draft(BITTEN, profile=shop(trade)).suggestions:
        assert not any(word in one.text for word in ("Maren", "two hours", "root canal", "tooth", "wait"))


def rules(*arguments: str) -> str:
    done = CliRunner().invoke(main, ["rules", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_amends_rules_shows_them_as_a_trade_makes_them() -> None:
    assert "off     no-sympathy" in rules("--trade", "dental practice")
    assert "off     confirms-relationship" in rules()
    listed = {one["id"]: one for one in json.loads(rules("--trade", "healthcare", "--format", "json"))}
    assert listed["health-data"]["severity"] == "error"
    assert listed["health-data"]["trade"]["trade"] == "healthcare"
    assert listed["account-state"]["trades"] == {"finance": "error", "healthcare": "error", "legal": "error"}
    assert "In healthcare: off. Reversed" in rules("no-sympathy")


def test_amends_rules_says_which_trades_are_known() -> None:
    done = CliRunner().invoke(main, ["rules", "--trade", "lamps"])
    assert done.exit_code == 2
    assert "healthcare" in done.output


def test_amends_init_says_which_rules_change_and_is_silent_where_none_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AMENDS_SETTINGS", raising=False)
    told = {
        trade: CliRunner().invoke(main, ["init", "--trade", trade, "--out", f"{trade}.toml"]).output
        for trade in ("dentist", "lamps")
    }
    assert "Rules that change: confirms-relationship" in told["dentist"]
    assert "Rules that change" not in told["lamps"]
