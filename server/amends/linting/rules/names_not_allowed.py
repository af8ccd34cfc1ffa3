"""No customer's name where the platform wants none."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.names import author_names
from amends.linting.rule import Example, Hit, Rule, told_by
from amends.records import Review


def _applies(context: Context) -> bool:
    return context.platform.names is not None and not context.platform.names.value and bool(author_names(context))


def _check(context: Context) -> Iterable[Hit]:
    fact = context.platform.names
    for match in context.draft.name_words:
        if match[0].lower() in author_names(context):
            yield Hit(*match.span(), **told_by(fact, context))


_PLAIN = Review(text="The room faced the road and the lift was out.", author="Quentin P")

RULE = Rule(
    id="names-not-allowed",
    severity="error",
    message="Take the customer's name out: this platform allows none in replies.",
    label="No customer's name where the platform takes none",
    group="safe",
    why="A reply that names its guest is refused or taken down here.",
    needs=frozenset({"review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you, Quentin. The lift runs again. Jo", review=_PLAIN, platform="tripadvisor"),),
    good=(
        Example(
            "Thank you. I'm sorry about the road below the room and the lift; it runs again since Monday. "
            "Please ask for me at the desk. Jo",
            review=_PLAIN,
            platform="tripadvisor",
        ),
    ),
)
