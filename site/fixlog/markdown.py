"""Markdown from fix notes to HTML that is safe to publish: rendered, then cleaned by a short allow-list."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import nh3
from markupsafe import Markup, escape

from fixlog import plain
from fixlog.fields import UNPRINTABLE
from fixlog.report import Tangled

__all__ = ["Tangled", "links", "render", "whole_links"]

TAGS = {"p", "br", "strong", "em", "code", "pre", "kbd", "ul", "ol", "li", "a", "blockquote", "h3", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_REL = "noopener nofollow ugc"
_CLEANER = nh3.Cleaner(tags=TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=_REL)
_LINK = re.compile(r'<a href="([^"]*)"')


def render(text: str) -> Markup:
    """The text as HTML. Raises `Tangled`."""
    if not text:
        return Markup()
    html = plain.html(text)
    if html is None:
        from fixlog import knotted  # Python-Markdown is slow to import, and most builds need none of it

        html = knotted.html(text)
    # Taken out once more: an entity such as &#7; is a sign only now.
    return Markup(UNPRINTABLE.sub("", _CLEANER.clean(html)).strip())


def links(html: str) -> list[str]:
    """The addresses that rendered text links to."""
    return [Markup(href).unescape() for href in _LINK.findall(html)]


def whole_links(html: str, address: str) -> str:
    """Rendered text for another place than its page: links relative to `address` are spelt out."""
    return _LINK.sub(lambda found: f'<a href="{escape(urljoin(address, Markup(found[1]).unescape()))}"', html)
