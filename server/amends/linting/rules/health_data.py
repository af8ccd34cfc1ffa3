"""Nothing about anybody's health."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="health-data",
    severity="warning",
    message="Take it out: somebody's health is nothing for a public reply.",
    label="Nothing about anyone's health",
    group="safe",
    why="Health data are protected by law, also where the customer spoke of them first.",
    source=("S4.6.4",),
    needs=frozenset({"phrases"}),
    check=flag("health-data"),
    bad=(
        "Your surgery went as planned.",
        "We are sorry about your diagnosis.",
        "You were diagnosed with asthma.",
    ),
    good=("Thank you for telling us. I would like to talk about it in private: please call the front desk. Bo",),
)
