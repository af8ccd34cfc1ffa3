"""A reply to a problem says what happens now."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import text
from amends.records import Rating, Review

_ID = "no-next-step"


def _applies(context: Context) -> bool:
    return context.answers_trouble


def _check(context: Context) -> Iterable[Hit]:
    leads_on = context.draft.links or "?" in context.draft.raw or _invited(context) or _steps(context)
    return () if leads_on else (Hit(),)


def _invited(context: Context) -> bool:
    """Does somebody say what an address or number is for? In "Rosa, owner, rosa@shop.example" it only signs."""
    common = context.known.common if context.known else frozenset()
    ways = (*context.draft.emails, *context.phones)
    starts = [(context.draft.sentence_at(way.start()).start, way.start()) for way in ways]
    return any(not common or common & set(text(context.draft.raw[start:end]).words) for start, end in starts)


def _steps(context: Context) -> bool:
    """Is there a step that is more than a hope, or a note passed on?"""
    # Nobody means the step that a sneer names.
    empty = [*context.found(_ID, "empty"), *context.flagged("sarcasm-or-insult")]
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
        Example("Thanks, cold soup is a shame. Rui, owner, rui@diner.example", review=_COLD),
    ),
    good=(
        Example(
            "Thank you for telling us. I'm sorry the soup was cold: we have repaired the warmer. "
            "Please ask for me next time, or write to rui@diner.example if you'd like to say more. Rui",
            review=_COLD,
        ),
    ),
)
