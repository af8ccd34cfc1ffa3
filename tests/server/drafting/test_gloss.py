"""Beside a draft in another language stands a gloss in the staff's: the same moves and slots, and no fact more."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from amends.drafting import draft
from amends.drafting.composing import fields, sayable
from amends.playbook import english_names, languages, renamed, scenarios, wording
from amends.records import Contact, Drafted, Issue, IssueState, Kind, Person, Profile, Rating, Review

PROFILE = Profile(
    name="Halden & Roe",
    contact=Contact(email="help@halden.example"),
    staff=(Person(name="Mara"),),
    promise_hours=48,
    address="informal",
)
GERMAN = Review(
    text="Die App stürzt ab, sobald ich die Kamera öffne. Die Fotos von gestern sind auch weg.",
    author="Maren Vogt",
    rating=Rating(value=1),
)
ITALIAN = Review(
    text="L’app si chiude da sola ogni volta che apro le foto. Pessimo aggiornamento, non funziona più niente.",
    author="Giulia Rossi",
    rating=Rating(value=1),
)
FIXED = Issue(id="7", title="Foto weg", state="released", fixed_in="4.2", released_on="2026-11-12")
PAIRS = list(itertools.permutations(languages(), 2))


def drafted(review: Review, *reads: str, **more: Any) -> Drafted:
    return draft(review, profile=more.pop("profile", PROFILE), reads=reads, **more)


def test_the_draft_is_in_the_reviewers_language_and_the_gloss_in_the_staffs() -> None:
    for one in drafted(GERMAN, "nl-BE").suggestions:
        assert one.language == "de"
        assert one.gloss is not None
        assert one.gloss.language == "nl"
        assert one.gloss.text.count("\n\n") == one.text.count("\n\n")


def test_what_the_staff_read_needs_no_gloss() -> None:
    assert {one.gloss for one in drafted(GERMAN, "de-AT").suggestions} == {None}


def test_the_first_language_that_we_write_counts_then_the_profiles_then_english() -> None:
    spoken = {
        reads: {one.gloss.language for one in drafted(GERMAN, *reads, profile=profile).suggestions if one.gloss}
        for reads, profile in (
            (("it", "fr"), PROFILE),
            (("it",), PROFILE.model_copy(update={"language": "es"})),
            ((), PROFILE),
        )
    }
    assert spoken == {("it", "fr"): {"fr"}, ("it",): {"es"}, (): {"en"}}


def test_where_we_cannot_write_the_reviews_language_the_draft_is_in_the_staffs_and_says_so() -> None:
    told = drafted(ITALIAN, "nl")
    assert told.missing_language == "it"
    assert {(one.language, one.gloss) for one in told.suggestions} == {("nl", None)}
    assert drafted(GERMAN, "nl").missing_language is None


def test_a_language_somebody_asks_for_counts_more_than_the_reviews() -> None:
    told = drafted(GERMAN, "en", language="fr").suggestions
    assert {(one.language, one.gloss and one.gloss.language) for one in told} == {("fr", "en")}


def test_a_gloss_writes_dates_spans_and_things_as_its_own_language_does() -> None:
    told = drafted(GERMAN, "en", issue=FIXED).suggestions
    glosses = [one.gloss.text for one in told if one.gloss]
    assert len(glosses) == len(told)
    assert all("4.2" in gloss and "12 November 2026" in gloss for gloss in glosses)
    ours = [re.sub("“.*?”", "", gloss) for gloss in glosses]
    assert not any(name in gloss for gloss in ours for name in ("die Abstürze", "die Kamera", "die Fotos"))


@pytest.mark.parametrize("language", languages())
def test_every_number_in_a_gloss_is_in_its_draft(language: str) -> None:
    for review, issue in ((GERMAN, FIXED), (GERMAN, None)):
        for one in drafted(review, language, issue=issue).suggestions:
            told = set(re.findall(r"\d+", one.gloss.text if one.gloss else ""))
            assert told <= set(re.findall(r"\d+", one.text))


def _sets(plan: str) -> Iterator[tuple[str, ...]]:
    """The sets of sentences that are looked for, for every state, kind and address."""
    for narrow in (*get_args(IssueState), *get_args(Kind)):
        keys = (f"{plan}.{narrow}", plan, "any")
        yield keys
        for address in ("formal", "informal"):
            yield tuple(name for key in keys for name in (f"{key}.{address}", key))


def _says_no_more(theirs: str, sentence: str, said: dict[str, str]) -> bool:
    return fields(sentence) <= said.keys() and sayable(sentence, said, wording(theirs))


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_every_sentence_has_one_in_every_language_that_says_no_more(ours: str, theirs: str) -> None:
    for plan in scenarios().values():
        for move, keys in itertools.product(plan.moves, _sets(plan.id)):
            found = wording(theirs).variants(move.id, keys)
            for sentence in wording(ours).variants(move.id, keys):
                said = dict.fromkeys(fields(sentence), "")
                if not sayable(sentence, said, wording(ours)):
                    said["signer"] = ""
                assert any(_says_no_more(theirs, one, said) for one in found), (
                    f"languages/{theirs}/wording.toml: {move.id!r} needs a sentence with no slot but {sorted(said)},"
                    f" as the gloss of {sentence!r}"
                )


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_every_name_of_a_thing_has_its_english(language: str) -> None:
    ours, known = wording(language).concerns.keys(), english_names(language)
    assert ours == known.keys(), f"languages/{language}/english.toml and [concerns] differ in {set(ours) ^ set(known)}"
    assert all(renamed(name, language, "en") for name in ours)
    english = [one for names in known.values() for one in names]
    assert len(english) == len(set(english)), f"languages/{language}/english.toml says one English name twice"


def test_things_are_renamed_by_way_of_english() -> None:
    assert renamed("die Fotos", "de", "fr") == "les photos"
    assert renamed("the bug", "en", "nl") == "de fout"
    assert renamed("the alarm", "en", "de") is None
