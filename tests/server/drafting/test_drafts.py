"""Drafts say only what is known, fit the platform, pass the rules, and differ from one another."""

from __future__ import annotations

import itertools
import re
from typing import Any, get_args

import pytest

from amends.drafting import draft
from amends.drafting.names import first_name
from amends.linting import lint
from amends.linting.length import length_on
from amends.playbook import lexicon, platform, platforms, scenarios
from amends.records import Contact, Drafted, Issue, Person, Profile, Rating, Review, Scenario

PROFILE = Profile(
    name="Quire Books",
    contact=Contact(email="help@quire.example", phone="+31 30 555 01 23", url="https://quire.example/contact"),
    staff=(Person(name="Jo Berg", role="support"), Person(name="Ada Lind")),
    promise_hours=48,
)
ISSUE = Issue.model_validate(
    {
        "id": "i1",
        "title": "Export to PDF hangs on large books",
        "state": "released",
        "fixed_in": "2.4",
        "released_on": "2026-11-02",
        "how_to_get": "Update in the app store.",
        "fix_url": "https://quire.example/fixes/pdf",
    }
)
BUG = Review(text="The export hangs on every large book. Very annoying.", author="Maria K.", rating=Rating(value=2))
LATE = Review(
    text="The delivery was three weeks late and the lid was cracked. Call me on 06 12345678 or mia@home.example!",
    author="Mia Jones",
    rating=Rating(value=1),
)
PLATFORMS = ["", *(known.id for known in platforms())]


def texts(drafted: Drafted) -> list[str]:
    return [suggestion.text for suggestion in drafted.suggestions]


@pytest.mark.parametrize("where", PLATFORMS)
@pytest.mark.parametrize("profile", [PROFILE, None], ids=["profile", "no profile"])
@pytest.mark.parametrize("scenario", [id_ for id_, plan in scenarios().items() if plan.moves])
def test_every_scenario_is_answered_within_the_limit_and_the_rules(
    scenario: Scenario, profile: Profile | None, where: str
) -> None:
    drafted = draft(BUG, issue=ISSUE, platform=where or None, profile=profile, scenario=scenario)
    assert len(drafted.suggestions) == 3, drafted.why_not
    for suggestion in drafted.suggestions:
        linted = lint(suggestion.text, review=BUG, issue=ISSUE, platform=where or None, profile=profile)
        assert [f for f in linted.findings if f.severity != "advice"] == []
        length = length_on(suggestion.text, platform(where))
        assert suggestion.length == length
        assert length.limit is None or length.used <= length.limit
        assert not re.search(r"[{}]|\s{3}| \.", suggestion.text)
        assert suggestion.text.rstrip()[-1] in ".?!”" or profile or "https://" in suggestion.text


def test_what_is_fixed_names_version_and_day_and_thanks() -> None:
    for text in texts(draft(BUG, issue=ISSUE, platform="sample", profile=PROFILE)):
        assert "2.4" in text
        assert "2 November 2026" in text
        assert re.search("thank", text, re.IGNORECASE)
        assert "Update in the app store." in text


def test_the_fix_page_is_named_only_where_links_are_known_to_be_allowed() -> None:
    assert "quire.example/fixes" in texts(draft(BUG, issue=ISSUE, platform="sample", profile=PROFILE))[0]
    for where in ("trustpilot", "ebay", None, "corner-shop"):
        assert "https://" not in " ".join(texts(draft(BUG, issue=ISSUE, platform=where, profile=PROFILE)))


def test_contact_and_name_come_from_the_profile_alone() -> None:
    with_profile = texts(draft(LATE, profile=PROFILE))
    assert all(
        "help@quire.example" in text and text.endswith(("Jo Berg, Quire Books", "Jo Berg")) for text in with_profile
    )
    without = " ".join(texts(draft(LATE)))
    assert "@" not in without
    assert not re.search(r"\b(I|me|my)\b", re.sub("“.*?”", "", without)), "nobody signs, so nobody says I"


def test_contact_is_left_out_where_the_platform_forbids_it() -> None:
    assert "@" not in " ".join(texts(draft(LATE, platform="tripadvisor", profile=PROFILE)))


def test_a_platform_that_bans_names_and_quotations_gets_neither() -> None:
    joined = " ".join(texts(draft(LATE, platform="tripadvisor", profile=PROFILE)))
    assert "Mia" not in joined
    assert not re.search(r"“[^”]* [^”]*”", joined)


def test_nothing_personal_of_the_reviewer_is_repeated() -> None:
    joined = " ".join(texts(draft(LATE, profile=PROFILE, count=10)))
    assert "Mia" in joined
    for secret in ("Jones", "12345678", "home.example", "06 1"):
        assert secret not in joined


def test_unknown_facts_leave_their_sentences_out() -> None:
    bare = Issue(id="i1", title="Export hangs", state="released")
    for text in texts(draft(BUG, issue=bare, profile=PROFILE)):
        assert not re.search(r"version|20\d\d|None", text)


@pytest.mark.parametrize("review", [BUG, LATE, Review(text="Lovely puzzles, friendly staff!", rating=Rating(value=5))])
def test_suggestions_differ_and_are_the_same_every_time(review: Review) -> None:
    drafted = draft(review, profile=PROFILE)
    assert drafted == draft(review, profile=PROFILE)
    for one, other in itertools.combinations(texts(drafted), 2):
        mine, theirs = (set(re.split(r"(?<=[.?!])\s", text)) for text in (one, other))
        assert len(mine & theirs) <= 0.5 * min(len(mine), len(theirs))


def test_a_reply_unlike_the_recent_ones_is_made_for_each_of_many_reporters() -> None:
    recent: list[str] = []
    for number in range(20):
        review = Review(text=f"Export hangs on my {'very ' * number}large book", author="Maria", rating=Rating(value=2))
        drafted = draft(review, issue=ISSUE, platform="sample", profile=PROFILE, recent=recent, count=1)
        assert drafted.suggestions[0].text not in recent
        recent.insert(0, drafted.suggestions[0].text)


@pytest.mark.parametrize(("text", "scenario"), [("Idiots, all of you", "troll"), ("I will sue you", "hold")])
def test_silence_is_explained(text: str, scenario: str) -> None:
    drafted = draft(Review(text=text, author="Ada", rating=Rating(value=1)), profile=PROFILE)
    assert (drafted.scenario, drafted.suggestions) == (scenario, ())
    assert drafted.why_not


def test_an_impossible_limit_is_said_not_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = platform("sample").model_copy(update={"limit": platform("sample").limit.model_copy(update={"value": 20})})  # type: ignore[union-attr]
    monkeypatch.setattr("amends.drafting.platform_by_id", lambda _id: tiny)
    drafted = draft(BUG, profile=PROFILE)
    assert drafted.suggestions == ()
    assert drafted.why_not


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Maria K.", "Maria"),
        ("SARAH JONES", "Sarah"),
        ("Jean-Luc P", "Jean-Luc"),
        ("A Google user", None),
        ("xX_slayer_Xx", None),
        ("Mrs Smith", None),
        ("GamerDude99", None),
        ("J", None),
        ("", None),
        (None, None),
        ("\u202eairaM", None),
        ("Customer", None),
        ("<b>Bob</b>", None),
    ],
)
def test_a_first_name_is_used_where_it_is_plainly_one(author: str | None, name: str | None) -> None:
    assert first_name(author, lexicon("en")) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍",
        "\u202eevil\u202c crash",
        "{name} {0} crash %s",
        "<script>alert(1)</script> broken",
        "!" * 100_000,
        "crash " * 20_000,
    ],
    ids=lambda text: repr(text[:10]),
)
def test_hostile_reviews_get_plain_drafts(text: str) -> None:
    fields: dict[str, Any] = {"text": text, "author": text[:50], "rating": Rating(value=1)}
    for suggestion in draft(Review(**fields), platform="google-play", profile=PROFILE).suggestions:
        assert not re.search(r"[<>{}\u202a-\u202e\u2066-\u2069]|alert", suggestion.text)


def test_every_scenario_of_the_vocabulary_can_be_chosen() -> None:
    assert set(get_args(Scenario)) == set(scenarios())
