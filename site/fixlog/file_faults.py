"""Files of a built site that are missing, left over of a build, or hold no XML, JSON or search index."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from fixlog import searching, sources
from fixlog.report import BuildError
from fixlog.writing import PART

_ROOTS = {"feed.xml": "feed", "sitemap.xml": "urlset"}
AGAIN = "build again"


def left_over(paths: Collection[str]) -> Iterator[str]:
    """What a build that was cut short left."""
    for path in sorted(paths):
        if path.endswith(PART):
            yield f"{path}: is left of a build that was cut short; {AGAIN}"


def unreadable(folder: Path, paths: Collection[str]) -> Iterator[str]:
    """XML and JSON that is none. The fixlog.json and the search index are looked at more closely elsewhere."""
    for path in sorted(paths):
        kind = path.rpartition(".")[2]
        if kind in _FAULTS and path != "fixlog.json" and not path.startswith(f"{searching.FOLDER}/"):
            try:
                fault = _FAULTS[kind](path.rpartition("/")[2], sources.read(folder / path))
            except BuildError as error:
                fault = error.problems[0].reason
            if fault:
                yield f"{path}: {fault}; {AGAIN}"


def _fault_of_xml(name: str, raw: bytes) -> str | None:
    try:
        root = ElementTree.fromstring(raw).tag.rpartition("}")[2]
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return f"is not XML ({error})"
    wanted = _ROOTS.get(name, root)
    return None if root == wanted else f"begins with <{root}>, where <{wanted}> belongs"


def _fault_of_json(name: str, raw: bytes) -> str | None:
    try:
        data: Any = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error})"
    if name == "feed.json" and not (isinstance(data, dict) and isinstance(data.get("items"), list)):
        return "holds no list of items, so it is no feed"
    return None


_FAULTS = {"xml": _fault_of_xml, "svg": _fault_of_xml, "json": _fault_of_json}


def of_search(folder: Path, paths: Collection[str], offered: bool) -> Iterator[str]:
    """A search index that is not all there, or not there although search is `offered`."""
    own = {path for path in paths if path.startswith(f"{searching.FOLDER}/")}
    if not own:
        if offered:
            yield f"{searching.FOLDER}/: the search index is missing, so nothing can be looked up; {AGAIN}"
        return
    try:
        entry = json.loads(sources.read(folder / searching.ENTRY))
        languages = [(one["hash"], one["wasm"], int(one["page_count"])) for one in entry["languages"].values()]
    except (BuildError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        yield f"{searching.ENTRY}: is missing or damaged, so nothing can be looked up; {AGAIN}"
        return
    needed = {"pagefind.js", "pagefind-worker.js"}
    for meta, program, _count in languages:
        needed |= {f"pagefind.{meta}.pf_meta", f"wasm.{program or 'unknown'}.pagefind"}
    for path in sorted(f"{searching.FOLDER}/{name}" for name in needed):
        if path not in own:
            yield f"{path}: is missing, so nothing can be looked up; {AGAIN}"
    pages = sum(count for _meta, _program, count in languages)
    found = sum(path.endswith(".pf_fragment") for path in own)
    if found < pages or (pages and not any(path.endswith(".pf_index") for path in own)):
        yield f"{searching.FOLDER}/: is half an index, {found} of {pages} pages can be shown; {AGAIN}"
