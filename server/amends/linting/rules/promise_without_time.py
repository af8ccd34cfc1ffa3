"""A promise has a day or a span."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "promise-without-time"


def _check(context: Context) -> Iterable[Hit]:
    promises = context.flagged(_ID)
    times = {context.draft.sentence_at(found.begin) for found in context.found(_ID, "time")} if promises else set()
    # A date serves the promises beside it: "We will replace it. It leaves on Friday."
    for promise in promises:
        before = max(0, context.draft.sentence_at(promise.begin).start - 1)
        if not times & (context.beside(promise.begin) | {context.draft.sentence_at(before)}):
            yield Hit(*promise.span())
    yield from (Hit(*vague.span()) for vague in context.unkept(_ID, "vague"))


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Say by when: a day, or “within two days”.",
    label="Promises have a day",
    group="act",
    why="“Soon” can't be kept; a day can, and it tells the customer when to ask again.",
    source=("S4.2.4", "S1.1"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "Our manager will get back to you.",
        "We'll fix it as soon as possible.",
        "It will be fixed soon.",
        "The new seats are in the pipeline.",
        "Please share the report; it will be looked at in due course.",
    ),
    good=(
        "Thank you for the report. We'll look into the crash and post an update here by Friday. Max",
        "Thank you for the report. I'm sorry the export hangs. Please write to us and we'll look at your file. Max",
    ),
)
