"""No more of the customer's name than the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from amends.linting.context import Context
from amends.linting.names import addressed, author_names, is_author, our_names
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import text
from amends.records import Review

_OTHER = "Take the name out: neither the page nor the review shows it."
_TITLED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Mme|Mevrouw|Señora?)\.?|(?:mother|father|husband|wife|partner|son|daughter"
    r"|brother|sister|neighbour|ex|tenant),?) (?P<name>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,2})"
)
"""Somebody named besides who wrote the review, as in "Mrs Ada Fenn"; "Frau Weber" is how Germans address anybody."""


def _check(context: Context) -> Iterable[Hit]:
    yield from _others(context)
    for match in addressed(context) if author_names(context) else ():
        second = match["second"]
        if second and is_author(context, match["name"]) and not is_author(context, second):
            yield Hit(*match.span("second"))


def _others(context: Context) -> Iterator[Hit]:
    """Names of people that neither the page nor the review shows, nor the team's own."""
    shown = {*context.review_text.words, *author_names(context), *our_names(context)}
    for match in _TITLED.finditer(context.draft.raw):
        if shown.isdisjoint(text(match["name"]).words):
            yield Hit(*match.span("name"), severity="warning", message=_OTHER)


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
    check=_check,
    bad=(
        Example("Dear Tomasz Wilk, I'm sorry about the strap. Write to us for a new bag. Jo", review=_BAG),
        Example("I'm sorry about the strap: the new bag went to Mrs Hanna Wilk. Jo", review=_BAG),
    ),
    good=(Example("Dear Tomasz, thank you. I'm sorry about the strap: write to us for a new bag. Jo", review=_BAG),),
)
