"""No slogans."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="marketing-language",
    severity="warning",
    message="Say it plainly, without slogans or superlatives about ourselves.",
    label="Plain words, no slogans",
    group="acknowledge",
    why="Praise of ourselves under a complaint convinces nobody and shows that a department wrote it.",
    source=("S3.6", "S2.4", "S2.5"),
    needs=frozenset({"phrases"}),
    check=flag("marketing-language"),
    bad=(
        "We are an award-winning team with world-class service.",
        "At Acme, we believe in excellence.",
        "Thousands of happy customers trust us.",
        "We are the place where quality meets comfort.",
    ),
    good=("Thank you for the note. We bake every morning at five, and on Sunday we started late: that is on us. Ana",),
)
