"""What the last build left beside its output, in OUT.cache, so that the next one redoes only what changed.

It is read as data of a fixed shape with a checksum, never as code; damaged, foreign or missing it counts as nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import lru_cache, partial
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from fixlog.forking import processes

_MAGIC = b"amends-fixlog-cache 3\n"
_CHECK = 32
BUILT, FIXES, COMING = "built", "fixes", "coming"
"""Names of the three files: what stands in the output, what is known of each fix, and what a build is about to add."""

_SIZE_AND_TIME = attrgetter("st_size", "st_mtime_ns")
MANY = 5_000
"""Files from which on a second process saves time in looking at them."""


class Built(NamedTuple):
    """What a finished build was made from, and every file that it left."""

    identity: str
    """Of everything the site was made from."""
    base: str
    """The same without the fixes."""
    warnings: list[str]
    paths: list[str]
    sizes: list[int]
    times: list[int]


NOTHING = Built("", "", [], [], [], [])


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
    found = _loaded(folder / BUILT)
    if not isinstance(found, list) or [type(value) for value in found] != [str, str, list, list, list, list]:
        return NOTHING
    return Built(*found) if len({len(values) for values in found[3:]}) == 1 else NOTHING


def keep(folder: Path, built: Built, memory: bytes) -> None:
    """Remember a finished build; `memory` is what `memory.py` has of it."""
    _keep(folder / FIXES, memory)
    _keep(folder / BUILT, orjson.dumps(tuple(built)))
    (folder / COMING).unlink(missing_ok=True)


def memory(folder: Path) -> bytes:
    """What was kept as the memory of a build; empty where it is not known."""
    return bytes(_load(folder / FIXES))


def coming(folder: Path) -> list[str]:
    """The paths that a build had announced when it was killed."""
    found = _loaded(folder / COMING)
    return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []


def announce(folder: Path, paths: list[str]) -> None:
    """Say which paths are ours before they are there, so that a killed build leaves nothing unknown to the next."""
    if paths:
        _keep(folder / COMING, orjson.dumps(paths))


def looking(out: Path, built: Built, share: float) -> Callable[[], list[bool]]:
    """For each file of the build: is it as it was left, by size and time? The answer is there when it is asked for.

    Of many files another process looks at this share meanwhile: most of the time goes to the disk's own tables, which
    two can read at once.
    """
    count = len(built.paths)
    if count < MANY or processes(2) < 2:
        return lru_cache(partial(_untouched, out, built, 0, count))
    split = count - int(count * share)
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(ours)
            with open(theirs, "wb") as pipe:  # noqa: PTH123
                pipe.write(bytes(_untouched(out, built, split, count)))
        finally:
            os._exit(0)
    os.close(theirs)

    @lru_cache
    def answer() -> list[bool]:
        first = _untouched(out, built, 0, split)
        with open(ours, "rb") as pipe:  # noqa: PTH123
            second = list(map(bool, pipe.read()))
        os.waitpid(child, 0)
        return first + (second if len(second) == count - split else _untouched(out, built, split, count))

    return answer


def _untouched(out: Path, built: Built, start: int, end: int) -> list[bool]:
    base, paths = f"{out}{os.sep}", built.paths[start:end]
    sizes, times = built.sizes[start:end], built.times[start:end]
    try:
        found = map(_SIZE_AND_TIME, map(os.lstat, [base + path for path in paths]))
        return [size == was and time == then for (size, time), was, then in zip(found, sizes, times, strict=True)]
    except (OSError, ValueError, TypeError):  # one of them is gone, or nothing that could stand there
        return [_stands(base, *one) for one in zip(paths, sizes, times, strict=True)]


def _stands(base: str, path: str, size: int, time: int) -> bool:
    try:
        return bool(_SIZE_AND_TIME(os.lstat(base + path)) == (size, time))
    except (OSError, ValueError, TypeError):
        return False


def _loaded(file: Path) -> Any:
    try:
        return orjson.loads(_load(file))
    except orjson.JSONDecodeError:
        return None


def _load(file: Path) -> memoryview:
    """What `_keep` put there; nothing where it is damaged, foreign or missing."""
    try:
        content = file.read_bytes()
    except OSError:
        return memoryview(b"")
    start = len(_MAGIC) + _CHECK
    body = memoryview(content)[start:]
    return body if content[:start] == _MAGIC + hashlib.sha256(body).digest() else memoryview(b"")


def _keep(file: Path, body: bytes) -> None:
    part = file.with_name(file.name + ".part")
    with part.open("wb") as writing:
        writing.write(_MAGIC + hashlib.sha256(body).digest())
        writing.write(body)
    part.replace(file)
