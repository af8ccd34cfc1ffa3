"""Stay with what the customer wrote about."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="changing-the-subject",
    severity="warning",
    message="Stay with the complaint: leave out what else is good, new or nice.",
    label="Stays with the subject",
    group="acknowledge",
    why="Turning to something pleasant tells the customer that the complaint was inconvenient.",
    source=("S3.7",),
    needs=frozenset({"phrases"}),
    check=flag("changing-the-subject"),
    bad=(
        "I see the soup was cold, but our desserts are really excellent.",
        "On the bright side, you had a lovely view.",
        "By the way, we open late on Fridays.",
    ),
    good=("Thank you for telling us. I'm sorry the soup was cold: the kitchen checks every bowl from today. Rui",),
)
