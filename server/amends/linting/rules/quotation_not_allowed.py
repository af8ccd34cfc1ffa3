"""No pieces of the review where the platform wants none repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule, told_by
from amends.records import Review

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{3,200})[\"“”„«»]")
_SPACE = re.compile(r"\W+")


def _applies(context: Context) -> bool:
    return context.platform.quotation is not None and not context.platform.quotation.value


def _check(context: Context) -> Iterable[Hit]:
    fact = context.platform.quotation
    review = _plain(context.review_text.folded)
    for match in _QUOTED.finditer(context.draft.raw):
        if _plain(match[1].lower()) in review:
            yield Hit(*match.span(), **told_by(fact, context))


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
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. You wrote “the lift was out of order”. Jo", review=_LIFT, platform="tripadvisor"),),
    good=(
        Example(
            "Thank you. I'm sorry about the lift; it runs again since Monday. Please ask for me at the desk. Jo",
            review=_LIFT,
            platform="tripadvisor",
        ),
    ),
)
