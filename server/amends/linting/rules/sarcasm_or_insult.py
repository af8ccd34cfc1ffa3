"""No insult, no sarcasm, no showing the door."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Rating, Review

_ID = "sarcasm-or-insult"


def _check(context: Context) -> Iterable[Hit]:
    # "How kind of you!" is meant so under praise, and never under a complaint.
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    if context.complaint:
        yield from (Hit(*found.span()) for found in context.flagged(_ID, "irony"))
        yield from (Hit(*found.span(), severity="warning") for found in context.flagged(_ID, "wry"))


_SMALL = Review(text="Tiny portion, long wait, lukewarm coffee.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="error",
    message="Take the sting out: say the same thing as you would to a guest's face.",
    label="No sarcasm, no insults",
    group="own",
    why="A sneer is what gets quoted, long after the complaint is forgotten.",
    source=("S1.12", "S3.3", "S3.8"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        Example("Congratulations on finding the one small plate.", review=_SMALL),
        "What a ridiculous complaint.",
        "Sorry we aren't mind readers.",
        "Get a life.",
        "Please take your business elsewhere.",
    ),
    good=(
        "Thank you for saying so. You are entitled to a warm meal and didn't get one. I've changed the pass. Lea",
        Example("How kind of you, thank you! Lea", review=Review(text="Lovely!", rating=Rating(value=5))),
    ),
)
