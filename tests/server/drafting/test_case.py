"""What a case says decides over moves: an offer without its amount, an end, a correction somebody checked."""

from __future__ import annotations

import pytest

from amends.drafting import draft
from amends.playbook import languages, scenarios, wording
from amends.records import Case, Contact, Person, Profile, Rating, Reply, Review, Scenario

PROFILE = Profile(
    name="Lantern Lane", contact=Contact(email="help@lantern.example"), staff=(Person(name="Ida"),), promise_hours=48
)
LATE = Review(
    text="The lamp came nine days late and the shade was torn. Nobody answered my two mails.",
    author="Noor", rating=Rating(value=1), reply=Reply(text="Hello Noor, please write to us. Ida"),
)  # fmt: skip
OPENED = "2026-03-02T09:00:00Z"


def case(**told: str) -> Case:
    return Case.model_validate({"id": "r1", "opened_at": OPENED, **told})


def moves(case: Case | None, scenario: Scenario, language: str | None = None) -> tuple[str, ...]:
    drafted = draft(LATE, profile=PROFILE, scenario=scenario, case=case, language=language)
    assert drafted.suggestions, drafted.why_not
    return drafted.suggestions[0].moves


@pytest.mark.parametrize("language", languages())
def test_that_something_is_offered_is_said_and_never_what(language: str) -> None:
    drafted = draft(
        LATE, profile=PROFILE, scenario="valid-complaint", language=language, case=case(restitution="25 euros back")
    )
    assert drafted.suggestions
    for one in drafted.suggestions:
        assert "restitution" in one.moves
        assert "25" not in one.text


def test_nothing_is_offered_where_the_case_says_nothing() -> None:
    assert "restitution" not in moves(None, "valid-complaint")
    assert "restitution" not in moves(case(), "valid-complaint")


@pytest.mark.parametrize("language", languages())
def test_when_everything_was_tried_it_is_said_kindly_and_not_how(language: str) -> None:
    told = case(outcome="closed_unresolved", tried="Two replacements and a visit")
    drafted = draft(LATE, profile=PROFILE, scenario="persistent", case=told, language=language)
    assert drafted.suggestions
    for one in drafted.suggestions:
        assert "close" in one.moves
        assert not {"private", "offline", "timeline"} & set(one.moves)
        assert "replacement" not in one.text


@pytest.mark.parametrize("language", languages())
def test_a_correction_is_repeated_once_somebody_checked_it(language: str) -> None:
    sentence = "Lamps of this kind were never sold by us."
    unchecked = moves(case(correction=sentence), "false-claim", language)
    assert "correct" in unchecked
    assert "set-right" not in unchecked
    drafted = draft(
        LATE,
        profile=PROFILE,
        scenario="false-claim",
        case=case(correction=sentence, verified_by="Jo"),
        language=language,
    )
    assert sentence in drafted.suggestions[0].text


def test_moves_only_for_a_mark_are_said_nowhere_else() -> None:
    for plan in scenarios().values():
        only = {move.id for move in plan.moves if move.only}
        assert not only & {move.id for move in plan.beside(frozenset()).moves}
        assert all(wording("en").variants(move, (plan.id, "any")) for move in only)
