"""No customer's name where the platform wants none."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.banned import Span, ban, where_banned
from amends.linting.context import Context
from amends.linting.names import author_names
from amends.linting.rule import Example, Rule
from amends.records import Review


def _applies(context: Context) -> bool:
    return where_banned("names")(context) and bool(author_names(context))


def _places(context: Context) -> Iterable[Span]:
    return (match.span() for match in context.draft.name_words if match[0].lower() in author_names(context))


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
    check=ban("names", _places),
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
