"""JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from fixlog.book import Book
from fixlog.feeds.news import Channel, Entry

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(book: Book, channel: Channel, news: Sequence[Entry]) -> bytes:
    """A feed as JSON. Without a base address it does not say where it stands."""
    site = book.site
    known = {
        "home_page_url": channel.link(site, channel.page),
        "feed_url": channel.link(site, f"{channel.address}feed.json"),
    }
    feed: dict[str, Any] = {
        "version": VERSION,
        "title": channel.title,
        **(known if site.base_url else {}),
        "language": site.language,
        "authors": [{"name": site.title, **({"url": site.base_url} if site.base_url else {})}],
        "items": [_item(one) for one in news],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(one: Entry) -> dict[str, Any]:
    moment = one.moment.isoformat()
    return {
        "id": one.id,
        "url": one.address,
        "title": one.title,
        "content_html": one.html,
        "date_published": moment,
        "date_modified": moment,
        "tags": [one.product, one.state],
    }
