"""Take up the problem the customer has, and no other."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.themes import kin_of, themes
from amends.records import Rating, Review

_ID = "answers-another-problem"


def _applies(context: Context) -> bool:
    return context.same_language and context.complaint and bool(_theirs(context))


def _theirs(context: Context) -> frozenset[int]:
    return kin_of(context.review_text.raw, context.language)


def _check(context: Context) -> Iterable[Hit]:
    spoken_of = themes(context.review_text.raw, context.language)
    for found in context.found(_ID, "object"):
        named = kin_of(found[0], context.language)
        if named and not themes(found[0], context.language) & spoken_of:
            yield Hit(*found.span())


_LATE = Review(text="The parcel came nine days late and the courier was rude.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="The review speaks of something else: take up what the customer wrote.",
    label="Takes up the customer's own problem",
    group="acknowledge",
    why="An answer to another problem is worse than none: it shows a reply pulled from a drawer.",
    source=("S3.7", "S4.3.2", "S4.1.2"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. I'm sorry that the app crashes on start. Please write to us today. Jo", review=_LATE),),
    good=(
        Example(
            "Thank you. I'm sorry the parcel came so late. Please write to us and I look at it today. Jo", review=_LATE
        ),
    ),
)
