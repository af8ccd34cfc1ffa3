"""No promise that nobody can keep."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="never-again",
    severity="warning",
    message="Say what you changed; that it never happens again, nobody can promise.",
    label="No “never again”",
    group="act",
    why="The next customer it happens to will quote it.",
    source=("S4.2.4", "S1.5"),
    needs=frozenset({"phrases"}),
    check=flag("never-again"),
    bad=(
        "This will never happen again.",
        "We will make sure it doesn't happen again.",
        "Such a mistake won't happen again.",
        "No guest will ever wait like that.",
        "You have seen the last of cold soup.",
        "Late parcels are a thing of the past.",
    ),
    good=(
        "Thank you for telling us. I'm sorry the lid leaked. Since Monday every lid is closed by hand and checked. Bo",
    ),
)
