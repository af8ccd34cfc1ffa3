"""The Atom feed: an entry each time a state changed, with the whole note, so that subscribers hear "fixed now"."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from feedgenerator import Atom1Feed
from markupsafe import Markup

from fixlog.book import Book
from fixlog.cards import Card, status
from fixlog.markdown import whole_links
from fixlog.model import Site, State
from fixlog.render import environment

PATH = "feed.xml"
ENTRIES = 60
_NO_NEWS = datetime(2000, 1, 1, tzinfo=UTC)


class Told(NamedTuple):
    """A fix came into a state on a day."""

    on: date
    state: State
    card: Card


class _Steady(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed without entries keeps its date, too: two builds give the same bytes."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_NO_NEWS)


def newest(book: Book) -> list[Told]:
    """The latest changes of state that are known with their day, of all fixes."""
    told = [(day, card.id, state, card) for card in book.cards for day, state in card.news]
    told.sort(key=lambda one: one[1:3])
    told.sort(key=lambda one: one[0], reverse=True)
    return [Told(date.fromisoformat(day), state, card) for day, _id, state, card in told[:ENTRIES]]


def feed(book: Book, told: list[Told]) -> bytes:
    """feed.xml. Without a base address its links are relative to the feed's own place."""
    site, say = book.site, book.say
    base = site.base_url or ""
    out = _Steady(
        title=site.title,
        link=base or "./",
        description=None,
        language=site.language,
        author_name=site.title,
        feed_url=base + PATH if base else None,
        feed_guid=_tag(site, "feed"),
    )
    for one in told:
        moment = datetime.combine(one.on, time(), UTC)
        out.add_item(
            title=say("news", state=_state(one), title=one.card.title).unescape(),
            link=base + one.card.address,
            description=None,
            unique_id=_tag(site, f"{one.card.id}/{one.state}/{one.on.isoformat()}"),
            pubdate=moment,
            updateddate=moment,
            categories=[one.card.product, one.state],
            content=_content(one, book, base + one.card.address),
        )
    return str(out.writeString("utf-8")).encode()


def _state(one: Told) -> Markup:
    """The state in full where it still holds, in a word where time went on: its version may have been another."""
    card = one.card
    if one.state == card.state and all(day <= one.on.isoformat() for day, _state in card.news):
        return status(card, one.state)
    return card.say(f"state_{one.state}")


def _content(one: Told, book: Book, address: str) -> str:
    view = book.view(one.card)
    note = next((step.note for step in view.fix.history[::-1] if (step.on, step.state) == (one.on, one.state)), None)
    html = environment().get_template("feed_entry.html").render(on=one.on, note=note, view=view, say=book.say)
    return whole_links(html, address) if "://" in address else html


def _tag(site: Site, name: str) -> str:
    """An id that stays when the site moves within its host (RFC 4151)."""
    host = urlsplit(site.base_url).hostname if site.base_url else None
    if not host and site.contact and site.contact.email:
        host = site.contact.email.rsplit("@", 1)[1]
    return f"tag:{host or 'fixlog.invalid'},2026:{quote(name)}"
