"""Say sorry once, upright."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context, lexicon_of
from amends.linting.rule import Hit, Rule

_ID = "grovelling"
_MANY = 3
"""Apologies in one reply from which it grovels."""


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    apologies = list(lexicon_of(context.language).pattern("apology").finditer(context.draft.raw))
    if len(apologies) > _MANY:
        yield Hit(*apologies[-1].span(), message=f"{len(apologies)} apologies in one reply: once is enough.")


RULE = Rule(
    id="grovelling",
    severity="warning",
    message="Say sorry once and plainly; then say what you do about it.",
    label="Sorry once, and upright",
    group="own",
    why="Overdone remorse is hard to believe and leaves good colleagues without anyone beside them.",
    source=("S1.11", "S4.4.1"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "We are so, so sorry and deeply ashamed.",
        "Please, please forgive us.",
        "A thousand apologies to you and to your family!",
        "We beg you to give us one more chance.",
        "We have failed completely on that day and we know it.",
    ),
    good=("Thank you for telling us. I'm sorry the soup was cold. The kitchen checks every bowl from today. Rui",),
)
