"""Never ask for a review to be taken down."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "asking-to-delete"


def _check(context: Context) -> Iterable[Hit]:
    asking = context.sentences(_ID, "asks")
    return [Hit(*found.span()) for found in context.flagged(_ID) if context.draft.sentence_at(found.begin) in asking]


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
    ),
    good=("Thank you for the review. We removed the old form on Monday, and the new one keeps what you typed. Bo",),
)
