"""Markdown from fix notes to HTML that is safe to publish: rendered, then cleaned by a short allow-list."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "code", "pre", "kbd", "ul", "ol", "li", "a", "blockquote", "h3", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_REL = "noopener nofollow ugc"
_CLEANER = nh3.Cleaner(tags=TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=_REL)
_LINK = re.compile(r'<a href="([^"]*)"')
_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-+*][ \t]|\d+[.)][ \t])){20}", re.MULTILINE)


_BLANK = re.compile(r"\n[ \t]*\n")
_BUDGET = 10_000_000
"""Python-Markdown looks for the end of each [ and < through the whole paragraph: marks times characters, at most."""


class Tangled(ValueError):
    """The text is nested or knotted beyond what anyone writes, and would take minutes to read."""


class _Tame(Treeprocessor):
    """Headings fit under the page's own; a picture gives way to its description."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("h1", "h2", "h4", "h5", "h6"):
                element.tag = "h3"
            elif element.tag == "img":
                element.tag, element.text = "span", element.get("alt")


class _Taming(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        # Last of the tree's processors: inline ones, which make the pictures, have priority 20.
        md.treeprocessors.register(_Tame(md), "tame", 1)


_MARKDOWN = Markdown(extensions=["fenced_code", "sane_lists", _Taming()], output_format="html")


def render(text: str) -> Markup:
    """The text as HTML. Raises `Tangled`."""
    if _NESTED.search(text):
        raise Tangled("lists and quotations may be nested 20 deep at most")
    if sum((block.count("[") + block.count("<")) * len(block) for block in _BLANK.split(text)) > _BUDGET:
        raise Tangled("too many [ and < in one paragraph; write \\[ and &lt; where they are meant as they stand")
    _MARKDOWN.reset()
    try:
        html = _MARKDOWN.convert(text)
    except RecursionError:
        raise Tangled("it is nested too deeply") from None
    return Markup(_CLEANER.clean(html).strip())


def links(html: str) -> list[str]:
    """The addresses that rendered text links to."""
    return [Markup(href).unescape() for href in _LINK.findall(html)]


def whole_links(html: str, address: str) -> str:
    """Rendered text for another place than its page: links relative to `address` are spelt out."""
    return nh3.clean(
        html, tags=TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=_REL,
        url_relative=("rewrite_with_base", address),
    )  # fmt: skip
