"""What stands in our books stays there."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule
from amends.linting.text import text

_ID = "account-state"


def _check(context: Context) -> Iterable[Hit]:
    said = set(context.review_text.words)
    for found in context.flagged(_ID):
        # What the customer told everybody may be taken up.
        if not (said and set(text(found[0]).words) - _stop(context) <= said):
            yield Hit(*found.span())


def _stop(context: Context) -> frozenset[str]:
    return context.known.stop if context.known else frozenset()


RULE = Rule(
    id="account-state",
    severity="warning",
    message="Take it out: what your books say of this customer is for them alone.",
    label="What our books say stays private",
    group="safe",
    why="“Your account was overdue” is told to everybody, and to the customer's boss and neighbour.",
    source=("S4.6.4", "S1.10"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "Your subscription expired in March.",
        "Our records show that you cancelled twice.",
        "We can see your account history.",
        "You still owe the last invoice.",
    ),
    good=(
        "Thank you for telling us. I'm sorry about the double charge: please call me, and we look at it together. Bo",
    ),
)
