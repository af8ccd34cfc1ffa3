"""The Atom feed: an entry each time a state changed, with the whole note, so that subscribers hear "fixed now"."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from feedgenerator import Atom1Feed
from markupsafe import Markup

from fixlog.markdown import whole_links
from fixlog.model import FixLog, State
from fixlog.render import environment
from fixlog.views import FixView, status
from fixlog.wording import Wording

PATH = "feed.xml"
ENTRIES = 60
_NO_NEWS = datetime(2000, 1, 1, tzinfo=UTC)


class News(NamedTuple):
    """A fix came into a state on a day."""

    on: date
    state: State
    note: str | None
    view: FixView


class _Steady(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed without entries keeps its date, too: two builds give the same bytes."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_NO_NEWS)


def news(view: FixView) -> list[News]:
    """Every change of state that is known with its day, the latest state always among them."""
    fix = view.fix
    by_state = {(step.on, step.state): News(step.on, step.state, step.note, view) for step in fix.history}
    steps = list(by_state.values())
    if fix.state not in (step.state for step in steps):
        on = fix.released_on if fix.state == "released" else max((step.on for step in steps), default=None)
        if on := on or fix.first_reported_on:
            steps.append(News(on, fix.state, None, view))
    return steps


def feed(log: FixLog, views: list[FixView], say: Wording) -> bytes:
    """feed.xml. Without a base address its links are relative to the feed's own place."""
    base = log.site.base_url or ""
    out = _Steady(
        title=log.site.title,
        link=base or "./",
        description=None,
        language=log.site.language,
        author_name=log.site.title,
        feed_url=base + PATH if base else None,
        feed_guid=_tag(log, "feed"),
    )
    told = [one for view in views for one in news(view)]
    told.sort(key=lambda one: (-one.on.toordinal(), one.view.fix.id, one.state, one.note or ""))
    for one in told[:ENTRIES]:
        moment = datetime.combine(one.on, time(), UTC)
        out.add_item(
            title=say("news", state=_state(one, say), title=one.view.fix.title).unescape(),
            link=base + one.view.address,
            description=None,
            unique_id=_tag(log, f"{one.view.fix.id}/{one.state}/{one.on.isoformat()}"),
            pubdate=moment,
            updateddate=moment,
            categories=[one.view.fix.product, one.state],
            content=_content(one, say, base + one.view.address),
        )
    return str(out.writeString("utf-8")).encode()


def _state(one: News, say: Wording) -> Markup:
    """The state in full where it still holds, in a word where time went on: its version may have been another."""
    fix = one.view.fix
    if one.state == fix.state and all(step.on <= one.on for step in fix.history):
        return status(fix, one.state, say)
    return say(f"state_{one.state}")


def _content(one: News, say: Wording, address: str) -> str:
    html = environment().get_template("feed_entry.html").render(news=one, view=one.view, say=say)
    return whole_links(html, address) if "://" in address else html


def _tag(log: FixLog, name: str) -> str:
    """An id that stays when the site moves within its host (RFC 4151)."""
    site = log.site
    host = urlsplit(site.base_url).hostname if site.base_url else None
    if not host and site.contact and site.contact.email:
        host = site.contact.email.rsplit("@", 1)[1]
    return f"tag:{host or 'fixlog.invalid'},2026:{quote(name)}"
