"""No insult, no sarcasm, no showing the door."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="sarcasm-or-insult",
    severity="error",
    message="Take the sting out: say the same thing as you would to a guest's face.",
    label="No sarcasm, no insults",
    group="own",
    why="A sneer is what gets quoted, long after the complaint is forgotten.",
    source=("S1.12", "S3.3", "S3.8"),
    needs=frozenset({"phrases"}),
    check=flag("sarcasm-or-insult"),
    bad=(
        "Congratulations on finding the one bad review spot.",
        "What a ridiculous complaint.",
        "Sorry we aren't mind readers.",
        "Get a life.",
        "Please take your business elsewhere.",
    ),
    good=("Thank you for saying so. You are entitled to a warm meal and didn't get one. I've changed the pass. Lea",),
)
