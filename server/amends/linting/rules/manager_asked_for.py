"""Whoever asks for a manager hears of one."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Rating, Review

_ID = "manager-asked-for"


def _applies(context: Context) -> bool:
    return context.same_language and context.review_says(_ID, "wanted")


def _check(context: Context) -> Iterable[Hit]:
    return () if context.says(_ID, "named") else (Hit(),)


_NOBODY = Review(text="I asked to speak to a manager twice and nobody came.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="advice",
    message="The customer wanted a manager: say who that is, or that you are one.",
    label="A manager for whoever asked for one",
    group="invite",
    why="Passing over the wish for somebody in charge repeats what they complain of.",
    source=("S4.6.2", "S1.4"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. I'm sorry nobody came. Please write to us and we will look at it. Jo", review=_NOBODY),),
    good=(
        Example(
            "Thank you. I'm sorry nobody came when you asked. I run the shop: please call me on 020 7946 0018. Jo",
            review=_NOBODY,
        ),
    ),
)
