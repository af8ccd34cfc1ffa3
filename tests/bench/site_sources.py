"""The fixes of a fix log as the sources of other generators: one Markdown file a fix, in the dialect of each."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

TREES = Path(__file__).parent / "site_peers"
STYLE = Path(__file__).parents[2] / "site" / "fixlog" / "assets" / "fixlog.css"
Fix = dict[str, Any]


def write(name: str, fixes: list[Fix], folder: Path) -> None:
    """The whole source of the generator `name` in `folder`, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TREES / name, folder)
    content, static = PLACES[name]
    (folder / static).mkdir(parents=True, exist_ok=True)
    shutil.copy(STYLE, folder / static)
    place = folder / content
    place.mkdir(parents=True, exist_ok=True)
    for fix in fixes:
        (place / f"{fix['slug']}.md").write_text(HEADS[name](fix) + body(fix), "utf-8")
    if name == "mkdocs":
        _lists(fixes, folder / "content")


def body(fix: Fix) -> str:
    """All that the fix says, customers' words as quotations."""
    quotes = "\n>\n".join(f"> {quote['text']}" for quote in fix["quotes"])
    return f"{fix['symptom']}\n\n{quotes}\n\n{fix['change']}\n\n{fix['how_to_get']}\n"


def day(fix: Fix) -> str:
    """The day it is filed under."""
    return str(fix.get("released_on") or fix["first_reported_on"])


def version(fix: Fix) -> str:
    """The version, with its product."""
    return f"{fix['product']} {fix['fixed_in']}"


def _hugo(fix: Fix) -> str:
    head = {
        "title": fix["title"], "date": day(fix), "description": fix["title"], "state": fix["state"],
        "products": [fix["product"]], "versions": [version(fix)], "areas": [fix["area"]],
    }  # fmt: skip
    return json.dumps(head, ensure_ascii=False, indent=1) + "\n\n"


def _pelican(fix: Fix) -> str:
    return (
        f"Title: {fix['title']}\nDate: {day(fix)}\nCategory: {fix['product']}\nTags: {fix['area']}\n"
        f"Author: {version(fix)}\nSlug: {fix['slug']}\nSummary: {fix['title']}\nState: {fix['state']}\n\n"
    )


def _yaml(fix: Fix) -> str:
    head = {
        "title": fix["title"], "summary": fix["title"], "product": fix["product"], "area": fix["area"],
        "version": version(fix), "state": fix["state"],
    }  # fmt: skip
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in head.items())


def _mkdocs(fix: Fix) -> str:
    return f'---\n{_yaml(fix)}date: "{day(fix)}"\n---\n\n# {fix["title"]}\n\n'


def _eleventy(fix: Fix) -> str:
    return f"---\n{_yaml(fix)}date: {day(fix)}\nlayout: fix.njk\ntags: fix\npermalink: /fixes/{fix['slug']}/\n---\n\n"


def _lists(fixes: list[Fix], folder: Path) -> None:
    """MkDocs has no lists of its own: they are pages of the source."""
    newest = sorted(fixes, key=day, reverse=True)
    shelves: dict[str, list[Fix]] = defaultdict(list)
    for fix in newest:
        for kind, name in (("products", fix["product"]), ("versions", version(fix)), ("areas", fix["area"])):
            shelves[f"{kind}/{name.lower().replace(' ', '-')}"].append(fix)
    for path, some in shelves.items():
        (folder / path).parent.mkdir(exist_ok=True)
        lines = "".join(f"- [{fix['title']}](../fixes/{fix['slug']}.md) {day(fix)}\n" for fix in some)
        (folder / f"{path}.md").write_text(f"# {path.split('/')[1]}\n\n{lines}", "utf-8")
    lines = "".join(f"- [{fix['title']}](fixes/{fix['slug']}.md) {day(fix)}\n" for fix in newest[:50])
    (folder / "index.md").write_text(f"# Fixes\n\n{lines}", "utf-8")


PLACES = {
    "hugo": ("content/fixes", "static"),
    "pelican": ("content", "content/extra"),
    "mkdocs": ("content/fixes", "content"),
    "eleventy": ("src/fixes", "src"),
}
"""Where the fixes stand, and where files that are copied."""
HEADS: dict[str, Callable[[Fix], str]] = {"hugo": _hugo, "pelican": _pelican, "mkdocs": _mkdocs, "eleventy": _eleventy}
