"""What is wrong with a built site, or with a fixlog.json before it is built: a sentence for each fault."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from fixlog import file_faults, markdown, page_faults, reading, searching, sources
from fixlog.building import planned
from fixlog.note_links import NOTES
from fixlog.publishing import PATH
from fixlog.report import BuildError


class _Site(NamedTuple):
    folder: Path
    base: str
    paths: frozenset[str]
    missing: frozenset[str]
    """Files the fixlog.json calls for; links to them need not be told one by one."""
    pages: dict[str, page_faults.Seen]


def explain(source: Path, theme: Path | None = None) -> tuple[list[str], list[str]]:
    """What would stand in the way of building this fixlog.json with a theme, and what the build would warn of."""
    try:
        raw = sources.read(source)
        notes = planned(raw, skip=("search",), theme=theme)[1]
        return [], [*notes, *_to_come(raw)]
    except BuildError as error:
        faults = [str(problem) for problem in error.problems]
    return [*faults, *(fault for fault in _tangled(source) if fault not in faults)], []


def check(folder: Path, theme: Path | None = None) -> list[str]:
    """Every fault of the site built in `folder`, with a theme or without, a sentence each; empty when all is well."""
    folder = Path(folder)
    faults = [f"{name}: is missing; build the site" for name in ("index.html", PATH) if not (folder / name).is_file()]
    if faults:
        return faults
    try:
        wanted = frozenset(planned(sources.read(folder / PATH), skip=("search",), theme=theme)[0])
    except BuildError:
        wanted = frozenset()
        faults = [f"{PATH}: {fault}" for fault in explain(folder / PATH, theme)[0]]
    paths = frozenset(_files(folder))
    base = urlsplit(sources.base_url(folder / PATH) or "/").path
    site = _Site(folder, base, paths, wanted - paths, _pages(folder, paths))
    faults += file_faults.left_over(paths)
    faults += file_faults.unreadable(folder, paths)
    faults += file_faults.of_search(folder, paths, _offers_search(site))
    return [*faults, *_of_pages(site)]


def _to_come(raw: bytes) -> Iterator[str]:
    """Fixes that are out on a day that is still to come everywhere: a page would say so as if it were past."""
    last = (datetime.now(UTC) + timedelta(days=1)).date()
    for fix in reading.read(reading.whole(raw))[0].fixes:
        if fix.state == "released" and fix.released_on and fix.released_on > last:
            yield f"fix {fix.id!r}: released, but released_on {fix.released_on} is still to come"


def _files(folder: Path) -> Iterator[str]:
    for place, _folders, names in os.walk(folder):
        above = Path(place).relative_to(folder).as_posix()
        yield from (name if above == "." else f"{above}/{name}" for name in names)


def _pages(folder: Path, paths: frozenset[str]) -> dict[str, page_faults.Seen]:
    names = sorted(path for path in paths if path.endswith(".html"))
    return {name: page_faults.seen((folder / name).read_text("utf-8", errors="replace")) for name in names}


def _offers_search(site: _Site) -> bool:
    page = site.pages.get(searching.PAGE)
    return page is not None and any(link.endswith(searching.SCRIPT) for link in page.links)


def _of_pages(site: _Site) -> Iterator[str]:
    """What the pages hold and where they lead; what is missing is told once, with how many lead there."""
    needed: Counter[str] = Counter()
    for name, page in site.pages.items():
        yield from (f"{name}: {fault}" for fault in page.faults)
        for link in dict.fromkeys(page.links):
            target, fault = _leads(link, name, site)
            if target in site.missing:
                needed[target] += 1
            elif fault:
                yield f"{name}: {fault}; build again, or mend the link"
    for path in sorted(site.missing):
        by = f", and {needed[path]} pages lead to it" if needed[path] else ""
        yield f"{path}: is missing{by}; build again"


def _leads(link: str, page: str, site: _Site) -> tuple[str, str | None]:
    """The file a link leads to, and what is wrong with it."""
    at, way = page if link[:1] == "#" else page.rpartition("/")[0], link
    while at and way.startswith("../"):  # so that most links of all pages are the same few
        at, way = at.rpartition("/")[0], way[3:]
    path, anchor, fault = _target(way, at, site.base)
    if fault or not path:
        return path, fault
    if path not in site.paths:
        return path, f"the link {link!r} leads nowhere"
    if anchor and path in site.pages and anchor not in site.pages[path].anchors:
        return path, f"the link {link!r} leads to an anchor that is not there"
    return path, None


@lru_cache(maxsize=200_000)
def _target(link: str, at: str, base: str) -> tuple[str, str, str | None]:
    """The path below the site, the anchor, and what is wrong whatever files there are; `at` is a folder or a page."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "", "", f"the link {link[:80]!r} is no address"
    if parts.scheme or parts.netloc:
        known = parts.scheme in ("http", "https", "mailto", "tel")
        return "", "", None if known else f"the link {link[:80]!r} is of a kind that pages may not hold"
    whole = urlsplit(urljoin(f"{base}{at}/" if at and link[:1] != "#" else f"{base}{at}", link))
    path = unquote(whole.path)
    if not path.startswith(base):
        return "", "", f"the link {link[:200]!r} leads out of the site"
    target = path.removeprefix(base)
    return f"{target}index.html" if not target or target.endswith("/") else target, unquote(whole.fragment), None


def _tangled(source: Path) -> Iterator[str]:
    """Notes that cannot be rendered: a build tells of them only where nothing else is wrong."""
    try:
        data = reading.whole(sources.read(source))
    except BuildError:
        return
    fixes = data.get("fixes") if isinstance(data, dict) else None
    for number, fix in enumerate(fixes if isinstance(fixes, list) else []):
        for name in NOTES if isinstance(fix, dict) else ():
            note = fix.get(name)
            try:
                markdown.render(note if isinstance(note, str) else "")
            except markdown.Tangled as error:
                yield f"fixes[{number}].{name} (fix {fix.get('id')!r}): {error}"
