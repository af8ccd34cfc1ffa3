"""Every kind of file a fix log has, and what each is made from; a new kind is a line in one of the two lists here.

What a file may depend on, besides this folder's own code, templates and words, and the site's own part of the
fixlog.json (a change of any of those renders everything anew):

- files of one fix: that fix, nothing else;
- files of the site: the `cards` they show, the fixes they tell `whole` and the words they were `told`, all named
  beforehand.

A file that depended on more would be stale after a small change; `tests/site/test_incremental.py` would find it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from fixlog import feeds, pages, pictures, render, sitemap
from fixlog.book import Book
from fixlog.cards import Card
from fixlog.views import FixView

File = tuple[str, bytes]
"""A path below the output folder, and what stands there."""


class Output(NamedTuple):
    """Files of the site that are made together. `make` is called only when something named here has changed."""

    name: str
    make: Callable[[], Iterable[File]]
    cards: Sequence[Card] = ()
    whole: Sequence[Card] = ()
    told: str = ""
    """Whatever else it shows that may change: a name that several cards write in their own ways."""


def _pages_of_fix(view: FixView, book: Book) -> Iterator[File]:
    return ((page.path, render.page(page, book)) for page in pages.of_fix(view, book))


def _pages_of_site(book: Book) -> Iterator[Output]:
    for page in pages.of_site(book):
        make = partial(_page_of_site, page, book)
        yield Output(page.path, make, page.cards, page.whole, page.told)


def _page_of_site(page: pages.Page, book: Book) -> list[File]:
    return [(page.path, render.page(page, book))]


def _feeds(book: Book) -> Iterator[Output]:
    for one in feeds.of_site(book):
        yield Output(one.name, one.make, whole=one.whole, told=one.title)


def _pictures(book: Book) -> Iterator[Output]:
    # Nothing but the name and the state is drawn, so nothing else of a fix has to be watched.
    for path, name, make in pictures.of_site(book):
        yield Output(path, make, told=name)


def _lists_for_machines(book: Book) -> Iterator[Output]:
    yield Output("robots.txt", lambda: [("robots.txt", sitemap.robots(book))])
    yield Output("fixlog.json", lambda: [("fixlog.json", book.published())], whole=book.cards)
    if book.site.base_url:
        yield Output("sitemap.xml", lambda: [("sitemap.xml", sitemap.sitemap(book))], cards=book.cards)


def _assets(book: Book) -> Iterator[Output]:
    yield Output("assets", lambda: render.assets(book.say.theme).items())


OF_A_FIX: Sequence[Callable[[FixView, Book], Iterable[File]]] = (_pages_of_fix, feeds.of_fix)
OF_THE_SITE: Sequence[Callable[[Book], Iterable[Output]]] = (
    _pages_of_site,
    _feeds,
    _pictures,
    _lists_for_machines,
    _assets,
)
STEPS: Mapping[str, Callable[[Book], Iterable[Output]]] = {}
"""Outputs that `--skip NAME` leaves out."""
