"""A reply fits the platform's limit, counted as the platform counts."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.length import fitting, length_on
from amends.linting.rule import Example, Hit, Rule

_UNITS = {"characters": "characters", "bytes": "bytes", "utf16": "characters (UTF-16)"}


def _applies(context: Context) -> bool:
    return context.platform.limit is not None


def _check(context: Context) -> Iterable[Hit]:
    limit = context.platform.limit
    length = length_on(context.draft.whole, context.platform)
    if limit is not None and length.used > limit.value:
        over = f"{length.used - limit.value} {_UNITS[limit.unit]} over what {context.platform.name} takes: shorten it."
        start = fitting(context.draft.whole, limit.value, limit.unit)
        yield Hit(start, len(context.draft.whole), message=over, policy=limit.policy(context.platform.id))


_SENTENCE = "The export of large files is being rewritten and the first part was finished yesterday. "

RULE = Rule(
    id="over-limit",
    severity="error",
    message="Shorten it: the platform takes no more.",
    label="Fits the platform's limit",
    group="brief",
    why="What is over the limit is cut off or refused, and the end is where the help stands.",
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. " + _SENTENCE * 4 + "Eli", platform="google-play"),),
    good=(Example("Thank you. " + _SENTENCE * 2 + "Eli", platform="google-play"),),
)
