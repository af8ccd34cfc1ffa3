"""Pages that tell of the whole: the first page, thanks, how reviews are answered, and the one for what is not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from fixlog.book import Book
from fixlog.cards import Card
from fixlog.model import Answering
from fixlog.pages.page import Page, page
from fixlog.pages.shelves import nearest_first, products
from fixlog.views import WORKING, said, shortened

LATELY = 6
"""Fixes on the first page; all of them stand on `fixes/`."""
AT_WORK = 6
KIND_WORDS = 2
MOST_TOLD = 5
PRAISE = 100
"""Quotations on one page of thanks."""
WORDS = 140
"""Characters of customers' words in a list."""


class Counts(NamedTuple):
    """How many fixes there are, and how many people reported them."""

    cards: int
    released: int
    working: int
    people: int


def home(book: Book) -> Iterator[Page]:
    """The first page: fixed lately, being worked on, how fast reviews are answered."""
    lately = [card for card in book.cards if card.state == "released"][:LATELY]
    yield page("", "home.html", partial(_home, book, lately), cards=book.cards, whole=lately)


def _home(book: Book, lately: Sequence[Card]) -> dict[str, Any]:
    return {
        "counts": _counts(book.cards),
        "lately": lately,
        "words_of": partial(_words, book),
        "working": nearest_first(book.cards)[:AT_WORK],
        "products": products(book),
        "areas": any(card.area for card in book.cards),
        "praise": said(book.praise[:KIND_WORDS], 300, book.say),
        "answering": answering(book.site.answering),
    }


def _words(book: Book, card: Card) -> str | None:
    """What one customer said, for a list."""
    quotes = book.view(card).fix.quotes
    return shortened(quotes[0].text, WORDS) if quotes else None


def thanks(book: Book) -> Iterator[Page]:
    """Whom we owe what was fixed, and what was said kindly."""
    parts = [book.praise[at : at + PRAISE] for at in range(0, len(book.praise), PRAISE)] or [()]
    for number, quotes in enumerate(parts):
        more = number + 1 if number + 1 < len(parts) else None
        values = {"praise": said(quotes, 600, book.say), "more": more, "number": number or None}
        if number:
            yield page(f"thanks/more/{number}/", "thanks.html", values)
        else:
            yield page("thanks/", "thanks.html", partial(_thanks, book, values), cards=book.cards)


def _thanks(book: Book, values: dict[str, Any]) -> dict[str, Any]:
    told = [card for card in book.cards if card.state == "released" and card.people > 1]
    return {**values, "counts": _counts(book.cards), "most": sorted(told, key=lambda card: -card.people)[:MOST_TOLD]}


def search(book: Book) -> Iterator[Page]:
    """Where a symptom is looked up; without scripts the lists."""
    yield page("search/", "search.html", lambda: {"products": products(book)}, cards=book.cards)


def answers(book: Book) -> Iterator[Page]:
    """How reviews are answered: the goals, and what was held."""
    yield page("answers/", "answers.html", {"answering": answering(book.site.answering)})


def missing(book: Book) -> Iterator[Page]:
    """Shown at any depth, so that only a path from the host's own root finds the style sheet from there."""
    root = urlsplit(book.site.base_url).path if book.site.base_url else "./"
    yield Page("404.html", "missing.html", root, None, {}, listed=False)


def _counts(cards: Sequence[Card]) -> Counts:
    return Counts(
        cards=len(cards),
        released=sum(card.state == "released" for card in cards),
        working=sum(card.state in WORKING for card in cards),
        people=sum(card.people for card in cards),
    )


class Answered(NamedTuple):
    """The goals and what was held, as templates say them."""

    goals: Sequence[tuple[str, float]]
    median: float | None
    share: float | None
    since: date | None

    @property
    def facts(self) -> bool:
        """Is anything known of what was held?"""
        return self.median is not None or self.share is not None


def answering(told: Answering | None) -> Answered:
    """The goals and what was held."""
    told = told or Answering()
    goals = [(goal.severity, goal.hours) for goal in told.goals]
    return Answered(goals, told.median_hours, told.share_within, told.since)
