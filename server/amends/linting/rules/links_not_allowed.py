"""No web address where the platform takes none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule, told_by
from amends.records import Repair

_ASK = "It isn't known whether this platform takes links: check, or tell the way in words."
_LEAD = re.compile(r"[\s(:–-]*$")


def _applies(context: Context) -> bool:
    return context.platform_named and not (context.platform.links and context.platform.links.value)


def _check(context: Context) -> Iterable[Hit]:
    fact = context.platform.links
    for match in context.draft.links:
        if fact is None:
            yield Hit(*match.span(), severity="advice", message=_ASK)
        else:
            yield Hit(*match.span(), **told_by(fact, context), repair=_without(context, match))


def _without(context: Context, link: re.Match[str]) -> Repair:
    """The link taken out, with the space or brackets around it."""
    raw = context.draft.raw
    lead = _LEAD.search(raw, 0, link.start())
    start, end = (lead.start() if lead else link.start()), link.end()
    end += raw[end : end + 1] == ")" and "(" in raw[start : link.start()]
    return Repair(start=start, end=end, text="", label="Remove the link")


RULE = Rule(
    id="links-not-allowed",
    severity="error",
    message="Take the link out: this platform allows none in replies.",
    label="No links where the platform takes none",
    group="safe",
    why="A reply with a link is refused or taken down here.",
    applies=_applies,
    check=_check,
    bad=(
        Example("Thank you. See https://example.com/fix for the steps. Ana", platform="workspace-marketplace"),
        Example("Thank you. The steps are on www.example.com. Ana", platform="ebay"),
    ),
    good=(Example("Thank you. The steps are under Help in the add-on. Ana", platform="workspace-marketplace"),),
)
