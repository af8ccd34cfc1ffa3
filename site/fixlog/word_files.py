"""The files that wording is read from: the site's own, and a theme's, which may hold anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from fixlog.near import meant
from fixlog.report import BuildError, Problem
from fixlog.shape import shown

FOLDER = Path(__file__).parent / "words"
PLATFORMS = "platforms"
DEFAULT = "en"
_QUOTED = re.compile(r"""["'](\w+)["']""")


def named(folder: Path) -> dict[str, Path]:
    """The files of a folder by language, in small letters."""
    return {path.stem.casefold(): path for path in sorted(folder.glob("*.json")) if path.stem != PLATFORMS}


@cache
def ours(path: Path) -> dict[str, Any]:
    """A file of the site's own."""
    sentences: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return sentences


def theirs(path: Path | None) -> dict[str, Any]:
    """A file of a theme. Raises `BuildError` with every sentence in it that could not be said."""
    if path is None:
        return {}
    try:
        sentences: Any = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BuildError([Problem(str(path), f"is not JSON: {error}")]) from None
    if not isinstance(sentences, dict):
        raise BuildError([Problem(str(path), 'holds no sentences; write {"KEY": "the sentence"}')])
    english = ours(FOLDER / f"{DEFAULT}.json")
    faults = [(key, fault) for key, said in sentences.items() for fault in _faults(said, english.get(key))]
    faults += [
        (shown(key[:60]), f"is no sentence of the site{meant(key, english)}") for key in _unsaid(sentences, path)
    ]
    if faults:
        raise BuildError([Problem(f"{path}, {key}", fault) for key, fault in faults])
    return sentences


def _unsaid(keys: Iterable[str], path: Path) -> Iterator[str]:
    """The keys nothing says: not the site, no platform's name, and no template of the theme."""
    templates = (path.parents[1] / "templates").rglob("*.html")
    spoken: set[str] | None = None
    for key in keys:
        if key in ours(FOLDER / f"{DEFAULT}.json") or key.startswith("platform_"):
            continue
        if spoken is None:
            spoken = {word for one in templates for word in _QUOTED.findall(one.read_text("utf-8", errors="replace"))}
        if key not in spoken:
            yield key


def _faults(said: Any, english: Any) -> Iterator[str]:
    """What is wrong with a sentence; `english` is None where the site itself has none of that key."""
    by_count = isinstance(said, dict) and not isinstance(english, str)
    forms = list(said.values()) if by_count else [said]
    if not all(isinstance(form, str) for form in forms) or (by_count and "other" not in said):
        counted = "" if isinstance(english, str) else ', or texts by count: {"one": "…", "other": "…"}'
        yield f"must be a text in quotation marks{counted}"
        return
    known = None if english is None else _holes(english)
    for form in forms:
        try:
            unknown = [] if known is None else sorted(_holes(form) - known)
        except ValueError as error:
            yield f"{form[:80]!r} cannot be read ({error}); write {{{{ or }}}} for a bracket"
            continue
        if unknown:
            can = ", ".join(f"{{{name}}}" for name in sorted(known or ())) or "nothing in brackets"
            yield f"{{{unknown[0]}}} is nothing this sentence can say; it can say {can}"


def _holes(sentence: Any) -> set[str]:
    texts = sentence.values() if isinstance(sentence, dict) else [sentence]
    return {name for text in texts for _text, name, _form, _kind in Formatter().parse(text) if name is not None}
