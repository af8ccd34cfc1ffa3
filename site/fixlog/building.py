"""The whole of a build: read, render and check everything, and only then write what changed."""

from __future__ import annotations

import dataclasses
import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fixlog import cache, fingerprint, searching
from fixlog.report import BuildError, BuildReport, Problem

Source = bytes | dict[str, Any]
"""A fixlog.json as it stands in its file, or as data."""
Progress = Callable[[str, int, int], None]
"""Called with the phase (`reading`, `fixes`, `lists`, `writing`, `indexing`), how much is done, and of how much."""


def quiet(phase: str, done: int, total: int) -> None:
    """Say nothing."""


def build(
    source: Source,
    out: Path,
    *,
    base_url: str | None = None,
    skip: Sequence[str] = (),
    theme: Path | None = None,
    progress: Progress = quiet,
) -> BuildReport:
    """Build the site of `source` into the folder `out`; `base_url` replaces the source's own, `skip` names steps.

    `theme` is a folder of one's own looks and words, as `theme.py` describes it.

    Raises `BuildError` with every problem; then nothing was written.
    """
    out = Path(out).absolute()
    if out.name in ("", ".."):
        raise BuildError([Problem(str(out), "choose a folder of its own for the fix log")])
    raw = source if isinstance(source, bytes) else encoded(source)
    theme = Path(theme).absolute() if theme else None
    settings = repr((base_url, sorted(skip), fingerprint.code(), fingerprint.folder(theme)))
    digest = hashlib.sha256(settings.encode())
    digest.update(raw)
    identity = digest.hexdigest()
    folder = cache.folder_of(out)
    seen = cache.signature(folder)
    built = cache.built(folder)
    same = built.identity == identity
    untouched = cache.looking(out, built, 0.5 if same else 1)
    if same and all(untouched()) and not cache.coming(folder):
        report = BuildReport(unchanged=tuple(built.paths), warnings=tuple(built.warnings))
        return _with_search(report, out, skip, identity, identity, progress)
    with _without_collector():
        from fixlog import changing  # what renders takes longer to import than a build without a change takes

    order = changing.Order(raw, out, base_url, tuple(skip), settings, identity, theme)
    try:
        with _without_collector():
            report = changing.build(order, changing.Last(built, untouched, seen), progress)
    except changing.Overtaken:  # another build ended while this one was planned
        return build(raw, out, base_url=base_url, skip=skip, theme=theme, progress=progress)
    finally:
        untouched()  # whoever helped to look is waited for, whatever happened
    return _with_search(report, out, skip, identity, built.identity, progress)


def _with_search(
    report: BuildReport, out: Path, skip: Sequence[str], identity: str, before: str, progress: Progress
) -> BuildReport:
    """The search index of what was built, unless it is skipped; where it cannot be made the report warns of it."""
    if "search" in skip:
        searching.forget(cache.folder_of(out), ["fixes/"])
        searching.remove(out)
        return report
    if searching.is_current(out, cache.folder_of(out), identity):
        return report
    pages = len(report.written) + len(report.unchanged)
    progress("indexing", 0, pages)
    try:
        searching.index(out, cache.folder_of(out), identity, (*report.written, *report.removed), before)
    except searching.NoIndex as error:
        report = dataclasses.replace(report, warnings=(*report.warnings, str(error)))
    progress("indexing", pages, pages)
    return report


def planned(
    source: Source, *, base_url: str | None = None, skip: Sequence[str] = (), theme: Path | None = None
) -> tuple[dict[str, bytes], list[str]]:
    """Every file of the site by path, and warnings. Raises `BuildError`."""
    from fixlog import changing

    return changing.planned(source if isinstance(source, bytes) else encoded(source), base_url, skip, theme)


def encoded(source: Any) -> bytes:
    """Data as it would stand in its file. Lone surrogates, which no file in UTF-8 can hold, are left out."""
    import json

    return json.dumps(source, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "ignore")


@contextmanager
def _without_collector() -> Iterator[None]:
    """A build makes many objects and no cycles worth looking for."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
