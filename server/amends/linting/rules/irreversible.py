"""Say beforehand what cannot be undone."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.banned import where_banned
from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule

_FOR_GOOD = "Read it once more before you post it: on this platform a reply can't be changed afterwards."
_CLOSES = "Settle it in private first if you can: once you reply here, the customer can't change the review any more."


def _applies(context: Context) -> bool:
    return where_banned("editable")(context) or _closes(context)


def _closes(context: Context) -> bool:
    return context.complaint and context.platform.closes_edits is not None and context.platform.closes_edits.value


def _check(context: Context) -> Iterable[Hit]:
    platform = context.platform
    fact, message = (platform.closes_edits, _CLOSES) if _closes(context) else (platform.editable, _FOR_GOOD)
    yield Hit(message=message, policy=fact.policy(platform.id) if fact else None)


RULE = Rule(
    id="irreversible",
    severity="advice",
    message="Read it once more before you post it: this step can't be taken back here.",
    label="Posting can't be undone here",
    group="safe",
    why="Some platforms let nobody change a reply, or close the review once it is answered.",
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. The blue cups are back. Jo", platform="amazon-seller"),),
    good=(Example("Thank you. The blue cups are back. Jo", platform="google-play"),),
)
