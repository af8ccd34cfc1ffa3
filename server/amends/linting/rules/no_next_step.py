"""A reply to a problem says what happens now."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Rating, Review

_ID = "no-next-step"


def _applies(context: Context) -> bool:
    return context.answers_trouble


def _check(context: Context) -> Iterable[Hit]:
    leads_on = context.draft.emails or context.draft.links or "?" in context.draft.raw
    return () if leads_on or _steps(context) else (Hit(),)


def _steps(context: Context) -> bool:
    """Is there a step that is more than a hope, or a note passed on?"""
    empty = context.found(_ID, "empty")
    return any(
        not any(step.begin < none.finish and none.begin < step.finish for none in empty)
        for step in context.found(_ID, "step")
    )


_COLD = Review(text="The soup was cold and the waiter shrugged.", rating=Rating(value=2))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="Say what happens now: what you have done, will do, or what the customer can do.",
    label="Says what happens now",
    group="act",
    why="Sympathy without an act leaves the customer, and every reader, where they were.",
    source=("S1.6", "S4.4.3", "S0.5"),
    needs=frozenset({"phrases"}),
    applies=_applies,
    check=_check,
    bad=(
        "Thank you for your words. I'm sorry about the cold soup. Rui",
        "Thank you. I'm sorry about the cold soup and will pass this on to the kitchen. Rui",
        "Thank you. I'm sorry about the cold soup. We hope to see you again. Rui",
        Example("Thanks, cold soup is a shame. Rui", review=_COLD),
    ),
    good=(
        Example(
            "Thank you for telling us. I'm sorry the soup was cold: we have repaired the warmer. "
            "Please ask for me next time, or write to rui@diner.example if you'd like to say more. Rui",
            review=_COLD,
        ),
    ),
)
