"""Which pages there are, where they stand, and what each is given; a new kind of page is added here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from fixlog.model import FixLog
from fixlog.views import WORKING, FixView, said
from fixlog.wording import Wording

LATELY = 10
"""Fixes on the first page; all of them stand on `fixes/`."""
KIND_WORDS = 5


class Page(NamedTuple):
    """A page to be rendered: `root` leads from it to the site's first page; `address` is its canonical place."""

    path: str
    template: str
    root: str
    address: str | None
    values: dict[str, Any]


class Shelves(NamedTuple):
    """The fixes as lists tell them: newest first, or nearest to being out first."""

    released: list[FixView]
    working: list[FixView]
    staying: list[FixView]


def shelves(views: list[FixView]) -> Shelves:
    """Every fix on the shelf its state puts it on."""
    newest = sorted(views, key=lambda view: (-view.settled_on.toordinal(), view.fix.id))
    working = [view for view in newest if view.fix.state in WORKING]
    working.sort(key=lambda view: WORKING.index(view.fix.state))
    return Shelves(
        [view for view in newest if view.fix.state == "released"],
        working,
        [view for view in newest if view.fix.state == "wont_fix"],
    )


def pages(log: FixLog, views: list[FixView], say: Wording) -> Iterator[Page]:
    """Every page of the site, in no order that matters."""
    shelf = shelves(views)
    home = {
        "shelf": shelf,
        "lately": shelf.released[:LATELY],
        "praise": said(log.praise[:KIND_WORDS], 300),
        "answering": _answering(log, say),
    }
    yield Page("index.html", "home.html", "./", "", home)
    years = [
        (str(year) if year > 1 else say("undated"), list(fixes))
        for year, fixes in groupby(shelf.released, key=lambda view: view.settled_on.year)
    ]
    yield Page("fixes/index.html", "all.html", "../", "fixes/", {"shelf": shelf, "years": years})
    for view in views:
        yield Page(f"fixes/{view.fix.slug}/index.html", "fix.html", "../../", view.address, {"view": view})
        yield _moved(f"f/{view.fix.id}/index.html", view)
    yield from _former(views)
    # A missing page is shown at any depth: only a path from the host's own root finds the style sheet from there.
    host_root = urlsplit(log.site.base_url).path if log.site.base_url else "./"
    all_fixes = Markup('<a href="{}fixes/">{}</a>').format(host_root, say("all_fixes"))
    yield Page("404.html", "missing.html", host_root, None, {"all_fixes": all_fixes})


def _moved(path: str, view: FixView) -> Page:
    return Page(path, "moved.html", "../../", view.address, {"view": view})


def _former(views: list[FixView]) -> Iterator[Page]:
    """A page at each former slug that leads on; a slug in use, or given up by an earlier fix, keeps its meaning."""
    taken = {view.fix.slug.casefold() for view in views}
    for view in views:
        for slug in view.fix.former_slugs:
            if slug.casefold() not in taken:
                taken.add(slug.casefold())
                yield _moved(f"fixes/{slug}/index.html", view)


def _answering(log: FixLog, say: Wording) -> dict[str, Any] | None:
    answering = log.site.answering
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


def addresses(log: FixLog) -> list[str]:
    """The places a sitemap names, first page first."""
    return ["", "fixes/", *(f"fixes/{quote(fix.slug)}/" for fix in sorted(log.fixes, key=lambda fix: fix.slug))]
