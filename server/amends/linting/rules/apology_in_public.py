"""In some trades the apology that every other reply wants tells what may not be told; the reverse of `no-sympathy`."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context, lexicon_of
from amends.linting.rule import Example, Hit, Rule
from amends.records import Profile


def _check(context: Context) -> Iterable[Hit]:
    if context.known is not None:
        for found in lexicon_of(context.language).pattern("apology").finditer(context.draft.raw):
            yield Hit(*found.span())


_CLINIC = Profile(name="Lindholm Dental", trade="dental practice")

RULE = Rule(
    id="apology-in-public",
    severity="warning",
    message="Say sorry in private: here it tells that something happened, and to whom.",
    label="No sorry in public in this trade",
    group="own",
    why="Where it is confidential that somebody came, an apology for what happened there gives it away.",
    source=("S4.6.4",),
    asleep=True,
    check=_check,
    bad=(Example("Thank you. We are sorry about the wait. Please call 020 7946 0018. Bo", profile=_CLINIC),),
    good=(
        Example("Thank you for writing. Please call 020 7946 0018, so that we can listen. Bo", profile=_CLINIC),
        "Thank you for telling us. I'm sorry about the wait. Please call me on 020 7946 0018. Bo",
    ),
)
