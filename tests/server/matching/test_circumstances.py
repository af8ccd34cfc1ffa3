"""Versions, dates, products, and what the team said before, move a match the way a person would."""

from __future__ import annotations

from typing import Any

import pytest

from amends.matching import Learnt, rank
from amends.matching.circumstances import parts
from amends.records import Issue, Review

TEXT = "Export to PDF hangs on large books"


def score(text: str = TEXT, learnt: Learnt | None = None, *, issue: dict[str, Any], **review: Any) -> float:
    tracker = [Issue(id="pdf", title="Export to PDF hangs", **issue), Issue(id="login", title="Login fails")]
    found = rank(Review(text=text, **review), tracker, min_score=0, learnt=learnt or Learnt())
    return next(match.score for match in found if match.issue == "pdf")


@pytest.mark.parametrize(
    ("issue", "better", "worse"),
    [
        ({"fixed_in": "4.10"}, {"product_version": "4.9.1"}, {"product_version": "4.10.0"}),
        ({"opened_on": "2026-05-01"}, {"posted_at": "2026-04-20"}, {"posted_at": "2024-04-20"}),
        ({"released_on": "2026-05-01"}, {"posted_at": "2026-04-20"}, {"posted_at": "2026-06-20T10:00:00Z"}),
        ({"product": "Quire"}, {"product": "quire"}, {"product": "Folio"}),
        ({"product": "Quire for Android"}, {"product": "Quire"}, {"product": "Folio"}),
    ],
)
def test_a_circumstance_that_speaks_against_an_issue_puts_it_down(
    issue: dict[str, Any], better: dict[str, Any], worse: dict[str, Any]
) -> None:
    assert score(issue=issue, **better) > score(issue=issue, **worse)


def test_a_fix_that_did_not_hold_speaks_against_nothing() -> None:
    regressed = {"fixed_in": "4.1", "state": "regressed"}
    assert score(issue=regressed, product_version="4.2") == score(issue={}, product_version="4.2")


def test_the_reason_names_the_version() -> None:
    tracker = [Issue(id="pdf", title=TEXT, fixed_in="2.0")]
    [match] = rank(Review(text=TEXT, product_version="1.9"), tracker, min_score=0)
    assert "written on version 1.9, fixed in 2.0" in match.why


def test_versions_compare_by_their_numbers() -> None:
    assert parts("v4.10.0-beta") > parts("4.9.12")
    assert parts("4.10") == parts("4.10.0")
    assert parts("next") == ()


def test_the_words_of_a_confirmed_review_find_the_issue_again() -> None:
    said = "The spinner never goes away once I press save as document"
    confirmed = Learnt(confirmed={"pdf": ("When I press save as document there is a spinner for ever",)})
    assert score(said, confirmed, issue={}) > score(said, issue={}) + 0.1


def test_what_was_rejected_is_put_down_and_other_words_are_not() -> None:
    rejected = Learnt(rejected={"pdf": (TEXT,)})
    assert score(learnt=rejected, issue={}) < 0.2 < score(issue={})
    other = "PDF export never ends"
    assert score(other, rejected, issue={}) > score(learnt=rejected, issue={})


def test_an_issue_that_changes_is_read_anew() -> None:
    review = Review(text="The kettle whistles at night")
    before = rank(review, [Issue(id="1", title="Login fails")], min_score=0)[0].score
    after = rank(review, [Issue(id="1", title="Login fails", aliases=("kettle whistles",))], min_score=0)[0].score
    assert after > before + 0.2


def test_the_score_of_a_pair_hardly_depends_on_the_size_of_the_tracker() -> None:
    things = ("kettle", "calendar", "invoice", "lamp", "parcel", "zip", "widget", "photo")
    faults = ("is late", "breaks", "is missing", "turns black", "is charged twice", "cannot be found")
    others = [Issue(id=f"{a}{b}", title=f"The {a} {b}") for a in things for b in faults]
    pdf = Issue(id="pdf", title="Export to PDF hangs")
    small, large = (
        {m.issue: m.score for m in rank(Review(text=TEXT), t, min_score=0, top=99)} for t in ([pdf], [*others, pdf])
    )
    assert abs(small["pdf"] - large["pdf"]) < 0.15
