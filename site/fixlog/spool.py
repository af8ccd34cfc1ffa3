"""Rendered files until all of them may be written, in a file without a name: a site may be larger than memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping


class Spool(Mapping[str, bytes]):
    """Files by path, until it is closed. What is in it is gone with the process, whatever ends that."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        self._spans: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._at_end = True

    def take(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Put files in; one of the same path stands for the one before."""
        if not self._at_end:
            self._file.seek(self._end)
            self._at_end = True
        for path, content in files:
            self._file.write(content)
            self._spans[path] = (self._end, len(content))
            self._end += len(content)

    def close(self) -> None:
        """Give back what it takes on the disk."""
        self._file.close()

    def __getitem__(self, path: str) -> bytes:
        start, size = self._spans[path]
        self._at_end = False
        self._file.seek(start)
        return self._file.read(size)

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)
