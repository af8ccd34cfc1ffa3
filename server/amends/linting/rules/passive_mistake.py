"""Whoever did it says so."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context, lexicon_of
from amends.linting.rule import Hit, Rule

_ID = "passive-mistake"


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    # "I'm sorry your parcel was lost" has somebody in it who feels it; "Your parcel was lost. Sorry!" has, too.
    yield from (Hit(*found.span()) for found in context.flagged(_ID, "mild") if not _sorry(context, found.begin))


def _sorry(context: Context, character: int) -> bool:
    apology = lexicon_of(context.language).pattern("apology")
    return any(apology.search(context.draft.raw[place.start : place.end]) for place in context.beside(character))


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Say who did it: “we forgot”, not “mistakes were made”.",
    label="Says “we”, not “mistakes were made”",
    group="own",
    why="A mistake without anyone who made it sounds like one nobody will mend.",
    source=("S2.2", "S4.4.1", "S3.1"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "Unfortunately, mistakes were made.",
        "There was a miscommunication on the day.",
        "Your order was unfortunately overlooked.",
        "The ball was dropped here.",
        "It would seem the second form was never sent.",
        "Testing on small screens was skipped.",
        "Your letter got lost.",
    ),
    good=(
        "Thank you for telling us. I'm sorry your letter was lost: we now scan every one on the day. Rui",
        "Thank you for telling us. We forgot your second plate, and I'm sorry. The pass has a list since Monday. Rui",
    ),
)
