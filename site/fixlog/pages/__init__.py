"""Which pages there are, where they stand, and what each is given; a new kind of page is added here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fixlog.book import Book
from fixlog.cards import Card
from fixlog.pages.fix import fix_addresses, fix_pages
from fixlog.pages.page import Page, moved
from fixlog.pages.shelves import list_pages
from fixlog.pages.telling import answers, home, missing, search, thanks
from fixlog.views import FixView

__all__ = ["Page", "addresses", "of_fix", "of_site"]


def of_fix(view: FixView, book: Book) -> Iterator[Page]:
    """The pages of one fix; they show nothing of another."""
    return fix_pages(view, book.site.language)


def of_site(book: Book) -> Iterator[Page]:
    """Every other page, in no order that matters; each names the fixes it shows."""
    for pages in (home, list_pages, search, thanks, answers, missing):
        yield from pages(book)
    yield from _former(book.cards)


def _former(cards: Sequence[Card]) -> Iterator[Page]:
    """A page at each former slug that leads on; a slug in use, or given up by an earlier fix, keeps its meaning."""
    taken = {card.slug.casefold() for card in cards}
    for card in cards:
        for slug in card.former_slugs:
            if slug.casefold() not in taken:
                taken.add(slug.casefold())
                yield moved(f"fixes/{slug}/", card)


def addresses(book: Book) -> list[str]:
    """The places a sitemap names, first page first."""
    pages = [page.address for page in of_site(book) if page.listed and page.address is not None]
    cards = sorted(book.cards, key=lambda card: card.slug)
    return [*pages, *(address for card in cards for address in fix_addresses(card, book.site.language))]
