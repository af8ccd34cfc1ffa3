"""From a plan (path → bytes) to a folder: changed files only, each beside its place and renamed, never outside it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from fixlog.model import SCHEMA
from fixlog.report import BuildError, BuildReport, Problem

PART = ".part"
"""Ending of a file not yet renamed into its place."""
OWNED = "files.json"
"""In the cache: the paths that are ours to replace and remove."""
WAIT = 60
"""Seconds to wait for another build into the same folder."""
Progress = Callable[[int, int], None]


def cache_of(out: Path) -> Path:
    """The folder beside the output that remembers which files are ours."""
    return out.with_name(out.name + ".cache")


def write(plan: Mapping[str, bytes], out: Path, *, progress: Progress = lambda done, total: None) -> BuildReport:
    """Make `out` hold the plan. Raises `BuildError`, before writing anything where the fault can be known."""
    out = out.absolute()
    if out.name in ("", ".."):
        raise BuildError([Problem(str(out), "choose a folder of its own for the fix log")])
    try:
        if not _owned(out) and not _may_take(out):
            raise BuildError([Problem(str(out), "it holds files of someone else; choose an empty folder or a new one")])
        with _alone(out):
            return _write(plan, out, progress)
    except OSError as error:
        raise BuildError([Problem(str(out), f"cannot be written: {error.strerror or error}")]) from error


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    cache_of(out).mkdir(parents=True, exist_ok=True)
    lock = FileLock(cache_of(out) / "lock")
    try:
        with lock.acquire(timeout=WAIT):
            yield
    except Timeout:
        raise BuildError([Problem(str(out), "another build has been writing here for a minute; try again")]) from None


def _write(plan: Mapping[str, bytes], out: Path, progress: Progress) -> BuildReport:
    owned_file = cache_of(out) / OWNED
    owned = _owned(out)
    places = {path: _place(out, path) for path in sorted(plan)}
    # Named as ours before they are there: a build that is killed leaves nothing that a later one would not know.
    _replace(owned_file, _listing({*owned, *plan}))
    written, unchanged = [], []
    for count, (path, place) in enumerate(places.items(), start=1):
        if _holds(place, plan[path]):
            unchanged.append(path)
        else:
            _replace(place, plan[path])
            written.append(path)
        progress(count, len(places))
    removed = [path for path in sorted(owned - set(plan)) if _remove(out, path)]
    _replace(owned_file, _listing(set(plan)))
    return BuildReport(tuple(written), tuple(unchanged), tuple(removed))


def _owned(out: Path) -> set[str]:
    try:
        listed = json.loads((cache_of(out) / OWNED).read_bytes())
    except (FileNotFoundError, ValueError):
        return set()
    return {path for path in listed if isinstance(path, str)} if isinstance(listed, list) else set()


def _listing(paths: set[str]) -> bytes:
    return json.dumps(sorted(paths), ensure_ascii=False, indent=0).encode()


def _may_take(out: Path) -> bool:
    """Is the folder new, empty, or a fix log built elsewhere?"""
    if not out.exists() or not any(out.iterdir()):
        return True
    try:
        with (out / "fixlog.json").open("rb") as published:
            return SCHEMA.encode() in published.read(1000)
    except OSError:
        return False


def _place(out: Path, path: str) -> Path:
    """Where a path of the plan is written; a link inside the folder must not lead out of it."""
    place = out.joinpath(*PurePosixPath(path).parts)
    if ".." in place.parts or not place.parent.resolve().is_relative_to(out.resolve()):
        raise BuildError([Problem(path, f"lies outside {out}; nothing is written there")])
    if place.is_dir():
        raise BuildError([Problem(str(place), "is a folder, where the fix log has a file; move it away")])
    return place


def _holds(place: Path, content: bytes) -> bool:
    try:
        return place.stat().st_size == len(content) and place.read_bytes() == content
    except FileNotFoundError:
        return False


def _replace(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(place.name + PART)
    part.unlink(missing_ok=True)
    part.write_bytes(content)
    part.replace(place)


def _remove(out: Path, path: str) -> bool:
    """Remove a file that was ours, what was left of writing it, and folders that are empty now."""
    try:
        place = _place(out, path)
    except BuildError:
        return False
    there = os.path.lexists(place)
    for stale in (place, place.with_name(place.name + PART)):
        stale.unlink(missing_ok=True)
    for folder in place.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
    return there
