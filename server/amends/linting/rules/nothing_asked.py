"""Where a complaint says little, ask."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.themes import themes
from amends.records import Rating, Review

_MOST = 2
"""Telling words of a review that says little."""
_WAY = "contact-missing"


def _applies(context: Context) -> bool:
    return (
        context.same_language and context.complaint and len(themes(context.review_text.raw, context.language)) <= _MOST
    )


def _check(context: Context) -> Iterable[Hit]:
    asks = "?" in context.draft.raw or context.says("nothing-asked", "asks") or context.says(_WAY, "way")
    return () if asks else (Hit(),)


_LITTLE = Review(text="Terrible.", rating=Rating(value=1), language="en")

RULE = Rule(
    id="nothing-asked",
    severity="advice",
    message="The review says little: ask what happened, or how it could have been done better.",
    label="Asks where the review says little",
    group="invite",
    why="Without knowing what happened nothing can be put right, and asking shows that somebody wants to.",
    source=("S1.4",),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. I'm sorry, and I will tell the kitchen today. Jo", review=_LITTLE),),
    good=(
        Example(
            "Thank you. I'm sorry, and I would like to know more: what went wrong? Call me on 020 7946 0018. Jo",
            review=_LITTLE,
        ),
    ),
)
