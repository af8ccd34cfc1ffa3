"""What is wrong with a built site: links and anchors that lead nowhere, and what a fix log may not hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from fixlog import sources
from fixlog.building import planned
from fixlog.report import BuildError
from fixlog.writing import PART

_BRINGS_IN = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}


class _Reader(HTMLParser):
    """The links and anchors of a page, and what it must not have."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if name := values.get("id"):
            if name in self.anchors:
                self.faults.append(f"the anchor {name!r} stands there twice")
            self.anchors.add(name)
        if tag == "script" and not values.get("src"):
            self.faults.append("it holds an inline script; the fix log's policy forbids it")
        if (brought := values.get(_BRINGS_IN.get(tag, ""))) and (urlsplit(brought).scheme or urlsplit(brought).netloc):
            self.faults.append(f"<{tag}> loads {brought[:80]!r} from elsewhere")
        self.faults += [f"<{tag}> has {name}, which is a script" for name in values if name.startswith("on")]
        if values.get("rel") != "canonical":
            self.links += [values[name] for name in ("href", _BRINGS_IN.get(tag, "href")) if name in values][:1]
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.links.append(values.get("content", "").partition("url=")[2])


class _Site(NamedTuple):
    folder: Path
    base: str
    pages: dict[str, _Reader]


def explain(source: Path) -> tuple[list[str], list[str]]:
    """What would stand in the way of building this fixlog.json, and what the build would warn of."""
    try:
        return [], planned(sources.read(source), skip=("search",))[1]
    except BuildError as error:
        return [str(problem) for problem in error.problems], []


def check(folder: Path) -> list[str]:
    """Every fault of the built site in `folder`, a sentence each; empty when all is well."""
    folder = Path(folder)
    faults = [
        f"{name}: is missing; build the site" for name in ("index.html", "fixlog.json") if not (folder / name).is_file()
    ]
    if faults:
        return faults
    site = _Site(folder, _base_path(folder), {})
    for path in sorted(folder.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text("utf-8", errors="replace"))
        site.pages[path.relative_to(folder).as_posix()] = reader
    faults += [
        f"{path.relative_to(folder)}: is left of a build that was cut short; build again" for path in _cut(folder)
    ]
    faults += [f"fixlog.json: {fault}" for fault in explain(folder / "fixlog.json")[0]]
    for name, reader in site.pages.items():
        faults += [f"{name}: {fault}" for fault in reader.faults]
        faults += [f"{name}: {fault}" for link in dict.fromkeys(reader.links) for fault in _dead(link, name, site)]
    return faults


def _cut(folder: Path) -> list[Path]:
    return sorted(folder.rglob(f"*{PART}"))


def _base_path(folder: Path) -> str:
    try:
        base = json.loads((folder / "fixlog.json").read_bytes())["site"].get("base_url") or "/"
        return urlsplit(base).path
    except (ValueError, KeyError, TypeError, AttributeError):
        return "/"


def _dead(link: str, page: str, site: _Site) -> Iterator[str]:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        if parts.scheme not in ("http", "https", "mailto", "tel"):
            yield f"the link {link[:80]!r} is of a kind that pages may not hold"
        return
    whole = urlsplit(urljoin(site.base + page, link))
    path = unquote(whole.path)
    if not path.startswith(site.base):
        yield f"the link {link!r} leads out of the site"
        return
    target = path.removeprefix(site.base)
    if not target or target.endswith("/"):
        target += "index.html"
    if not (site.folder / target).is_file():
        yield f"the link {link!r} leads nowhere"
    elif whole.fragment and target in site.pages and unquote(whole.fragment) not in site.pages[target].anchors:
        yield f"the link {link!r} leads to an anchor that is not there"
