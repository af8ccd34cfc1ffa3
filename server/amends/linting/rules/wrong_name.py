"""Call the customer by their own name."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.names import addressed, author_names, is_author
from amends.linting.rule import Example, Hit, Rule
from amends.records import Review


def _applies(context: Context) -> bool:
    return bool(author_names(context))


def _check(context: Context) -> Iterable[Hit]:
    said = set(context.review_text.words)
    for match in addressed(context):
        # A customer may sign the review with another name than the page shows.
        if not is_author(context, match["name"]) and match["name"].lower() not in said:
            yield Hit(*match.span("name"))


_BAG = Review(text="The strap of the bag tore on day two.", author="Tomasz W.")
_SIGNED = Review(text="The strap of the bag tore on day two. Thanks, Hilda", author="A Google user")

RULE = Rule(
    id="wrong-name",
    severity="warning",
    message="This is not the name the review shows: check whom you are answering.",
    label="The customer's own name",
    group="acknowledge",
    why="Another customer's name proves that the reply was copied.",
    source=("S4.3.2", "S2.5", "S1.8"),
    needs=frozenset({"review"}),
    applies=_applies,
    check=_check,
    bad=(
        Example("Hi Karen, I'm sorry about the strap. Write to us for a new bag. Jo", review=_BAG),
        Example("Thank you for the photo, Karen. I'm sorry: write to us for a new bag. Jo", review=_BAG),
        Example("Karen, we are sorry about the strap. Write to us for a new bag. Jo", review=_BAG),
        Example("Dear Mr Holm, sorry about the strap. Write to us for a new bag. Jo", review=_SIGNED),
    ),
    good=(
        Example("Hi Tomasz, thank you. I'm sorry about the strap: write to us for a new bag. Jo", review=_BAG),
        Example("Thank you for the photo, Tomasz. I'm sorry: write to us for a new bag. Jo", review=_BAG),
        Example("Hello there, thank you. I'm sorry about the strap: write to us for a new bag. Jo", review=_BAG),
    ),
)
