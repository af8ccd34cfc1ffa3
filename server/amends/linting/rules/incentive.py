"""Nothing is given for a review, its change or its removal."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "incentive"


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(match.start(), match.end()) for match in context.flagged(_ID))
    acts = context.unkept(_ID, "act") + context.unkept("asking-for-rating", "better")
    if acts and (rewards := context.sentences(_ID, "reward") - context.sentences(_ID, "unless")):
        tied = rewards & context.sentences(_ID, "tie")
        yield from (Hit(*act.span()) for act in acts if context.beside(act.begin) & tied)


RULE = Rule(
    id=_ID,
    severity="error",
    message="Take the offer out: nothing may be given for a review, its change or its removal.",
    label="Nothing offered for a review",
    group="safe",
    why="Platforms remove replies and accounts for it, consumer law forbids it, and a bought review helps nobody.",
    source=("S3.5", "S4.8.4"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "If you change your review, we'll send you a voucher.",
        "We can offer a 20% discount in exchange for a better rating.",
        "Update your rating and get a free month.",
        "We will refund you once you delete your review.",
        "We'd gladly give you a free dessert if you took this review down.",
        "If your words read a little sunnier, a bottle of red is waiting for you.",
    ),
    good=(
        "Thank you for your honest words. I'd like to put the sleeve right: please write to help@shop.example. Noor",
        "Thank you for leaving a review. Refunds take five working days; please call us if yours is late. Noor",
    ),
)
