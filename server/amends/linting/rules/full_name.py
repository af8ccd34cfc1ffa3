"""No more of the customer's name than the page shows."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.names import addressed, author_names, is_author
from amends.linting.rule import Example, Hit, Rule
from amends.records import Review


def _applies(context: Context) -> bool:
    return bool(author_names(context))


def _check(context: Context) -> Iterable[Hit]:
    for match in addressed(context):
        second = match["second"]
        if second and is_author(context, match["name"]) and not is_author(context, second):
            yield Hit(*match.span("second"))


_BAG = Review(text="The strap of the bag tore on day two.", author="Tomasz")

RULE = Rule(
    id="full-name",
    severity="error",
    message="Take the surname out: the page doesn't show it.",
    label="No more of a name than the page shows",
    group="safe",
    why="Who a customer is beyond what they chose to show is theirs to tell.",
    source=("S4.6.4",),
    needs=frozenset({"review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Dear Tomasz Wilk, I'm sorry about the strap. Write to us for a new bag. Jo", review=_BAG),),
    good=(Example("Dear Tomasz, thank you. I'm sorry about the strap: write to us for a new bag. Jo", review=_BAG),),
)
