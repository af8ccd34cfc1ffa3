"""Lists of fixes: all of them, those in progress, those of a product, of a version, of an area."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from fixlog import addresses
from fixlog.book import Book
from fixlog.cards import Card, newest_first
from fixlog.pages.page import Page, page
from fixlog.pages.paging import by_month, by_state, by_version, paged
from fixlog.views import WORKING

SHOWN = 10
"""Fixes in progress that stand above the versions of a product."""


class Shelf(NamedTuple):
    """Fixes that have something in common, newest first."""

    name: str
    address: str
    cards: Sequence[Card]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.cards)

    @property
    def released(self) -> int:
        """How many of them are out."""
        return sum(card.state == "released" for card in self.cards)

    @property
    def working(self) -> int:
        """How many of them are not at their end."""
        return sum(card.state in WORKING for card in self.cards)


def shelved(cards: Sequence[Card], of: Callable[[Card], str | None], address: Callable[[str], str]) -> list[Shelf]:
    """The shelf of each name that `of` finds on a card; names with one address share one."""
    named: dict[str, list[Card]] = {}
    for card in cards:
        if name := of(card):
            named.setdefault(name, []).append(card)
    shelves: dict[str, Shelf] = {}
    for name, found in named.items():
        at = address(name)
        other = shelves.get(at)
        shelves[at] = Shelf(other.name, at, newest_first([*other.cards, *found])) if other else Shelf(name, at, found)
    return list(shelves.values())


def products(book: Book) -> list[Shelf]:
    """Every product, in the order the site names them; those it does not name follow by name."""
    order = {addresses.product(name): Shelf(name, addresses.product(name), ()) for name in book.site.products}
    found = sorted(shelved(book.cards, lambda card: card.product, addresses.product), key=_name)
    return list((order | {shelf.address: shelf for shelf in found}).values())


def nearest_first(cards: Sequence[Card]) -> list[Card]:
    """Those not at their end, the nearest to their readers first."""
    return sorted((card for card in cards if card.state in WORKING), key=lambda card: WORKING.index(card.state))


def areas(cards: Sequence[Card]) -> list[Shelf]:
    """The areas of these fixes, by name."""
    return sorted(shelved(cards, lambda card: card.area, addresses.area), key=_name)


def list_pages(book: Book) -> Iterator[Page]:
    """Every page that is a list of fixes."""
    show = {"show": ("status", "product", "day")}
    yield from paged("fixes/", "all.html", book.cards, show, grouped=by_month)
    working = [card for card in book.cards if card.state in WORKING]
    yield from paged("in-progress/", "in_progress.html", working, show, grouped=by_state)
    for product in products(book):
        yield from _product_pages(product)
    found = areas(book.cards)
    yield page("areas/", "areas.html", {"areas": found}, cards=book.cards)
    for area in found:
        values = {"area": area.name, **show}
        yield from paged(area.address, "area.html", area.cards, values, grouped=by_month, told=area.name)


def _product_pages(product: Shelf) -> Iterator[Page]:
    at = partial(addresses.version, product.name)
    versions = shelved(product.cards, lambda card: card.fixed_in, at)
    ended = [card for card in product.cards if card.state not in WORKING]
    values = {
        "product": product.name,
        "shelf": product,
        "working": nearest_first(product.cards)[:SHOWN],
        "versions": versions,
        "areas": areas(product.cards),
        "version_address": at,
    }
    for one in paged(product.address, "product.html", ended, values, grouped=by_version, told=product.name):
        yield one._replace(cards=product.cards) if one.address == product.address else one
    for version in versions:
        values = {
            "product": product.name,
            "version": version.name,
            "product_address": product.address,
            "out": any(card.released for card in version.cards),
            "show": ("status", "day"),
        }
        told = f"{product.name}\n{version.name}"
        yield from paged(version.address, "version.html", version.cards, values, grouped=by_month, told=told)


def _name(shelf: Shelf) -> tuple[str, str]:
    return shelf.name.casefold(), shelf.name
