"""A reply sells nothing."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="advertising",
    severity="warning",
    message="Take the advertising out: answer, and sell nothing.",
    label="No advertising",
    group="safe",
    why="Selling under somebody's complaint reads as not listening, and several platforms remove such replies.",
    source=("S3.6", "S3.7"),
    needs=frozenset({"phrases"}),
    check=flag("advertising"),
    bad=(
        "Why don't you try our new summer menu?",
        "Check out our other great products!",
        "Sign up for our newsletter for special offers.",
        "Have you seen our new premium range?",
    ),
    good=("Thank you for the note. The summer menu had the wrong prices and has been reprinted today. Ana",),
)
