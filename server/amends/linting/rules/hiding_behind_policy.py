"""A rule of ours is no answer."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="hiding-behind-policy",
    severity="warning",
    message="Say what you can do and why the rule is there, or leave the rule out.",
    label="No hiding behind rules",
    group="act",
    why="“It's our policy” tells the customer that a paper counts for more than they do.",
    source=("S4.3.1", "S1.6"),
    needs=frozenset({"phrases"}),
    check=flag("hiding-behind-policy"),
    bad=(
        "As per our policy, opened items cannot be returned.",
        "Our terms and conditions clearly state this.",
        "That is company policy.",
        "We can't make exceptions.",
        "You agreed to the terms when ordering.",
    ),
    good=("Thank you for asking. You can return the lamp until 5 March, opened or not; the form is in your mail. Bo",),
)
