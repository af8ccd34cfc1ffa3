"""No slogans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "marketing-language"
_GUSHING = 3
"""Words of praise that make a sentence a slogan, each harmless by itself."""


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    gush = context.unkept(_ID, "gush")
    places = Counter(context.draft.sentence_at(found.begin) for found in gush) if len(gush) >= _GUSHING else Counter()
    for place, count in places.items():
        if count >= _GUSHING:
            yield Hit(*next(found.span() for found in gush if context.draft.sentence_at(found.begin) == place))


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Say it plainly, without slogans or superlatives about ourselves.",
    label="Plain words, no slogans",
    group="acknowledge",
    why="Praise of ourselves under a complaint convinces nobody and shows that a department wrote it.",
    source=("S3.6", "S2.4", "S2.5"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "We are an award-winning team with world-class service.",
        "At Acme, we believe in excellence.",
        "Thousands of happy customers trust us.",
        "We are the place where quality meets comfort.",
        "Join more than a million fans who love our lamps!",
    ),
    good=("Thank you for the note. We bake every morning at five, and on Sunday we started late: that is on us. Ana",),
)
