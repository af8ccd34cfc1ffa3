"""Reasons that are ours are no news for the customer."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="excuse",
    severity="warning",
    message="Leave the excuse out: say what changes, not why it was hard for us.",
    label="No excuses",
    group="own",
    why="How busy we were is our matter; to the customer it says that it will happen again.",
    source=("S4.3.1", "S1.2"),
    needs=frozenset({"phrases"}),
    check=flag("excuse"),
    bad=(
        "Due to the high volume of orders it took longer.",
        "We were very busy that night.",
        "Please understand that we are a small team.",
        "It was an unusually busy weekend.",
    ),
    good=(
        "Thank you for waiting; I'm sorry it took an hour. Since Friday two stand at the bar; please ask for me. Rui",
    ),
)
