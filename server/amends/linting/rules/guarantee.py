"""No guarantees."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="guarantee",
    severity="warning",
    message="Promise what you do, not how it turns out.",
    label="No guarantees",
    group="act",
    why="A guarantee given in public binds, and doubt about it falls on everything else that was said.",
    source=("S4.2.4", "S1.5"),
    needs=frozenset({"phrases"}),
    check=flag("guarantee"),
    bad=(
        "We guarantee you will be happy next time.",
        "We can assure you it works.",
        "You have my word.",
        "Trust us, it is 100% safe.",
        "You won't be disappointed.",
        "There is no risk whatsoever of a late parcel.",
        "I stake my name on it.",
        "From now on every meal will arrive hot and on time.",
    ),
    good=("Thank you. The new lid is tested with water for an hour before it leaves us. I send you one today. Bo",),
)
