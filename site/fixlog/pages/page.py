"""A page before it is rendered: where it stands, what it is made from, and on which fixes it depends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from fixlog.cards import Card
from fixlog.wording import Wording

Values = dict[str, Any] | Callable[[], dict[str, Any]]
"""What a template is given; a function, where that is dear and most builds do not render the page."""


class Page(NamedTuple):
    """A page to be rendered: `root` leads from it to the site's first page; `address` is its canonical place.

    It is rendered anew when one of `cards` changed in what cards tell, or one of `whole` in anything: name all.
    """

    path: str
    template: str
    root: str
    address: str | None
    values: Values
    cards: Sequence[Card] = ()
    whole: Sequence[Card] = ()
    say: Wording | None = None
    """Where the page speaks another language than the site."""
    told: str = ""
    """What else it shows and no card of it tells, such as the name of its shelf."""
    listed: bool = True
    """Does a sitemap name it?"""


def page(
    address: str,
    template: str,
    values: Values,
    *,
    cards: Sequence[Card] = (),
    whole: Sequence[Card] = (),
    say: Wording | None = None,
    told: str = "",
) -> Page:
    """A page at its own address."""
    return Page(f"{unquote(address)}index.html", template, up(address), address, values, cards, whole, say, told)


def moved(at: str, card: Card) -> Page:
    """A page that leads on to a fix."""
    return Page(
        f"{unquote(at)}index.html", "moved.html", up(at), card.address, {"card": card}, cards=(card,), listed=False
    )


def up(address: str) -> str:
    """The way from an address to the site's first page."""
    return "../" * address.count("/") or "./"
