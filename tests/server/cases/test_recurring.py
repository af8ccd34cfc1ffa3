"""Problems that several reviews report are found among the latest, and followed by week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from amends.cases import recurring as room
from amends.cases.linking import link
from amends.cases.observing import observe
from amends.cases.recurring import recurring, weeks
from amends.records import Issue, Review
from amends.stores import open_store
from amends.stores.base import Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EXPORT = (
    "The export to PDF hangs at 99 percent every single time.",
    "PDF export hangs forever, it never gets past 99 percent.",
    "Exporting to PDF hangs. I waited an hour at 99 percent!",
)
LOGIN = ("I cannot log in since the update, it says wrong password.", "Login fails since the update: wrong password.")
PRAISE = ("Lovely app, I use it every day!", "Lovely app, use it every day.", "A lovely app for every day.")


@pytest.fixture
def store() -> Iterator[Store]:
    kept = open_store("memory:", role="server")
    yield kept
    kept.close()


def seen(store: Store, *texts: str, product: str = "Quire", day: str = "2026-02-23") -> list[str]:
    reviews = [
        Review(text=text, platform="sample", external_id=f"{product}{text}", product=product, posted_at=day)
        for text in texts
    ]
    return [one.review.id for one in observe(store, reviews, NOW, lambda _severity: 24.0)]


def test_no_reviews_have_no_patterns(store: Store) -> None:
    assert recurring(store, 10) == []


def test_reviews_of_one_problem_are_found_together_and_praise_is_none(store: Store) -> None:
    export, login = seen(store, *EXPORT), seen(store, *LOGIN)
    seen(store, *PRAISE)
    found = recurring(store, 10)
    assert [{review.id for review in one.reviews} for one in found] == [set(export), set(login)]
    assert "PDF" in found[0].name
    assert any(found[0].name in text for text in EXPORT)
    assert [one.name for one in recurring(store, 1)] == [found[0].name]


def test_a_pattern_grows_as_reviews_arrive_and_keeps_its_id(store: Store) -> None:
    seen(store, *EXPORT[:2], day="2026-02-09")
    before = recurring(store, 10)[0]
    seen(store, EXPORT[2], day="2026-02-24")
    after = recurring(store, 10)[0]
    assert (before.id, len(before.reviews)) == (after.id, 2)
    assert [(week.starts_on, week.reviews) for week in after.weeks] == [
        ("2026-02-09", 2), ("2026-02-16", 0), ("2026-02-23", 1),
    ]  # fmt: skip
    assert after.reviews[0].text == EXPORT[2], "the newest first"


def test_the_same_words_about_two_products_are_two_problems(store: Store) -> None:
    seen(store, *EXPORT[:2])
    seen(store, *EXPORT[:2], product="Albums")
    assert sorted(one.product or "" for one in recurring(store, 10)) == ["Albums", "Quire"]


def test_a_pattern_says_which_issue_it_is_and_who_is_not_linked_yet(store: Store) -> None:
    ids = seen(store, *EXPORT)
    store.save(Issue(id="pdf", title="Export to PDF hangs"))
    link(store, "pdf", ids[0], NOW)
    (found,) = recurring(store, 10)
    assert found.issue is not None
    assert (found.issue.id, set(found.not_linked)) == ("pdf", set(ids[1:]))


def test_only_the_latest_reviews_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LATEST", 1)
    seen(store, *EXPORT)
    assert recurring(store, 10) == []


def test_nothing_is_grouped_anew_while_the_reviews_stay(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    seen(store, *EXPORT)
    first = recurring(store, 10)
    monkeypatch.setattr(room, "_grouped", lambda _reviews: pytest.fail("grouped again"))
    assert recurring(store, 10) == first


def test_weeks_run_from_the_first_to_the_last_and_half_a_year_at_most() -> None:
    assert weeks([]) == ()
    assert len(weeks(["2020-01-06", "2026-03-01"])) == room.WEEKS
    assert weeks(["2026-03-01T10:00:00Z"]) == (room.Week("2026-02-23", 1),)
