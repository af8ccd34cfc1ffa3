"""What feeds tell: an entry each time a state changed, with the whole note, so that subscribers hear "fixed now"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from heapq import nlargest
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from markupsafe import Markup

from fixlog.book import Book
from fixlog.cards import Card, status
from fixlog.markdown import relinked
from fixlog.model import Site, State
from fixlog.render import environment
from fixlog.views import FixView

ENTRIES = 60
"""In one feed: more than come between two visits of any feed reader."""
NO_NEWS = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a feed without entries: no clock, so that two builds give the same bytes."""


class Channel(NamedTuple):
    """A feed before its format: where it stands, what it is called, and the page it tells of if that is elsewhere."""

    address: str
    title: str
    tells_of: str | None = None

    def place(self, name: str) -> str:
        """The path of its file of this name."""
        return f"{unquote(self.address)}{name}"

    @property
    def page(self) -> str:
        """The page whose news it tells."""
        return self.address if self.tells_of is None else self.tells_of

    def link(self, site: Site, address: str) -> str:
        """A place of the site as this feed writes it: whole, or the way from here if the site's host is not known."""
        return site.base_url + address if site.base_url else f"{'../' * self.address.count('/')}{address}" or "./"


class Told(NamedTuple):
    """A fix came into a state on a day."""

    on: date
    state: State
    card: Card


class Entry(NamedTuple):
    """One piece of news, in words: `id` stays whatever changes, `html` is the whole note."""

    id: str
    title: str
    address: str
    moment: datetime
    product: str
    state: State
    html: str


def newest(cards: Sequence[Card]) -> list[Told]:
    """The latest changes of state that are known with their day, of these fixes."""
    # The last day that still comes in first: to sort every change there ever was would take longer than the rest.
    days = (day for card in cards for day, _state in card.news)
    last = min(nlargest(ENTRIES, days), default="") if len(cards) > ENTRIES else ""
    told = [(day, card.id, state, card) for card in cards for day, state in card.news if day >= last]
    told.sort(key=lambda one: one[1:3])
    told.sort(key=lambda one: one[0], reverse=True)
    return [Told(date.fromisoformat(day), state, card) for day, _id, state, card in told[:ENTRIES]]


def of_one(card: Card) -> list[Told]:
    """The changes of state of one fix, newest first."""
    return newest([card])


def entries(book: Book, channel: Channel, told: Sequence[Told], view: Callable[[Card], FixView]) -> list[Entry]:
    """The news in words."""
    notes: dict[str, Markup] = {}
    return [_entry(book, channel, one, view(one.card), notes) for one in told]


def _entry(book: Book, channel: Channel, one: Told, view: FixView, notes: dict[str, Markup]) -> Entry:
    card, address = one.card, channel.link(book.site, one.card.address)
    if card.id not in notes:
        note = environment(None).get_template("feed_note.html").render(view=view, say=book.say)
        notes[card.id] = Markup(relinked(note, partial(_link, channel, book.site, card)))
    step = next((step.note for step in view.fix.history[::-1] if (step.on, step.state) == (one.on, one.state)), None)
    news = environment(None).get_template("feed_entry.html")
    return Entry(
        id=tag(book.site, f"{card.id}/{one.state}/{one.on.isoformat()}"),
        title=str(book.say("news", state=_state(one), title=card.title).unescape()),
        address=address,
        moment=datetime.combine(one.on, time(), UTC),
        product=card.product,
        state=one.state,
        html=news.render(on=one.on, step=step, card=card, note=notes[card.id], say=book.say),
    )


def _link(channel: Channel, site: Site, card: Card, written: str) -> str:
    """A link of a fix's note as the feed has it: the note counts from the fix's page."""
    try:
        if site.base_url:
            return urljoin(site.base_url + card.address, written)
        if urlsplit(written).scheme or written.startswith("/"):
            return written
        return channel.link(site, urljoin(f"/{card.address}", written).lstrip("/"))
    except ValueError:  # an address that no browser could follow
        return written


def _state(one: Told) -> Markup:
    """The state in full where it still holds, in a word where time went on: its version may have been another."""
    card = one.card
    if one.state == card.state and all(day <= one.on.isoformat() for day, _state in card.news):
        return status(card, one.state)
    return card.say(f"state_{one.state}")


def tag(site: Site, name: str) -> str:
    """An id that stays when the site moves within its host (RFC 4151)."""
    host = urlsplit(site.base_url).hostname if site.base_url else None
    if not host and site.contact and site.contact.email:
        host = site.contact.email.rsplit("@", 1)[1]
    return f"tag:{host or 'fixlog.invalid'},2026:{quote(name)}"
