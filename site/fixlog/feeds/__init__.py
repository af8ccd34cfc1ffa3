"""Feeds: of everything and of each product, as Atom and as JSON Feed, and of each fix that people may wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from fixlog.book import Book
from fixlog.cards import Card
from fixlog.feeds.atom import atom
from fixlog.feeds.json_feed import json_feed
from fixlog.feeds.news import Channel, Told, entries, newest, of_one
from fixlog.pages.shelves import products
from fixlog.views import FixView

FORMATS: dict[str, Callable[..., bytes]] = {"feed.xml": atom, "feed.json": json_feed}


class Feeds(NamedTuple):
    """The feeds of one channel, made together: where they stand, the fixes they tell whole, and how they are made."""

    name: str
    whole: Sequence[Card]
    title: str
    make: Callable[[], list[tuple[str, bytes]]]


def of_site(book: Book) -> Iterator[Feeds]:
    """The feeds of all fixes, and those of each product."""
    yield _feeds(book, Channel("", book.site.title), book.cards)
    for product in products(book):
        yield _feeds(book, Channel(product.address, f"{book.site.title}: {product.name}"), product.cards)


def _feeds(book: Book, channel: Channel, cards: Sequence[Card]) -> Feeds:
    told = newest(cards)
    whole = list(dict.fromkeys(one.card for one in told))
    return Feeds(f"{channel.address}feed", whole, channel.title, partial(_made, book, channel, told))


def _made(book: Book, channel: Channel, told: Sequence[Told]) -> list[tuple[str, bytes]]:
    news = entries(book, channel, told, book.view)
    return [(channel.place(name), form(book, channel, news)) for name, form in FORMATS.items()]


def of_fix(view: FixView, book: Book) -> Iterator[tuple[str, bytes]]:
    """The feed of one fix, beside its short link: for those it was shown to before it was out, and who wait for it."""
    if not view.card.awaited:
        return
    channel = Channel(view.card.short, f"{book.site.title}: {view.card.title}", view.card.address)
    news = entries(book, channel, of_one(view.card), lambda _card: view)
    yield channel.place("feed.xml"), atom(book, channel, news)
