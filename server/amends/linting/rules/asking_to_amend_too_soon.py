"""Where asking for an updated review is allowed, then only once the problem is solved."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule

_ID = "asking-to-amend-too-soon"
_ASKING = "asking-for-rating"


def _applies(context: Context) -> bool:
    return context.platform.ask_to_amend is not None and context.platform.ask_to_amend.value


def _check(context: Context) -> Iterable[Hit]:
    if context.says(_ID, "solved") or not (found := context.found(_ASKING, "anew")):
        return
    asking = context.sentences(_ASKING, "asks")
    kept = context.found(_ASKING, "keep")
    for hit in found:
        spared = any(hit.begin < keep.finish and keep.begin < hit.finish for keep in kept)
        if not spared and context.draft.sentence_at(hit.begin) in asking:
            yield Hit(*hit.span())


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Solve it first: ask about the review only when the customer says that it is solved.",
    label="The problem first, the review later",
    group="safe",
    why="Asking before it is solved says that the review troubles us more than the problem.",
    source=("S3.4", "S4.5.4"),
    needs=frozenset({"phrases"}),
    applies=_applies,
    check=_check,
    bad=(Example("We look into it until Friday. Please update your review. Jo", platform="shopify-apps"),),
    good=(
        Example(
            "Thank you for the report. The export is fixed since Monday. If it works for you, you could "
            "update your review, if you like. Jo",
            platform="shopify-apps",
        ),
    ),
)
