"""Whoever did it says so."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="passive-mistake",
    severity="warning",
    message="Say who did it: “we forgot”, not “mistakes were made”.",
    label="Says “we”, not “mistakes were made”",
    group="own",
    why="A mistake without anyone who made it sounds like one nobody will mend.",
    source=("S2.2", "S4.4.1", "S3.1"),
    needs=frozenset({"phrases"}),
    check=flag("passive-mistake"),
    bad=(
        "Unfortunately, mistakes were made.",
        "There was a miscommunication on the day.",
        "Your order was unfortunately overlooked.",
        "The ball was dropped here.",
    ),
    good=(
        "Thank you for telling us. We forgot your second plate, and I'm sorry. The pass has a list since Monday. Rui",
    ),
)
