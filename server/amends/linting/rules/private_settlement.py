"""What was settled with one customer stays between us."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="private-settlement",
    severity="warning",
    message="Keep what was paid or given out of the public reply; settle it in private.",
    label="What was settled stays private",
    group="safe",
    why="A customer's refund is their business, and told in public it reads as advertising for ourselves.",
    source=("S1.10", "S4.4.4", "S2.7"),
    needs=frozenset({"phrases"}),
    check=flag("private-settlement"),
    bad=(
        "We have refunded you in full.",
        "We'd like to offer you 20% off your next order.",
        "You have been refunded already.",
        "We have sent you a £25 gift card.",
    ),
    good=("Thank you. I'm sorry about the broken lamp and want to put it right: please call us on 020 7946 0018. Sam",),
)
