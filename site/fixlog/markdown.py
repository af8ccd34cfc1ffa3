"""Markdown from fix notes to HTML that is safe to publish: rendered, then cleaned by a short allow-list."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
from markupsafe import Markup, escape

from fixlog import plain
from fixlog.fields import printable
from fixlog.report import Tangled

__all__ = ["Tangled", "links", "relinked", "render"]

TAGS = {"p", "br", "strong", "em", "code", "pre", "kbd", "ul", "ol", "li", "a", "blockquote", "h3", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_REL = "noopener nofollow ugc"
_CLEANER = nh3.Cleaner(tags=TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=_REL)
# What holds these and nothing else has nothing to be cleaned of; links only get their `rel`.
_CLEAN = re.compile(
    r"(?:[^<&\u00a0]++|</?(?:p|em|strong|code|pre|ul|ol|li)>|&(?:amp|lt|gt|quot);"
    r'|<a href="(?:https?|mailto|tel):[A-Za-z0-9@:/.?=%#+,~_-]*+">|</a>)*+'
)
_ANCHOR, _REL_TOO = re.compile(r'(<a href="[^"]*")>'), rf'\1 rel="{_REL}">'
_LINK = re.compile(r'(<a(?: [a-z]+="[^"]*")*? href=")([^"]*)"')


def render(text: str) -> Markup:
    """The text as HTML. Raises `Tangled`."""
    if not text:
        return Markup()
    html = plain.html(text)
    if html is None:
        from fixlog import knotted  # Python-Markdown is slow to import, and most builds need none of it

        html = knotted.html(text)
    elif _CLEAN.fullmatch(html):
        return Markup(_ANCHOR.sub(_REL_TOO, html.replace("&quot;", '"')).strip())  # as the cleaner writes it
    # Taken out once more: an entity such as &#7; is a sign only now.
    return Markup(printable(_CLEANER.clean(html)).strip())


def links(html: str) -> list[str]:
    """The addresses that rendered text links to."""
    return [Markup(href).unescape() for _before, href in _LINK.findall(html)]


def relinked(html: str, link: Callable[[str], str]) -> str:
    """Rendered text for another place than its page, each of its links as `link` writes it there."""
    return _LINK.sub(lambda found: f'{found[1]}{escape(link(Markup(found[2]).unescape()))}"', html)
