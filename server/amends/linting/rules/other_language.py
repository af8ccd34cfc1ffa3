"""Answer in the customer's language."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.languages import phrase_languages_cached, spoken_in
from amends.linting.rule import Example, Hit, Rule
from amends.records import Review


def _check(context: Context) -> Iterable[Hit]:
    ours = context.language if context.language != "und" else spoken_in(context.draft)
    theirs = spoken_in(context.review_text)
    if ours and theirs and theirs != ours:
        # Where we have no words in their language, ours are better than none.
        yield Hit(severity="warning" if theirs in phrase_languages_cached() else "advice")


_GERMAN = "Der Wecker klingelt seit der letzten Änderung nicht mehr, und ich bin schon zweimal zu spät gekommen."

RULE = Rule(
    id="other-language",
    severity="warning",
    message="The customer wrote in another language: answer in theirs, or say that you can't.",
    label="In the customer's language",
    group="acknowledge",
    why="An answer the customer can't read is one for others only.",
    source=("S2.5", "S4.3.2"),
    needs=frozenset({"review"}),
    check=_check,
    bad=(
        Example(
            "Thank you. I'm sorry the alarm is silent. Please write to us and we look. Jo", review=Review(text=_GERMAN)
        ),
    ),
    good=(
        Example(
            "Thank you. I'm sorry the alarm is silent. Please write to us and we look at it today. Jo",
            review=Review(text="Since the last change the alarm is silent and I was late twice."),
        ),
    ),
)
