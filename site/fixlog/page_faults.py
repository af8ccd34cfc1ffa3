"""What a built page links to, and what it holds that a fix log may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlsplit

Attributes = dict[str, str]
_BRINGS_IN = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
_FORBIDDEN = ("script", "style")
_POLICY = "default-src 'none'"
# Pages as the site's own templates write them are read by these two, in a tenth of the time an `HTMLParser` takes.
_PLAIN = re.compile(r"<(?:/[a-z0-9]+|!doctype html|([a-z][a-z0-9]*)((?:\s[a-zA-Z:-]+(?:=\"[^\"<>]*\")?)*)/?)>")
_TELLING = re.compile(r"\s(?:id|href|src|http-equiv|style|on\w+)\b", re.IGNORECASE).search
_ATTRIBUTE = re.compile(r"\s([a-zA-Z:-]+)(?:=\"([^\"]*)\")?")


class Seen(NamedTuple):
    """A page as a checker sees it."""

    links: list[str]
    anchors: set[str]
    faults: list[str]


class _Parsed(HTMLParser):
    """The tags of any page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if attrs or tag in _FORBIDDEN:
            self.tags.append((tag, {name: value or "" for name, value in attrs}))


def seen(text: str) -> Seen:
    """The page's links and anchors, and its faults, each with what to do about it."""
    page, policy = Seen([], set(), []), False
    for tag, values in _tags(text):
        _add_anchor(page, values)
        _add_links(page, tag, values)
        page.faults.extend(_forbidden(tag, values))
        policy = policy or (tag == "meta" and _POLICY in _content(values, "content-security-policy"))
    if not policy:
        page.faults.append("has no content policy, so a browser would run any script in it")
    if not text.rstrip().endswith("</html>"):
        page.faults.append("is cut short: </html> does not stand at its end")
    return page._replace(faults=[f"{fault}; build again, or mend the theme's template" for fault in page.faults])


def _tags(text: str) -> Iterable[tuple[str, Attributes]]:
    """Every tag with attributes, every script and every style."""
    found = _PLAIN.findall(text)
    if len(found) == text.count("<"):
        return [(tag, _attributes(rest)) for tag, rest in found if tag in _FORBIDDEN or _TELLING(rest)]
    parser = _Parsed()
    parser.feed(text)
    return parser.tags


@lru_cache(maxsize=20_000)
def _attributes(text: str) -> Attributes:
    return {name.lower(): unescape(value) if "&" in value else value for name, value in _ATTRIBUTE.findall(text)}


def _content(values: Attributes, kind: str) -> str:
    return values.get("content", "") if values.get("http-equiv", "").lower() == kind else ""


def _add_anchor(page: Seen, values: Attributes) -> None:
    if name := values.get("id"):
        if name in page.anchors:
            page.faults.append(f"the anchor {name!r} stands there twice")
        page.anchors.add(name)


def _add_links(page: Seen, tag: str, values: Attributes) -> None:
    if values.get("rel") != "canonical":
        page.links.extend([values[name] for name in ("href", _BRINGS_IN.get(tag, "href")) if name in values][:1])
    if tag == "meta" and (leads := _content(values, "refresh")):
        page.links.append(leads.partition("url=")[2])


def _forbidden(tag: str, values: Attributes) -> Iterable[str]:
    if tag == "script" and not values.get("src"):
        yield "it holds an inline script; the fix log's policy forbids it"
    if tag == "style" or "style" in values:
        yield f"<{tag}> holds style, which the fix log's policy leaves without effect; it belongs into theme.css"
    if (brought := values.get(_BRINGS_IN.get(tag, ""))) and (urlsplit(brought).scheme or urlsplit(brought).netloc):
        yield f"<{tag}> loads {brought[:80]!r} from elsewhere"
    for name in values:
        if name.startswith("on"):
            yield f"<{tag}> has {name}, which is a script"
