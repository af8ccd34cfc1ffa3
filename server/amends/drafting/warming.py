"""Loads beforehand what the first suggestions of each language would wait for."""

from __future__ import annotations

from amends.drafting import draft
from amends.playbook import languages
from amends.records import Contact, Person, Profile, Rating, Review

_REVIEW = Review(
    text="The timer stops when the screen goes dark, since version 2.3. I lost an hour. Why?",
    author="Ann Lee",
    rating=Rating(value=1),
)
_SHOP = Profile(name="Shop", contact=Contact(email="help@shop.example"), staff=(Person(name="Jo Bell"),))


def warm() -> None:
    """Read every language's sentences and make the patterns that reviews are read with (about a second)."""
    for language in languages():
        draft(_REVIEW, language=language, profile=_SHOP)
        draft(_REVIEW.model_copy(update={"language": language}), profile=_SHOP)
