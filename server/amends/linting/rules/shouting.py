"""Capitals and rows of exclamation marks are shouting."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_MARKS = re.compile(r"[!?]*(?:!\s?!\s?!|\?!|!\?|\?\?\?)[!?]*")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}(?:['’][^\W\d_a-z]+)?(?:[ ,]+[^\W\d_a-z]+(?:['’][^\W\d_a-z]+)?){2,}\b")


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*match.span()) for match in _MARKS.finditer(context.draft.raw))
    yield from (Hit(*match.span()) for match in _CAPITALS.finditer(context.draft.raw) if match[0].isupper())


RULE = Rule(
    id="shouting",
    severity="warning",
    message="Write it without capitals and rows of marks; if you are angry, wait a minute first.",
    label="Calm: no capitals, no rows of marks",
    group="own",
    why="Anger is heard before the argument, and it can't be taken back in public.",
    source=("S3.8", "S4.3.1"),
    check=_check,
    bad=("WE DID NOT CHARGE twice. Jo", "We never said that!!! Jo"),
    good=("Thank you! The USB port and the HDMI cable are both in the box now. Jo",),
)
