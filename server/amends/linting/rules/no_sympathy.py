"""A reply to a complaint shows that somebody felt it."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Rating, Review

_ID = "no-sympathy"
_MIDDLING = 0.5


def _applies(context: Context) -> bool:
    rating = context.review.rating if context.review else None
    halfway = rating is not None and rating.share == _MIDDLING
    return context.complaint or (halfway and context.review_says(_ID, "grievance"))


def _check(context: Context) -> Iterable[Hit]:
    return () if context.apologises or context.says(_ID, "sympathy") else (Hit(),)


_TORN = Review(text="Two weeks and still no answer about my torn coat.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="Say in a few words that you see what it was like for the customer.",
    label="Feels with the customer",
    group="acknowledge",
    why="A repair without a human word reads like a ticket system; the word is what people remember.",
    source=("S2.2", "S0.6", "S1.2", "S3.8"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(
        Example("We will look at the coat on Friday. Call us at the shop. Una", review=_TORN),
        Example("Thank you for writing. The coat goes to the tailor on Friday. Call us at the shop. Una", review=_TORN),
    ),
    good=(
        Example(
            "Thank you for writing again. I'm sorry about the coat, and about two weeks of silence. "
            "Write to me at care@coatcorner.example and I answer today. Una",
            review=_TORN,
        ),
    ),
)
