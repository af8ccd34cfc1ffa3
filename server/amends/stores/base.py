"""What every store can do: a dozen verbs on whole records. Engines differ inside; one behaviour suite runs on all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, TypeVar

from amends.records import Stored

R = TypeVar("R", bound=Stored)


class StoreError(Exception):
    """The store cannot do that; the message says what to do."""


class StoreHeld(StoreError):
    """Another process holds the file. `address` and `key` reach it when it is a server that is up, else None."""

    def __init__(self, message: str, address: str | None = None, key: str | None = None) -> None:
        super().__init__(message)
        self.address = address
        self.key = key


class Page(NamedTuple):
    """Some records in the order of their ids, and where to go on: `after` is None on the last page."""

    records: list[Any]
    after: str | None


class Store(Protocol):
    """Everything Amends remembers. What a write returned from survives a kill; all of a write is kept, or none.

    Reads show what was kept, never a write that may still fail. Records are kept whole, with fields their class does
    not know; those handed out are shared between callers, so nothing inside them may be changed in place.
    All verbs may be called from many threads. Errors: `StoreError` when the store is closed, full or broken, when a
    record cannot be kept as JSON, and when a kept one is not valid; where it was a write, nothing of it was kept.
    """

    url: str
    """The store URL it was opened with, without a password."""

    def get(self, kind: type[R], id: str) -> R | None:
        """The record, or None."""

    def find(self, kind: type[R], where: Mapping[str, str | None] | None = None) -> list[R]:
        """All records whose fields equal `where` (only `kind.indexed` fields), in the order of their ids."""

    def several(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """The records with these ids, by id, in one reading; an id that is not there is left out."""

    def latest(self, kind: type[R], by: str, limit: int) -> list[R]:
        """Up to `limit` records with the greatest `by` (one of `kind.indexed`), greatest first, then by id."""

    def page(
        self,
        kind: type[R],
        where: Mapping[str, str | None] | None = None,
        *,
        after: str | None = None,
        limit: int = 100,
    ) -> Page:
        """As `find`, a page at a time: up to `limit` records whose id comes after `after`."""

    def count(self, kind: type[R], where: Mapping[str, str | None] | None = None) -> int:
        """How many `find` would give."""

    def add(self, record: Stored) -> bool:
        """Keep a new record; False, and nothing changed, where its id is taken."""

    def save(self, *records: Stored) -> None:
        """Keep the records, replacing those of the same id; all in one write."""

    def change(self, kind: type[R], id: str, how: Callable[[R], R | None]) -> R | None:
        """Replace one record by `how(record)` with no other write in between; None where there is none.

        `how` gives None to leave it as it is; the record as it then stands is returned. `how` sees nothing half done,
        may run on another thread (in the caller's context), may read the store and may not write to it.
        """

    def remove(self, kind: type[R], id: str) -> bool:
        """Forget a record; False where there was none."""

    def load(self, records: Iterable[Stored]) -> int:
        """Save many records, in as few writes as the engine likes; how many. For imports and copies."""

    def dump(self) -> Iterator[Stored]:
        """Every record there is, kind by kind."""

    def check(self) -> list[str]:
        """What is wrong with what is kept, a sentence each; empty when all is well."""

    def close(self) -> None:
        """Give the file or connection back. Closing twice is nothing."""
