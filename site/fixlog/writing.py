"""From bytes to a folder: changed files only, each beside its place and renamed, never outside the folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from fixlog.model import SCHEMA
from fixlog.report import BuildError, Problem

PART = ".part"
"""Ending of a file not yet renamed into its place."""


class Put(NamedTuple):
    """A file that stands in its place: how it will be known again, and whether it had to be written."""

    path: str
    size: int
    time: int
    written: bool


def put(out: Path, files: Iterable[tuple[str, bytes]], told: Callable[[], None]) -> Iterator[Put]:
    """Make `out` hold these files. The places must have been looked at with `refuse_places`."""
    fresh: set[str] = set()
    for path, content in files:
        place = f"{out}{os.sep}{path}"
        folder = place.rpartition("/")[0]
        if _made(folder):
            fresh.add(folder)
        found = None if folder in fresh else _holding(place, content)
        status = found or _replaced(place, content)
        yield Put(path, status.st_size, status.st_mtime_ns, found is None)
        told()


def refuse_places(out: Path, paths: Iterable[str]) -> None:
    """Raise `BuildError` where a file may not be written: through a link, or over a folder."""
    problems = []
    known: dict[str, bool] = {"": True}
    for path in paths:
        if ".." in path.split("/") or path.startswith("/") or not _is_plain(out, path.rpartition("/")[0], known):
            problems.append(Problem(path, f"leads through a link, perhaps outside {out}; nothing is written there"))
        elif known[path.rpartition("/")[0]] and stat.S_ISDIR(_mode(f"{out}{os.sep}{path}")):
            problems.append(Problem(str(out / path), "is a folder, where the fix log has a file; move it away"))
    if problems:
        raise BuildError(problems)


def may_take(out: Path) -> bool:
    """Is the folder new, empty, or a fix log built elsewhere?"""
    if not out.exists() or not any(out.iterdir()):
        return True
    try:
        with (out / "fixlog.json").open("rb") as published:
            return SCHEMA.encode() in published.read(1000)
    except OSError:
        return False


def left_over(out: Path, paths: Iterable[str]) -> list[str]:
    """Files of an earlier build of which nothing is known any more: named as ours are, in folders that are ours."""
    folders = {path.split("/")[0] for path in paths if "/" in path}
    names = {path.rpartition("/")[2] for path in paths}
    return [
        file.relative_to(out).as_posix()
        for folder in sorted(folders)
        if not (out / folder).is_symlink()
        for file in sorted((out / folder).rglob("*"))
        if file.name.removesuffix(PART) in names and not file.is_dir()
    ]


def remove(out: Path, path: str) -> bool:
    """Remove a file that was ours, what was left of writing it, and folders that are empty now."""
    try:
        refuse_places(out, [path])
    except BuildError:
        return False
    place = out.joinpath(*PurePosixPath(path).parts)
    there = os.path.lexists(place)
    for stale in (place, place.with_name(place.name + PART)):
        stale.unlink(missing_ok=True)
    for folder in place.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
    return there


def tidy(out: Path, path: str) -> None:
    """Remove what was left of writing a file."""
    try:
        refuse_places(out, [path])
    except BuildError:
        return
    (out / (path + PART)).unlink(missing_ok=True)


def _is_plain(out: Path, folder: str, known: dict[str, bool]) -> bool:
    """Is there no link on the way to this folder? `known` says of a folder that it is there."""
    if folder in known:
        return True
    above = folder.rpartition("/")[0]
    if not _is_plain(out, above, known):
        return False
    mode = _mode(f"{out}{os.sep}{folder}") if known[above] else 0
    known[folder] = stat.S_ISDIR(mode)
    return not stat.S_ISLNK(mode)


def _mode(place: str) -> int:
    try:
        return os.lstat(place).st_mode
    except OSError:
        return 0


def _made(folder: str) -> bool:
    """Make a folder, and those above it; was it not there?"""
    try:
        os.mkdir(folder)  # noqa: PTH102  # once a file: a Path takes as long as the call
    except FileExistsError:
        return False
    except FileNotFoundError:
        _made(folder.rpartition("/")[0])
        return _made(folder)
    return True


def _holding(place: str, content: bytes) -> os.stat_result | None:
    try:
        status = os.lstat(place)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(content):
            return None
        with open(place, "rb") as file:  # noqa: PTH123
            return status if file.read() == content else None
    except FileNotFoundError:
        return None


def _replaced(place: str, content: bytes) -> os.stat_result:
    part = place + PART
    try:
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        os.unlink(part)  # noqa: PTH108
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
        status = os.fstat(file)
    finally:
        os.close(file)
    os.replace(part, place)  # noqa: PTH105
    return status
