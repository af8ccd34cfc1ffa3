"""The pages of one fix: its note in each language, and the short link that leads there; nothing of another fix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from fixlog.cards import Card
from fixlog.pages.page import Page, moved, page
from fixlog.views import FixView
from fixlog.wording import own_name


class Tongue(NamedTuple):
    """A language the note can be read in: its own name for itself, and where."""

    language: str
    name: str
    address: str


def fix_pages(view: FixView, language: str) -> Iterator[Page]:
    """The note in the site's `language`, in every other it has, and the short link."""
    card = view.card
    tongues = [Tongue(one, own_name(one), _address(card, one, language)) for one in _languages(card, language)]
    for tongue in tongues or [Tongue(language, "", card.address)]:
        other = tongue.language != language
        told = view.translated(tongue.language) if other else view
        values = {"view": told, "tongues": tongues, "language": tongue.language, "noted": _noted(told, tongue)}
        yield page(tongue.address, "fix.html", values, say=told.say if other else None)
    yield moved(card.short, card)


def fix_addresses(card: Card, language: str) -> list[str]:
    """Where the note stands, in every language it has."""
    return [_address(card, one, language) for one in _languages(card, language) or [language]]


def translations_at(card: Card, language: str) -> list[tuple[str, str]]:
    """Each language of the note but the site's own, and where it stands in it."""
    return [(one, _address(card, one, language)) for one in _languages(card, language)[1:]]


def _languages(card: Card, language: str) -> list[str]:
    """Every language of the note, the site's own first; none where there is one only."""
    if not card.languages:
        return []
    # By what stands in the address: some disks and hosts do not tell capitals from small letters.
    others = {one.casefold(): one for one in card.languages}
    others.pop(language.casefold(), None)
    return [language, *others.values()] if others else []


def _address(card: Card, language: str, main: str) -> str:
    return card.address if language == main else f"{card.address}{language.casefold()}/"


def _noted(view: FixView, tongue: Tongue) -> Markup:
    if tongue.language == view.say.language:
        return Markup('dir="auto"')
    return Markup('dir="auto" lang="{}"').format(tongue.language)
