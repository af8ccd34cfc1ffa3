"""Asking for an updated review, where it is allowed at all, waits until the problem is solved."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule

_ID = "asking-to-amend-too-soon"
_ASKING = "asking-for-rating"


_TOO = "It isn't solved yet, and to ask at all isn't allowed or not known to be welcome here: leave the review out."


def _check(context: Context) -> Iterable[Hit]:
    found = context.unkept(_ASKING, "anew") + context.unkept(_ASKING, "better")
    if not found or context.says(_ID, "solved"):
        return
    asking = context.sentences(_ASKING, "asks")
    allowed = context.platform.ask_to_amend is not None and context.platform.ask_to_amend.value
    for hit in found:
        if context.draft.sentence_at(hit.begin) in asking:
            yield Hit(*hit.span(), message=None if allowed else _TOO)


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Solve it first: ask about the review only when the customer says that it is solved.",
    label="The problem first, the review later",
    group="safe",
    why="Asking before it is solved says that the review troubles us more than the problem.",
    source=("S3.4", "S4.5.4"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        Example("We look into it until Friday. Please update your review. Jo", platform="shopify-apps"),
        Example("The shop looks for the parcel. Could you meanwhile rethink your stars? Jo", platform="google-play"),
    ),
    good=(
        Example(
            "Thank you for the report. The export is fixed since Monday. If it works for you, you could "
            "update your review, if you like. Jo",
            platform="shopify-apps",
        ),
    ),
)
