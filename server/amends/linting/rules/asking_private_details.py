"""Never ask for private details where everybody reads the answer."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.phrase import Found
from amends.linting.rule import Hit, Rule

_ID = "asking-private-details"
_NEAR = 120


def _check(context: Context) -> Iterable[Hit]:
    asked = context.flagged(_ID, "ask")
    private = [found.begin for found in context.found(_ID, "private")] if asked else []
    private += [match.start() for match in (*context.draft.emails, *context.draft.links, *context.phones)]
    # A sentence before or after may say where to, as in "Please mail us. Tell us your order number."
    return [
        Hit(*found.span())
        for found in asked
        if _in_the_open(context, found)
        or not any(found.begin - _NEAR <= place < found.finish + _NEAR for place in private)
    ]


def _in_the_open(context: Context, asked: Found) -> bool:
    """Does the sentence, or the next, say that the answer goes under the review?"""
    places = context.beside(asked.begin)
    return any(start <= found.begin < end for start, end in places for found in context.flagged(_ID, "open"))


RULE = Rule(
    id=_ID,
    severity="error",
    message="Ask for this in private: give your own address or number instead.",
    label="Asks for nothing private in public",
    group="safe",
    why="Whoever answers does it in public, and strangers use what stands there.",
    source=("S4.6.1", "S4.6.4", "S1.7"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "Please reply here with your order number.",
        "Could you post your phone number below?",
        "What is your date of birth?",
        "May we call you?",
    ),
    good=("Thank you, Jane. I'm sorry it was late. Please e-mail us at help@shop.example with your order number. Kai",),
)
