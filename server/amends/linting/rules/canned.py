"""A reply that could stand under any review is one nobody wrote."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.likeness import ALIKE, earlier
from amends.linting.rule import Example, Hit, Rule

_ID = "canned"


def _check(context: Context) -> Iterable[Hit]:
    if _like_recent(context):
        yield Hit(message="This is nearly what you wrote under another review: say what is particular to this one.")
    for found in context.flagged(_ID):
        yield Hit(found.start(), found.end())


def _like_recent(context: Context) -> bool:
    return bool(context.recent) and earlier(context.recent).likeness(context.draft.shingles) > ALIKE


def _applies(context: Context) -> bool:
    return context.has_phrases(_ID) or bool(context.recent)


_EARLIER = (
    "Thank you for telling us about the crash on start. It came with version 3.1 and we are testing a fix until Friday."
)

RULE = Rule(
    id=_ID,
    severity="warning",
    message="A stock phrase: say it in your own words, or leave it out.",
    label="Written for this review, in your own words",
    group="acknowledge",
    why="Set phrases and repeated replies tell everyone that nobody read the review.",
    source=("S1.8", "S2.5", "S3.1", "S3.6"),
    applies=_applies,
    check=_check,
    bad=(
        "Your feedback is very important to us.",
        "We take all complaints seriously and strive to provide the best service.",
        Example(_EARLIER.replace("Friday", "Monday"), recent=(_EARLIER,)),
    ),
    good=(
        Example(
            "Thank you, Pia. The crash on start came with 3.1; the test version without it is out on Friday. Ole",
            recent=(_EARLIER,),
        ),
    ),
)
