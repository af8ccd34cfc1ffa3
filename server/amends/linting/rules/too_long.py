"""Brief: thank, acknowledge, resolve, contact."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import FindingSeverity, Rating, Review

WORDS = 120
"""A reply longer than this, and than three times its review, is long."""
FAR_TOO_LONG = 160


def _check(context: Context) -> Iterable[Hit]:
    words = context.draft.word_count
    most = max(WORDS, 3 * context.review_text.word_count)
    if words > most:
        severity: FindingSeverity = "warning" if words >= FAR_TOO_LONG else "advice"
        yield Hit(severity=severity, message=f"{words} words: bring it under {most}. Thank, acknowledge, act, invite.")


_PART = "I looked at every step of the order again with the two people who packed it that day. "

RULE = Rule(
    id="too-long",
    severity="warning",
    message="Make it shorter: thank, acknowledge, act, invite.",
    label="Brief",
    group="brief",
    why="Nobody reads paragraphs, and length reads as defence.",
    source=("S1.9",),
    check=_check,
    bad=(
        "Thank you. " + _PART * 8 + "Finn",
        Example("Thank you. " + _PART * 12 + "Finn", review=Review(text="Wrong colour.", rating=Rating(value=3))),
    ),
    good=("Thank you. " + _PART * 2 + "Finn",),
)
