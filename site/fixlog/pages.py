"""Which pages there are, where they stand, and what each is given; a new kind of page is added here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from fixlog.book import Book
from fixlog.cards import Card
from fixlog.views import WORKING, FixView, said

LATELY = 10
"""Fixes on the first page; all of them stand on `fixes/`."""
KIND_WORDS = 5


class Page(NamedTuple):
    """A page to be rendered: `root` leads from it to the site's first page; `address` is its canonical place.

    It is rendered anew when one of `cards` changed in what cards tell, or one of `whole` in anything: name all.
    """

    path: str
    template: str
    root: str
    address: str | None
    values: dict[str, Any]
    cards: Sequence[Card] = ()
    whole: Sequence[Card] = ()


class Shelves(NamedTuple):
    """The fixes as lists tell them: newest first, or nearest to being out first."""

    released: list[Card]
    working: list[Card]
    staying: list[Card]


def shelves(cards: Sequence[Card]) -> Shelves:
    """Every fix on the shelf its state puts it on; `cards` are the newest first."""
    working = [card for card in cards if card.state in WORKING]
    working.sort(key=lambda card: WORKING.index(card.state))
    return Shelves(
        [card for card in cards if card.state == "released"],
        working,
        [card for card in cards if card.state == "wont_fix"],
    )


def of_fix(view: FixView) -> Iterator[Page]:
    """The pages of one fix; they show nothing of another."""
    path = f"fixes/{view.fix.slug}/index.html"
    yield Page(path, "fix.html", "../../", view.card.address, {"view": view})
    yield _moved(f"f/{view.fix.id}/index.html", view.card)


def of_site(book: Book) -> Iterator[Page]:
    """Every other page, in no order that matters; each names the fixes it shows."""
    shelf = shelves(book.cards)
    home = {
        "shelf": shelf,
        "lately": shelf.released[:LATELY],
        "praise": said(book.praise[:KIND_WORDS], 300),
        "answering": _answering(book),
    }
    # All of them, because it counts them.
    yield Page("index.html", "home.html", "./", "", home, cards=book.cards)
    years = [
        (year if year > "0001" else book.say("undated"), list(cards))
        for year, cards in groupby(shelf.released, key=lambda card: card.settled[:4])
    ]
    values = {"shelf": shelf, "years": years}
    yield Page("fixes/index.html", "all.html", "../", "fixes/", values, cards=book.cards)
    yield from _former(book.cards)
    # A missing page is shown at any depth: only a path from the host's own root finds the style sheet from there.
    host_root = urlsplit(book.site.base_url).path if book.site.base_url else "./"
    all_fixes = Markup('<a href="{}fixes/">{}</a>').format(host_root, book.say("all_fixes"))
    yield Page("404.html", "missing.html", host_root, None, {"all_fixes": all_fixes})


def _moved(path: str, card: Card) -> Page:
    return Page(path, "moved.html", "../../", card.address, {"card": card}, cards=(card,))


def _former(cards: Sequence[Card]) -> Iterator[Page]:
    """A page at each former slug that leads on; a slug in use, or given up by an earlier fix, keeps its meaning."""
    taken = {card.slug.casefold() for card in cards}
    for card in cards:
        for slug in card.former_slugs:
            if slug.casefold() not in taken:
                taken.add(slug.casefold())
                yield _moved(f"fixes/{slug}/index.html", card)


def _answering(book: Book) -> dict[str, Any] | None:
    answering, say = book.site.answering, book.say
    if not answering or not (answering.goals or answering.median_hours is not None):
        return None

    def hours(count: float, key: str) -> str:
        return say(key, count=int(count) if count == int(count) else say.number(count))

    facts = []
    if answering.median_hours is not None:
        facts.append(say("held", hours=hours(answering.median_hours, "hours")))
    if answering.share_within is not None:
        facts.append(say("held_share", percent=round(answering.share_within * 100)))
    if answering.since and facts:
        facts.append(say("counted_since", day=say.day(answering.since)))
    goals = [(say(f"goal_{goal.severity}"), hours(goal.hours, "within")) for goal in answering.goals]
    return {"goals": goals, "facts": facts}


def addresses(book: Book) -> list[str]:
    """The places a sitemap names, first page first."""
    return ["", "fixes/", *(card.address for card in sorted(book.cards, key=lambda card: card.slug))]
