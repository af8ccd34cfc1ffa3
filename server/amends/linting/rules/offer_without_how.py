"""An offer says how to get it."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "offer-without-how"


def _check(context: Context) -> Iterable[Hit]:
    if context.says(_ID, "how") or context.draft.emails or context.draft.links or context.phones:
        return ()
    return [Hit(*found.span()) for found in context.flagged(_ID, "offer")]


RULE = Rule(
    id=_ID,
    severity="advice",
    message="Say how the customer gets it: where to write, what to bring, or that nothing is to be done.",
    label="An offer says how to get it",
    group="act",
    why="An offer without the way to it makes one more question to ask.",
    source=("S4.5.2", "S1.6", "S2.7"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=("Thank you. We would like to offer another table one evening. Jo",),
    good=("Thank you. I'm sorry about the lid. We'd like to replace it: write to help@shop.example. Jo",),
)
