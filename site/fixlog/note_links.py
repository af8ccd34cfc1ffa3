"""Where the links of notes lead, so that a build warns of every one that `check` would refuse."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from fixlog import markdown
from fixlog.pages.fix import translations_at
from fixlog.views import FixView

NOTES = ("symptom", "change", "how_to_get")
_ANCHOR = re.compile(r'\sid="([^"]*)"')
ELSEWHERE = "//"
"""Stands for the file where a link leads to none of this site, and should."""


class Link(NamedTuple):
    """A link of a note: where it stands, the link as written, the file of this site it leads to, the anchor there."""

    note: str
    written: str
    path: str
    anchor: str


def of_fix(view: FixView, base: str, language: str) -> Iterator[Link]:
    """The links of a fix's notes, in all its languages, that name no other host; `base` is the path of the site."""
    yield from _of_notes(view, "", f"{base}{view.card.address}", base)
    for other, address in translations_at(view.card, language):
        told = view.fix.translations[other]
        if any(sign in (getattr(told, name) or "") for name in NOTES for sign in "[<"):
            yield from _of_notes(view.translated(other), f"translations.{other}.", f"{base}{address}", base)


def _of_notes(view: FixView, place: str, at: str, base: str) -> Iterator[Link]:
    for name in NOTES:
        for link in markdown.links(getattr(view.notes, name)):
            if (leads := _leads(link, at, base)) is not None:
                yield Link(f"{place}{name}", link, *leads)


def _leads(link: str, at: str, base: str) -> tuple[str, str] | None:
    """The file and the anchor; none for the address of another site in full."""
    try:
        if urlsplit(link).scheme:
            return None
        whole = urlsplit(urljoin(at, link))
    except ValueError:  # an address that no browser could follow
        return ELSEWHERE, ""
    path = unquote(whole.path)
    if whole.netloc or not path.startswith(base):
        return ELSEWHERE, ""
    path = path.removeprefix(base)
    return (f"{path}index.html" if path.endswith("/") or not path else path), unquote(whole.fragment)


def dead(fix: str, links: Iterable[Link], paths: Collection[str]) -> Iterator[str]:
    """A warning for each link of the fix to a file that is not there; `paths` are the site's."""
    for link in links:
        if link.path == ELSEWHERE:
            why = "leads out of the site; write the whole address, with https://"
        elif link.path not in paths:
            why = "leads nowhere"
        else:
            continue
        yield f"fix {fix!r}, {link.note}: the link {link.written!r} {why}"


def dead_anchors(links: Iterable[tuple[str, Link]], page: Callable[[str], bytes]) -> Iterator[str]:
    """A warning for each link to an anchor its page has not; `links` come with their fixes, `page` gives a page."""

    @cache
    def anchors(path: str) -> set[str]:
        return {unescape(anchor) for anchor in _ANCHOR.findall(page(path).decode("utf-8", "replace"))}

    for fix, link in links:
        if link.anchor and link.path.endswith(".html") and link.anchor not in anchors(link.path):
            yield f"fix {fix!r}, {link.note}: the link {link.written!r} leads to an anchor that is not there"
