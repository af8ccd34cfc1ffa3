"""Atom (RFC 4287): one short template, because a build may write ten thousand of these."""

from __future__ import annotations

from collections.abc import Sequence

from fixlog.book import Book
from fixlog.feeds.news import NO_NEWS, Channel, Entry, tag
from fixlog.render import environment


def atom(book: Book, channel: Channel, news: Sequence[Entry]) -> bytes:
    """A feed as Atom. Without a base address its links are relative to its own place."""
    site = book.site
    feed = (
        environment(None)
        .get_template("feed.xml")
        .render(
            site=site,
            id=tag(site, f"{channel.address}feed"),
            title=channel.title,
            updated=max((one.moment for one in news), default=NO_NEWS),
            page=channel.link(site, channel.page),
            place=channel.link(site, f"{channel.address}feed.xml") if site.base_url else None,
            news=news,
        )
    )
    return feed.encode()
