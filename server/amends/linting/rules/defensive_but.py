"""No “sorry, but”."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.phrase import Found
from amends.linting.rule import Hit, Rule
from amends.linting.text import Place

_ID = "defensive-but"


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    turns = context.unkept(_ID, "turn")
    if turns and (soft := context.sentences(_ID, "soft")):
        yield from (Hit(*turn.span()) for turn in turns if _takes_back(context, turn, soft))


def _takes_back(context: Context, turn: Found, soft: set[Place]) -> bool:
    """Does the turn begin the sentence after an apology?"""
    sentences = context.draft.sentences
    number = sentences.index(context.draft.sentence_at(turn.begin))
    return number > 0 and sentences[number].start == turn.begin and sentences[number - 1] in soft


RULE = Rule(
    id=_ID,
    severity="warning",
    message="End the sentence after the apology: what follows “but” takes it back.",
    label="No “sorry, but”",
    group="own",
    why="Everything before the “but” is read as politeness, everything after it as the answer.",
    source=("S4.3.1", "S4.4.1"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "We're sorry to hear that, but our staff are trained to be polite.",
        "I understand your frustration, however you should have called.",
        "We apologise for the wait, but it was stated on the door.",
        "In our defence, it was dark.",
        "I am sorry that the class was cancelled. But trainers get the flu, too.",
    ),
    good=(
        "Thank you for waiting; I'm sorry it took an hour. Since Friday two stand at the bar; please ask for me. Rui",
    ),
)
