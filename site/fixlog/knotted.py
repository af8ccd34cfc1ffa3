"""Notes that are not plain, by Python-Markdown: what stands here decides what Markdown means in a fix log."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from fixlog.report import Tangled

_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-+*][ \t]|\d+[.)][ \t])){20}", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")
_BUDGET = 10_000_000
"""Python-Markdown looks for the end of each [ and < through the whole paragraph: marks times characters, at most."""


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


def html(text: str) -> str:
    """The text as HTML, not yet cleaned. Raises `Tangled`."""
    if _NESTED.search(text):
        raise Tangled("lists and quotations may be nested 20 deep at most")
    if sum((block.count("[") + block.count("<")) * len(block) for block in _BLANK.split(text)) > _BUDGET:
        raise Tangled("too many [ and < in one paragraph; write \\[ and &lt; where they are meant as they stand")
    _MARKDOWN.reset()
    try:
        return _MARKDOWN.convert(text)
    except RecursionError:
        raise Tangled("it is nested too deeply") from None
