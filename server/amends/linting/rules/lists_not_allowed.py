"""No bullets or numbered lines where the platform takes none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.banned import Span, ban, where_banned
from amends.linting.context import Context
from amends.linting.rule import Example, Rule

_ITEM = re.compile(r"(?m)^[ \t]*(?:[-*•–·▪►✓]|\d{1,2}[.)])[ \t]+\S")


def _places(context: Context) -> Iterable[Span]:
    items = list(_ITEM.finditer(context.draft.raw))
    # One line that begins with a dash is a signature.
    return [(items[0].start(), items[-1].end())] if len(items) > 1 else []


RULE = Rule(
    id="lists-not-allowed",
    severity="error",
    message="Write it as sentences: this platform takes no lists in replies.",
    label="No lists where the platform takes none",
    group="safe",
    why="A reply with bullets or numbers is refused or taken down here.",
    applies=where_banned("lists"),
    check=ban("lists", _places),
    bad=(Example("Thank you. We changed:\n- the lift\n- the beds\nJo", platform="tripadvisor"),),
    good=(Example("Thank you. We changed the lift and the beds.\n\nJo", platform="tripadvisor"),),
)
