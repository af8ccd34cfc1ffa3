"""Never make the customer's trouble small, nor set others' content against it."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="belittling",
    severity="warning",
    message="Take the complaint as big as the customer does: no “only”, no “others are happy”.",
    label="Takes the complaint seriously",
    group="own",
    why="Readers see their own next complaint being waved away.",
    source=("S3.7", "S4.3.1"),
    needs=frozenset({"phrases"}),
    check=flag("belittling"),
    bad=(
        "It's only a tiny scratch, really.",
        "All our other guests love this dish.",
        "Thank you, but mistakes do happen here.",
        "You can't please everyone.",
        "You are the only customer who ever complained about this.",
        "This hardly deserves one star.",
    ),
    good=("Thank you for telling us. I'm sorry about the scratch: a new cup leaves today, and you keep this one. Lea",),
)
