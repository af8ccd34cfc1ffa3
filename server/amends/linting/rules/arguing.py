"""Don't argue point by point."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="arguing",
    severity="warning",
    message="Don't argue: take up the one thing that matters and leave the rest.",
    label="No arguing point by point",
    group="own",
    why="Nobody has won an argument under a review; readers only see that it was fought.",
    source=("S1.12", "S4.3.3", "S2.6"),
    needs=frozenset({"phrases"}),
    check=flag("arguing"),
    bad=(
        "You say the room was dirty, but it was cleaned twice.",
        "First of all, you never called. Secondly, we never close at nine.",
        "As for your claim that it was cold, we disagree.",
        "Let's set the record straight.",
        "If it was so bad, why did you stay?",
    ),
    good=("Thank you for writing. We close at nine; the door said ten, and that was our sign. It is changed. Bo",),
)
