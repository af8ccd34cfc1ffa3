"""One file that is always whole: never written into, but replaced by a new one that is on the disk already."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import cast

import orjson

from amends.stores.base import StoreError
from amends.stores.views import Tables

Mark = tuple[int, int, int] | None
"""What tells one version of the file from another: inode, size, time; None for no file."""


class WholeFile:
    """A TinyDB file of ours. Only the holder of the file may use it, one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._new = path.with_name(f"{path.name}.tmp")
        self._mark: Mark = None
        self._unsure = False

    def read(self) -> Tables:
        """The tables; none where there is no file. `StoreError` says what is wrong with it and what to do."""
        try:
            self._new.unlink(missing_ok=True)  # what a killed writer left: nobody was told that it is kept
            self._mark = self._mark_now()
            return {} if self._mark is None else _tables(self.path.read_bytes())
        except (OSError, ValueError) as error:
            raise StoreError(
                f"{self.path} cannot be read: {error}. It was left as it is. Restore a backup in its place,"
                " or move it away to start with an empty store."
            ) from None

    def write(self, tables: Tables) -> None:
        """Put the tables in the place of what was there, for good; `StoreError` where that did not work."""
        if self._unsure:
            raise StoreError(f"{self.path} could not be made sure on the disk before. Restart Amends to go on.")
        self._not_changed_by_others()
        try:
            self._write_new(orjson.dumps(tables))
            self._new.replace(self.path)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._new.unlink(missing_ok=True)
            raise StoreError(f"{self.path} could not be written, and nothing was changed: {error}.") from None
        self._make_sure()

    def changed_by_others(self) -> bool:
        """Has the file changed since we read or wrote it?"""
        return self._mark_now() != self._mark

    def _not_changed_by_others(self) -> None:
        if self.changed_by_others():
            raise StoreError(
                f"{self.path} was changed by another program while Amends had it open, so nothing was written over it."
                " Restart Amends to go on from the file as it is now."
            )

    def _write_new(self, data: bytes) -> None:
        descriptor = os.open(self._new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123  # the mode comes with the descriptor
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def _make_sure(self) -> None:
        # An error here leaves open which version a power cut would leave: then nothing more is written.
        self._unsure = True
        try:
            _sync_folder(self.path.parent)
            self._mark = self._mark_now()
        except OSError as error:
            raise StoreError(f"{self.path} could not be made sure on the disk: {error}. Restart Amends.") from None
        self._unsure = False

    def _mark_now(self) -> Mark:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns


def _tables(data: bytes) -> Tables:
    try:
        tables = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise ValueError(f"it is not whole JSON ({error})" if data else "it is empty") from None
    rows = tables.values() if isinstance(tables, dict) else [None]
    if not all(isinstance(table, dict) and all(isinstance(row, dict) for row in table.values()) for table in rows):
        raise ValueError("it is JSON, but not a file of Amends")
    return cast(Tables, tables)


def make_folder(folder: Path) -> None:
    """Make a folder that is missing, and those above it, for good."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Make sure of the names in a folder, where the system has a call for that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
