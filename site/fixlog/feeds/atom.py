"""Atom (RFC 4287), written by feedgenerator."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from feedgenerator import Atom1Feed

from fixlog.book import Book
from fixlog.feeds.news import NO_NEWS, Channel, Entry, tag


class _Steady(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed without entries keeps its date, too."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=NO_NEWS)


def atom(book: Book, channel: Channel, news: Sequence[Entry]) -> bytes:
    """A feed as Atom. Without a base address its links are relative to its own place."""
    site = book.site
    out = _Steady(
        title=channel.title,
        link=channel.link(site, channel.page),
        description=None,
        language=site.language,
        author_name=site.title,
        feed_url=channel.link(site, f"{channel.address}feed.xml") if site.base_url else None,
        feed_guid=tag(site, f"{channel.address}feed"),
    )
    for one in news:
        out.add_item(
            title=one.title,
            link=one.address,
            description=None,
            unique_id=one.id,
            pubdate=one.moment,
            updateddate=one.moment,
            categories=[one.product, one.state],
            content=one.html,
        )
    return str(out.writeString("utf-8")).encode()
