"""Rendered files until all of them may be written: the first in memory, the rest in a file without a name."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping

MOST = 16 << 20
"""Bytes kept in memory; a whole site may be larger than that is."""


class Spool(Mapping[str, bytes]):
    """Files by path, until it is closed. What is in it is gone with the process, whatever ends that."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        self._held: dict[str, bytes | tuple[int, int]] = {}
        """The content, or where it starts in the file and how long it is."""
        self._room = MOST
        self._end = 0
        self._at_end = True

    def take(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Put files in; one of the same path stands for the one before."""
        for path, content in files:
            if len(content) <= self._room:
                self._room -= len(content)
                self._held[path] = content
            else:
                self._held[path] = self._put(content)

    def _put(self, content: bytes) -> tuple[int, int]:
        if not self._at_end:
            self._file.seek(self._end)
            self._at_end = True
        self._file.write(content)
        self._end += len(content)
        return self._end - len(content), len(content)

    def close(self) -> None:
        """Give back what it takes on the disk."""
        self._file.close()

    def __getitem__(self, path: str) -> bytes:
        held = self._held[path]
        if isinstance(held, bytes):
            return held
        self._at_end = False
        self._file.seek(held[0])
        return self._file.read(held[1])

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
