"""Blame nobody else: carrier, supplier or colleague."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="blaming-others",
    severity="warning",
    message="Own it: say what we do about it, not whose fault it was.",
    label="No blame on carriers, suppliers or colleagues",
    group="own",
    why="The customer bought from us; whose fault it was inside is ours to sort out.",
    source=("S4.4.2", "S1.11"),
    needs=frozenset({"phrases"}),
    check=flag("blaming-others"),
    bad=(
        "The courier lost your parcel.",
        "It was our supplier's fault.",
        "This is out of our control.",
        "Our new trainee made the mistake.",
        "The delay was caused by the post office.",
    ),
    good=(
        "Thank you, and I'm sorry about the lost parcel. A new one leaves today with a tracking number. Ben",
        "Thanks for telling us. We chose the courier, so the late delivery is on us. I will ring you tomorrow. Ben",
    ),
)
