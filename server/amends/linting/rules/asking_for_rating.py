"""Never ask for a better rating, nor, where it is banned or not known to be welcome, for a changed review."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import FindingSeverity

_ID = "asking-for-rating"
_DRAWN = re.compile("[⭐★🌟]{3,}")
"""Stars that are drawn instead of named."""


def _check(context: Context) -> Iterable[Hit]:
    yield from _asked(context, "better", "error")
    pleas = context.sentences(_ID, "plea") if context.says(_ID, "mention") else set()
    for hit in context.unkept(_ID, "mention") if pleas else ():
        if context.draft.sentence_at(hit.begin) in pleas:
            yield Hit(*hit.span(), severity="warning")
    for stars in _DRAWN.finditer(context.draft.raw):
        if context.draft.sentence_at(stars.start()) in context.sentences(_ID, "asks"):
            yield Hit(*stars.span())
    allowed = context.platform.ask_to_amend
    if allowed is None or not allowed.value:
        yield from _asked(context, "anew", "warning" if allowed is None else "error")


def _asked(context: Context, name: str, severity: FindingSeverity) -> Iterable[Hit]:
    """The phrases of a list that stand in a sentence that asks, wishes or commands."""
    found = context.found(_ID, name)
    if not found:
        return
    kept = context.found(_ID, "keep")
    asking = context.sentences(_ID, "asks")
    fact = context.platform.ask_to_amend
    policy = fact.policy(context.platform.id) if fact and not fact.value else None
    for hit in found:
        spared = any(hit.start() < keep.end() and keep.start() < hit.end() for keep in kept)
        if not spared and context.draft.sentence_at(hit.start()) in asking:
            yield Hit(hit.start(), hit.end(), severity=severity, policy=policy)


RULE = Rule(
    id=_ID,
    severity="error",
    message="Don't ask for a changed or better review: solve it, and leave the review to them.",
    label="No plea for a better rating",
    group="safe",
    why="Asking for stars turns an answer into a trade, and most platforms forbid it.",
    source=("S3.4", "S3.9", "S2.8"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "Please consider changing your rating.",
        "We would love a 5-star review from you!",
        "Could you reconsider your rating?",
        "Please support us with ⭐⭐⭐⭐⭐.",
        "One star is hard on a small team; would you lift it to four?",
        Example("It works now, please update your review.", platform="trustpilot"),
    ),
    good=(
        "Thank you for updating your review, Kim. I'm sorry two days were lost. Please ring us if it returns. Jo",
        "Thank you for the two-star rating and the reasons. The search is fixed since Monday. Jo",
    ),
)
