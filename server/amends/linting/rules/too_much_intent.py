"""What we stand for: one sentence at most."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "too-much-intent"


_MOST_IN_ONE = 2
"""Clauses of one sentence that may speak of ourselves."""


def _check(context: Context) -> Iterable[Hit]:
    clauses, end = 0, 0
    for found in context.found(_ID, "intent"):
        if found.begin >= end:
            clauses, end = clauses + 1, found.finish
    sentences = sorted(context.sentences(_ID, "intent"))
    for place in sentences[1:2] or (sentences if clauses > _MOST_IN_ONE else []):
        yield Hit(place.start, place.start + len(context.draft.raw[place.start : place.end].rstrip()))


RULE = Rule(
    id=_ID,
    severity="advice",
    message="One sentence about what we stand for is enough: leave this one out.",
    label="At most one sentence about ourselves",
    group="brief",
    why="The second sentence about our values is read as advertising.",
    source=("S2.4", "S3.6"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "We believe in fair prices. Our goal is to make everyone welcome. We are sorry about the soup. Jo",
        "We care about fairness, we are committed to good work, and it is our ambition to be here for long. Jo",
    ),
    good=("Thank you. We want every bowl to leave the kitchen hot, and this one didn't: from today it is checked. Jo",),
)
