"""Our own name, and no other business's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import text
from amends.records import Profile, Review

_ID = "other-brand"
_BRAND = re.compile(r"\s+((?:the\s+)?[A-Z][\w&'’.-]*(?:\s+(?:&|of|and|[A-Z][\w&'’.-]*)){0,3})")


def _known(context: Context) -> set[str]:
    """Words of the names that may be meant: ours, the product's, the platform's, what the review speaks of."""
    review, profile = context.review, context.profile
    said = [review.product, review.listing, review.words, review.author] if review else []
    said += [profile.name, profile.contact.url, profile.contact.email] if profile else []
    said += [person.name for person in profile.staff] if profile else []
    said += [context.platform.name]
    return {word for name in said if name for word in text(name).words}


def _applies(context: Context) -> bool:
    return context.profile is not None or bool(context.review and context.review.product)


def _check(context: Context) -> Iterable[Hit]:
    for found in context.found(_ID, "before"):
        brand = _BRAND.match(context.draft.raw, found.finish) or _BRAND.match(context.draft.raw, found.finish - 1)
        words = set(text(brand[1]).words) - _common(context) if brand else set()
        if brand and words and not words & _known(context):
            yield Hit(*brand.span(1))


def _common(context: Context) -> frozenset[str]:
    return context.known.common | context.known.stop if context.known else frozenset()


_SHOP = Profile(name="Bean & Leaf")

RULE = Rule(
    id=_ID,
    severity="warning",
    message="This is not our name: check where the text was copied from.",
    label="Our own name",
    group="acknowledge",
    why="Another business's name in the reply shows what it was copied from.",
    source=("S2.5", "S1.8"),
    needs=frozenset({"phrases"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you for choosing Coffee Kingdom. The tins are back. Marta", profile=_SHOP),),
    good=(
        Example("Thank you for choosing Bean & Leaf. The tins are back on Monday. Marta", profile=_SHOP),
        Example(
            "Thank you. The tins are back.\n\nMarta, on behalf of Bean & Leaf",
            profile=_SHOP,
            review=Review(text="Tins?"),
        ),
    ),
)
