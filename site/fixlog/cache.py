"""What the last build left beside its output, in OUT.cache, so that the next one redoes only what changed.

It is read as JSON of a fixed shape, with a checksum; whatever is damaged, foreign or missing counts as nothing.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, NamedTuple

import orjson

_MAGIC = b"amends-fixlog-cache 1\n"
_CHECK = 32
BUILT, FIXES, COMING = "built", "fixes", "coming"
"""Names of the three files: what stands in the output, what is known of each fix, and what a build is about to add."""


class Built(NamedTuple):
    """What a finished build was made from, and every file that it left."""

    identity: str
    """Of everything the site was made from."""
    warnings: list[str]
    paths: list[str]
    sizes: list[int]
    times: list[int]


class Known(NamedTuple):
    """A fix that was read, checked and rendered."""

    key: str
    """Of its piece of the fixlog.json."""
    row: list[Any]
    """Its card, without the wording."""
    left_out: list[str]
    """Fields of it that are not published."""
    doubts: list[str]
    """Warnings about it."""
    links: list[list[str]]
    """Links of its notes within the site, as `note_links.Link` has them."""
    length: int
    """Bytes of its line in the published fixlog.json."""
    paths: list[str]


class Standing(NamedTuple):
    """Files of the site that were rendered from certain cards and fixes."""

    key: str
    paths: list[str]


class Memory(NamedTuple):
    """What single fixes and lists of them were rendered to; good for the `Built` of the same identity only."""

    identity: str
    base: str
    """Of everything but the fixes."""
    known: list[Known]
    """In the order of the published fixlog.json."""
    standing: dict[str, Standing]


NOTHING = Built("", [], [], [], [])
FORGOTTEN = Memory("", "", [], {})


def folder_of(out: Path) -> Path:
    """The folder beside the output that belongs to it."""
    return out.with_name(out.name + ".cache")


def signature(folder: Path) -> tuple[int, int] | None:
    """What tells one build's memory from the next one's."""
    try:
        status = (folder / BUILT).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def built(folder: Path) -> Built:
    """What the last build left; an empty one where that is not known."""
    found = _load(folder / BUILT)
    if not isinstance(found, list) or [type(value) for value in found] != [str, list, list, list, list]:
        return NOTHING
    return Built(*found) if len({len(values) for values in found[2:]}) == 1 else NOTHING


def memory(folder: Path, built: Built) -> Memory:
    """What the last build knew; nothing where it is not of that build."""
    found = _load(folder / FIXES)
    try:
        identity, base, known, standing = found
        if not identity or identity != built.identity:
            return FORGOTTEN
        return Memory(
            identity,
            base,
            [Known(*one) for one in known],
            {name: Standing(*one) for name, one in standing.items()},
        )
    except (TypeError, ValueError, AttributeError):
        return FORGOTTEN


def keep(folder: Path, built: Built, memory: Memory) -> None:
    """Remember a finished build."""
    _keep(folder / FIXES, memory)
    _keep(folder / BUILT, built)
    (folder / COMING).unlink(missing_ok=True)


def coming(folder: Path) -> list[str]:
    """The paths that a build had announced when it was killed."""
    found = _load(folder / COMING)
    return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []


def announce(folder: Path, paths: list[str]) -> None:
    """Say which paths are ours before they are there, so that a killed build leaves nothing unknown to the next."""
    if paths:
        _keep(folder / COMING, paths)


def untouched(out: Path, built: Built) -> list[bool]:
    """For each file of the build: is it as it was left, by size and time?"""
    base, lstat = f"{out}{os.sep}", os.lstat
    found = []
    for path, size, time in zip(built.paths, built.sizes, built.times, strict=True):
        try:
            stat = lstat(base + path)
            found.append(stat.st_size == size and stat.st_mtime_ns == time)
        except (OSError, ValueError, TypeError):
            found.append(False)
    return found


def _load(file: Path) -> Any:
    try:
        content = file.read_bytes()
    except OSError:
        return None
    start = len(_MAGIC) + _CHECK
    body = memoryview(content)[start:]
    if content[:start] != _MAGIC + hashlib.sha256(body).digest():
        return None
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return None


def _keep(file: Path, content: object) -> None:
    body = orjson.dumps(content, default=tuple)
    part = file.with_name(file.name + ".part")
    with part.open("wb") as writing:
        writing.write(_MAGIC + hashlib.sha256(body).digest())
        writing.write(body)
    part.replace(file)
