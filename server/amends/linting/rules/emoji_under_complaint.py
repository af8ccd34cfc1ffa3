"""No smileys under a complaint."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import FindingSeverity, Rating, Repair, Review

_FACES = re.compile(
    "[\U0001f600-\U0001f64f\U0001f900-\U0001f9ff\U0001fa70-\U0001faff\U0001f300-\U0001f4cc\U0001f525-\U0001f5ff"
    "\U0001f680-\U0001f6ff\u2728\u2764\u2665\u2b50\u263a\u26a1]+\ufe0f?"
    r"|(?<![\w:/])[:;=8][-o^']?[)DPp](?!\w)|<3\b|\^_?\^"
)
_SORRY = re.compile("[\U0001f614\U0001f61e\U0001f622\U0001f625\U0001f62d\U0001f641\U0001f64f\U0001f613\u2639]+\ufe0f?")


def _applies(context: Context) -> bool:
    return context.answers_trouble


def _check(context: Context) -> Iterable[Hit]:
    # Where we can't read the review, stars alone don't tell that it complains.
    severity: FindingSeverity = "warning" if context.same_language or not context.review else "advice"
    for match in _FACES.finditer(context.draft.raw):
        if not _SORRY.fullmatch(match[0]):
            repair = Repair(start=match.start(), end=match.end(), text="", label="Remove it")
            yield Hit(*match.span(), severity=severity, repair=repair)


_COLD = Review(text="The soup was cold and the waiter shrugged.", rating=Rating(value=1))

RULE = Rule(
    id="emoji-under-complaint",
    severity="warning",
    message="Take the smiley out: the customer is not smiling.",
    label="No smileys under a complaint",
    group="own",
    why="A grin under somebody's trouble reads as not taking it seriously.",
    source=("S4.3.1", "S2.5", "S1.2"),
    applies=_applies,
    check=_check,
    bad=(
        Example("Thanks for telling us 😊", review=_COLD),
        Example("Sorry about the soup :)", review=_COLD),
    ),
    good=(
        Example(
            "Thank you for telling us. I'm sorry the soup was cold: the kitchen checks every bowl from today; "
            "please ask for me next time. Rui",
            review=_COLD,
        ),
    ),
)
