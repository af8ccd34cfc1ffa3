"""Don't deny what the customer saw."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="denial",
    severity="warning",
    message="Don't deny it: say what you know, and ask for what you don't.",
    label="No flat denial",
    group="own",
    why="What the customer saw, they saw; a flat no ends the talk and starts a quarrel.",
    source=("S1.12", "S1.5", "S4.3.1"),
    needs=frozenset({"phrases"}),
    check=flag("denial"),
    bad=(
        "Our staff did nothing wrong.",
        "We have no record of this.",
        "There is no such problem with our app.",
        "That is impossible.",
        "Everything works perfectly on our end.",
    ),
    good=(
        "Thank you for writing. I couldn't find the order under your name: could you call us, so that I find it? Bo",
    ),
)
