"""One build at a time into a folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 60.0
"""Seconds to wait for another build."""
PAUSE = 0.05


class Busy(Exception):
    """Another build was there all the time."""


@contextmanager
def alone(lock: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock; it falls with the process that holds it. Raises `Busy`."""
    with lock.open("ab") as file:
        end = time.monotonic() + patience
        while not _taken(file):
            if time.monotonic() > end:
                raise Busy
            time.sleep(PAUSE)
        yield


def _taken(file: BinaryIO) -> bool:
    try:
        if fcntl:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
