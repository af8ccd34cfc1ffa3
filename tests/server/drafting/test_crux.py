"""A suggestion takes up what a customer says went wrong, in a whole clause or by a safe name, and nothing beside it."""

from __future__ import annotations

import re

import pytest

from amends.drafting import draft
from amends.playbook import languages, lexicon, wording
from amends.records import Contact, Person, Profile, Rating, Review

PROFILE = Profile(
    name="Quire", contact=Contact(email="help@quire.example"), staff=(Person(name="Jo Berg"),), promise_hours=24
)
LONGEST = 60
"""Words of a first suggestion."""


def first(text: str, stars: int = 1, language: str = "en", profile: Profile | None = PROFILE) -> str:
    review = Review(text=text, author="Mia", rating=Rating(value=stars), language=language)
    return draft(review, platform="google-play", profile=profile).suggestions[0].text


def quoted(text: str, stars: int = 1, language: str = "en") -> str:
    found = re.search("[“„«]\\s?(.*?)\\s?[”“»]", first(text, stars, language))
    return found.group(1) if found else ""


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("I hope you read this. The export hangs on every large book. It is a serious flaw.", "The export hangs"),
        ("Not sure what happened, but my bookmarks are all gone since Tuesday.", "my bookmarks are all gone"),
        ("Used to be lovely. Now the alarm doesn't ring at night. Terrible.", "the alarm doesn't ring"),
        ("Your reply came too late. The camera freezes in the dark.", "The camera freezes in the dark"),
        ("Honestly the worst. The chat won't load in the train.", "The chat won't load in the train"),
    ],
)
def test_what_went_wrong_is_repeated_and_no_verdict_or_aside(text: str, repeated: str) -> None:
    assert repeated.lower() in quoted(text).lower()


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("I wrote to you twice, through the chat the export did not work, on either of my tablets", "through"),
        ("The printer only prints if I stand beside it the whole afternoon and hold the lid and pray", "only prints“"),
        ("The toolbar is crowded, small, difficult to press, and it hides the clock.", "difficult to press"),
        ("They start it from a link, e.g. a mail, and the page fails to load.", "from e"),
    ],
)
def test_no_half_of_a_clause_is_repeated(text: str, half: str) -> None:
    assert half not in f"{quoted(text)}“"


def test_a_clause_comes_with_when_it_happens() -> None:
    assert quoted("The screen freezes when I turn the tablet.") == "The screen freezes when I turn the tablet"
    assert quoted("Since the update I can't save a drawing.") == "Since the update I can't save a drawing"


@pytest.mark.parametrize(
    ("text", "not_named"),
    [
        ("I have to restart it in order for the tracks to show up", "the order"),
        (
            "I do love the maps! But the notifications arrive hours late or on another day than they were sent",
            "the map",
        ),
        ("Daily screen time limits go wrong", "the screen and"),
    ],
)
def test_what_is_praised_or_only_sounds_like_a_thing_is_not_named(text: str, not_named: str) -> None:
    assert not_named not in first(text)


@pytest.mark.parametrize("text", ["So good I like this", "love"])
def test_kind_words_under_a_poor_rating_are_taken_as_both(text: str) -> None:
    told = first(text)
    assert re.search("missing|better|not right", told)
    assert re.search("(?i)kind|like your words", told)


def test_praise_that_names_nothing_is_thanked_for_in_a_few_words() -> None:
    for text in ("Awesome I love this app", "Are you listening!", "Best ever, had it with me on every trip all summer"):
        assert not quoted(text, 5) or "Best ever" in quoted(text, 5)
        assert len(first(text, 5).split()) <= 30


def test_a_title_that_names_a_thing_tells_what_it_is_about() -> None:
    review = Review(title="Ads ads ads", text="Every three photos there is one, in my face.", rating=Rating(value=1))
    assert "the ads" in draft(review, platform="google-play", profile=PROFILE).suggestions[0].text


def test_a_wish_in_praise_is_not_praised() -> None:
    assert "donkere modus" not in first("Fijne app, alleen zou een donkere modus handig zijn.", 4, "nl")


def test_a_wish_beside_praise_is_repeated_and_not_the_praise() -> None:
    text = "I love the maps. I wish I could print them in colour, though. I love it all."
    assert quoted(text, 4) == "I wish I could print them in colour"


CRASHES = {
    "en": "It crashes whenever I open a photo.",
    "de": "Die App stürzt beim Öffnen eines Fotos ständig ab.",
    "nl": "De app loopt vast zodra ik een foto open.",
    "fr": "L'application plante dès que j'ouvre une photo.",
    "es": "La aplicación se cierra cuando abro una foto.",
}


@pytest.mark.parametrize("language", languages())
def test_a_first_suggestion_is_short_claims_no_work_and_asks_one_thing_at_most(language: str) -> None:
    told = first(CRASHES[language], language=language)
    assert len(told.split()) <= LONGEST
    assert told.count("?") <= 1
    assert "help@quire.example" in told
    assert quoted(CRASHES[language], language=language) or "!" not in told
    claims = "We are looking|I am looking|Wir suchen jetzt|We zoeken nu|Nous cherchons la|Estamos buscando"
    assert not re.search(claims, told)


@pytest.mark.parametrize("language", languages())
def test_without_a_way_to_reach_us_a_question_is_asked(language: str) -> None:
    assert "?" in first(CRASHES[language], language=language, profile=None)


@pytest.mark.parametrize("language", languages())
def test_every_language_can_tell_a_whole_clause_and_a_fact(language: str) -> None:
    for name in ("subjects", "hanging_joints", "leads", "ties", "fronts", "asides", "inability", "idioms", "verdicts"):
        assert lexicon(language).words(name), f"languages/{language}/lexicon.toml: add a list {name!r}"
    assert set(wording(language).words["vague"]) <= set(wording(language).concerns)
