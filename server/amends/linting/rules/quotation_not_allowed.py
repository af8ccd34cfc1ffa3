"""No pieces of the review where the platform wants none repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.banned import Span, ban, where_banned
from amends.linting.context import Context
from amends.linting.rule import Example, Rule
from amends.records import Review

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{3,200})[\"“”„«»]")
_SPACE = re.compile(r"\W+")


def _places(context: Context) -> Iterable[Span]:
    review = _plain(context.review_text.folded)
    return (found.span() for found in _QUOTED.finditer(context.draft.raw) if _plain(found[1].lower()) in review)


def _plain(words: str) -> str:
    return f" {_SPACE.sub(' ', words).strip()} "


_LIFT = Review(text="The room faced the road and the lift was out of order.")

RULE = Rule(
    id="quotation-not-allowed",
    severity="error",
    message="Say it in your own words: this platform takes no pieces of the review in replies.",
    label="No quotation where the platform takes none",
    group="safe",
    why="A reply that repeats the review's words is refused or taken down here.",
    needs=frozenset({"review"}),
    applies=where_banned("quotation"),
    check=ban("quotation", _places),
    bad=(Example("Thank you. You wrote “the lift was out of order”. Jo", review=_LIFT, platform="tripadvisor"),),
    good=(
        Example(
            "Thank you. I'm sorry about the lift; it runs again since Monday. Please ask for me at the desk. Jo",
            review=_LIFT,
            platform="tripadvisor",
        ),
    ),
)
