"""Whoever words suggestions: what they give is held by the rules, and by what the team wrote before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amends.drafting.drafter import Composed, Drafter
from amends.drafting.selection import Held, chosen_of
from amends.playbook import Platform, platform
from amends.records import Rating, Review

REVIEW = Review(text="The export hangs on every large book, and I lose an hour each time.", rating=Rating(value=1))
GOOD = (
    "Thank you for telling us about the export. I am sorry that it cost you an hour each time. We are looking for the"
    " cause now, and you have an answer from us within two days. Please tell us which book it was.\n\nJo Berg"
)


@dataclass(frozen=True)
class Speaker:
    """A drafter that says what it was told to."""

    texts: tuple[str, ...]

    def made(self, index: int, brevity: int, platform: Platform) -> Sequence[Composed]:
        return [Composed(text, ("model",)) for text in self.texts]


def shown(*drafters: Drafter, recent: tuple[str, ...] = ()) -> list[str]:
    held = Held(review=REVIEW, issue=None, platform="sample", profile=None, recent=recent)
    return [made.text for made, _linted in chosen_of(drafters, held, platform("sample"), 1, held.others())]


def test_a_text_that_breaks_a_rule_is_not_shown_whoever_worded_it() -> None:
    careless = Speaker(
        ("You are a liar.", "Thank you for the love! We gave you a refund of $50 to your card 4111.", "")
    )
    assert shown(careless) == []
    assert shown(Speaker((*careless.texts, GOOD))) == [GOOD]


def test_what_one_has_nothing_for_the_next_is_asked() -> None:
    assert shown(Speaker(()), Speaker((GOOD,))) == [GOOD]


def test_what_was_said_lately_is_not_said_again() -> None:
    assert shown(Speaker((GOOD, GOOD.replace("two days", "three days"))), recent=(GOOD,)) == []
