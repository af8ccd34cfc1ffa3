"""What was settled with one customer stays between us."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "private-settlement"


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    given = context.flagged(_ID, "given")
    goods = context.sentences(_ID, "goods") - context.sentences(_ID, "open") if given else set()
    yield from (Hit(*found.span()) for found in given if context.draft.sentence_at(found.begin) in goods)


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Keep what was paid or given out of the public reply; settle it in private.",
    label="What was settled stays private",
    group="safe",
    why="A customer's refund is their business, and told in public it reads as advertising for ourselves.",
    source=("S1.10", "S4.4.4", "S2.7"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "We have refunded you in full.",
        "We'd like to offer you 20% off your next order.",
        "You have been refunded already.",
        "We have sent you a £25 gift card.",
        "Your deposit was returned last week.",
        "We waived the delivery fee for you.",
        "The next dinner is on us.",
    ),
    good=("Thank you. I'm sorry about the broken lamp and want to put it right: please call us on 020 7946 0018. Sam",),
)
