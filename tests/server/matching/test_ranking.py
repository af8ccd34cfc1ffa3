"""Issues that share telling words with a review come first; those that share none do not come."""

from __future__ import annotations

import pytest

from amends.matching import rank
from amends.records import Issue, Review

ISSUES = [
    Issue(id="pdf", title="Export to PDF hangs on large books", aliases=("saving as pdf never ends",), product="Quire"),
    Issue(id="login", title="Login fails with a passkey", symptom="The passkey prompt closes and nothing happens."),
    Issue(id="dark", title="Dark mode turns the toolbar white", product="Quire"),
]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("When I export a large book to PDF it hangs for ever", "pdf"),
        ("Saving as PDF never ends", "pdf"),
        ("Passkey prompt closes at once, so I cannot get in", "login"),
        ("The toolbar is white in dark mode!", "dark"),
    ],
)
def test_the_issue_that_is_told_comes_first(text: str, first: str) -> None:
    best = rank(Review(text=text), ISSUES)[0]
    assert best.issue == first
    assert best.why
    assert 0 <= best.score <= 1


@pytest.mark.parametrize(
    "text", ["Lovely colours, arrived on time", "", "👍", "Terrible. Never again.", "It does not work"]
)
def test_nothing_is_proposed_where_nothing_fits(text: str) -> None:
    assert rank(Review(text=text), ISSUES) == []


def test_the_reason_names_the_shared_words() -> None:
    assert "toolbar" in rank(Review(text="White toolbar in dark mode"), ISSUES)[0].why[0]


def test_another_product_is_no_match() -> None:
    review = Review(text="Export to PDF hangs on large books", product="Folio")
    assert "pdf" not in [match.issue for match in rank(review, ISSUES)]


def test_a_score_of_zero_and_top_are_respected() -> None:
    assert len(rank(Review(text="dark export passkey"), ISSUES, top=2, min_score=0)) == 2
    assert rank(Review(text="dark export passkey"), [], min_score=0) == []
