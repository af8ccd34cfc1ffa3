"""Never ask for a review to be taken down."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "asking-to-delete"


def _check(context: Context) -> Iterable[Hit]:
    found = context.flagged(_ID) + [hit for hit in context.flagged(_ID, "weak") if not _of_a_thing(context, hit.begin)]
    asking = context.sentences(_ID, "asks") if found else set()
    return [Hit(*each.span()) for each in found if context.draft.sentence_at(each.begin) in asking]


def _of_a_thing(context: Context, place: int) -> bool:
    """Does the sentence of "delete it", or the one before, speak of an app or a file rather than of the review?"""
    here = context.draft.sentence_at(place)
    before = context.draft.sentence_at(max(0, here.start - 1))
    return bool({here, before} & context.sentences(_ID, "thing"))


RULE = Rule(
    id="asking-to-delete",
    severity="error",
    message="Don't ask for the review to go: solve it, and leave the review to them.",
    label="No plea to delete",
    group="safe",
    why="A plea to delete proves the review right, and platforms and consumer law forbid pressing for it.",
    source=("S3.4", "S2.8", "S3.1"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "Could you delete your review?",
        "Please take this review down.",
        "We ask you to remove your comment.",
        "We kindly request the removal of your review.",
        "We do not think this belongs here. Would you delete it?",
    ),
    good=(
        "Thank you for the review. We removed the old form on Monday, and the new one keeps what you typed. Bo",
        "Thank you. I'm sorry the old extension hangs. Please delete it and take version 4.2, out since Monday. Bo",
    ),
)
