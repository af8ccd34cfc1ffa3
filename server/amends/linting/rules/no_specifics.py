"""A reply takes up at least one thing the review speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import text
from amends.linting.themes import stem, themes, themes_of
from amends.records import Rating, Review

_ID = "no-specifics"
_FEWEST = 4
"""Telling words a review must have before a reply can be said to pass them over."""
_EMPTY, _SHORT = 2, 5
"""Telling words up to which a reply says nothing at all, and words of a review from which that shows."""


def _names(context: Context) -> frozenset[str | int]:
    """Names that are in every reply: the product's, the business's, the customer's."""
    review, profile = context.review, context.profile
    said = [review and review.product, review and review.author, profile and profile.name]
    said += [person.name for person in profile.staff] if profile else []
    return frozenset(stem(word) for name in said if name for word in text(name).words)


def _applies(context: Context) -> bool:
    if not (context.known and context.known.stop and context.same_language):
        return False
    return len(_reviewed(context)) >= _FEWEST or (_is_empty(context) and context.review_text.word_count >= _SHORT)


def _is_empty(context: Context) -> bool:
    """Would the draft do under any review?"""
    words = context.without(_ID, "generic", _unaddressed(context))
    said = {theme for theme in themes_of(words, context.language) if isinstance(theme, str)}
    return (
        bool(context.known and (_ID, "generic") in context.known.lists)
        and len(said - (_names(context) - _said_in_review(context))) <= _EMPTY
    )


def _unaddressed(context: Context) -> list[str]:
    """The draft's words without mail addresses."""
    addresses = {word for email in context.draft.emails for word in text(email[0]).words}
    return [word for word in context.draft.words if word not in addresses]


def _reviewed(context: Context) -> frozenset[str | int]:
    return _said_in_review(context) - _names(context)


def _said_in_review(context: Context) -> frozenset[str | int]:
    return frozenset(theme for theme in themes(context.review_text.raw, context.language) if isinstance(theme, str))


def _check(context: Context) -> Iterable[Hit]:
    names = _names(context)
    told = [word for word in context.without(_ID, "generic", _unaddressed(context)) if stem(word) not in names]
    both = themes(context.review_text.raw, context.language) & themes_of(told, context.language)
    # Praise may be thanked for in a few words, a complaint not.
    return () if both - names else (Hit(severity="warning" if context.complaint else "advice"),)


_LATE = Review(
    text="Ordered a green kettle, it arrived nine days late and the lid was cracked. Nobody answers the phone.",
    rating=Rating(value=1),
)

RULE = Rule(
    id=_ID,
    severity="warning",
    message="Take up what the customer wrote about: name the thing, the day or the fault.",
    label="Takes up what the customer wrote",
    group="acknowledge",
    why="A detail of theirs in your words proves that somebody read the review.",
    source=("S4.3.2", "S2.5", "S4.1.2"),
    needs=frozenset({"review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. I'm sorry we let you down. Please write to us at help@shop.example. Ada", review=_LATE),),
    good=(
        Example(
            "Thank you for telling us. I'm sorry about the cracked lid; a new kettle leaves today. "
            "If anything else is wrong, write to me at help@shop.example. Ada",
            review=_LATE,
        ),
    ),
)
