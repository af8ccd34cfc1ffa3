"""Speak as one does to a guest."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="too-familiar",
    severity="warning",
    message="Address the customer as a guest: no “buddy”, no “hun”, no chat shorthand.",
    label="Addressed with respect",
    group="sign",
    why="Chumminess towards somebody with a problem sounds like not taking it seriously.",
    source=("S4.3.1", "S2.5"),
    needs=frozenset({"phrases"}),
    check=flag("too-familiar"),
    bad=(
        "Hey buddy, thanks.",
        "Sorry hun!",
        "No worries mate, we gonna fix it today.",
        "Aww sweetie, big hugs from the kitchen.",
    ),
    good=("Thank you, Kim. The flat mates' offer is back on the page since Monday. Bo",),
)
