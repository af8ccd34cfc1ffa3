"""`memory:`, TinyDB without a file: every verb, kept until the process ends. The other engines keep longer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

from amends.records import STORED, Stored
from amends.stores.base import Page, Store, StoreError
from amends.stores.commits import Commits, Waiting
from amends.stores.documents import keep
from amends.stores.drafts import Draft
from amends.stores.opening import Role
from amends.stores.views import View

R = TypeVar("R", bound=Stored)
Fields = Mapping[str, str | None]


def open_url(url: str, role: Role, address: str | None, key: str | None) -> Store:
    """A new, empty store."""
    if url != "memory:":
        raise StoreError("memory: takes no path; for a file write tinydb:PATH.")
    return MemoryStore()


class MemoryStore:
    """Reads show the last state kept, without waiting; writes go through `Commits`."""

    def __init__(self, url: str = "memory:", view: View | None = None) -> None:
        self.url = url
        self._last: View | None = view or View({})
        self._commits = Commits(self._commit)

    def get(self, kind: type[R], id: str) -> R | None:
        """See `Store`."""
        return self._view().get(kind, id)

    def find(self, kind: type[R], where: Fields | None = None) -> list[R]:
        """See `Store`."""
        return self._view().find(kind, where)

    def several(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """See `Store`."""
        return self._view().several(kind, ids)

    def latest(self, kind: type[R], by: str, limit: int) -> list[R]:
        """See `Store`."""
        return self._view().latest(kind, by, limit)

    def page(
        self, kind: type[Stored], where: Fields | None = None, *, after: str | None = None, limit: int = 100
    ) -> Page:
        """See `Store`."""
        if limit < 1:
            raise StoreError("A page has at least one record: give a limit of 1 or more.")
        return self._view().page(kind, where, after, limit)

    def count(self, kind: type[Stored], where: Fields | None = None) -> int:
        """See `Store`."""
        return self._view().count(kind, where)

    def add(self, record: Stored) -> bool:
        """See `Store`."""
        kept = keep(record)

        def adding(draft: Draft) -> bool:
            free = draft.document(kept.collection, kept.record.id) is None
            if free:
                draft.put(kept)
            return free

        return self._commits.run(adding)

    def save(self, *records: Stored) -> None:
        """See `Store`."""
        self.load(records)

    def change(self, kind: type[R], id: str, how: Callable[[R], R | None]) -> R | None:
        """See `Store`."""

        def changing(draft: Draft) -> R | None:
            before = draft.get(kind, id)
            after = None if before is None else how(before)
            if after is None:
                return before
            if after.id != id:
                raise StoreError(f"{kind.collection}/{id} cannot change its id; add a new record instead.")
            kept = keep(after)
            draft.put(kept)
            return cast(R, kept.record)

        return self._commits.run(changing)

    def remove(self, kind: type[Stored], id: str) -> bool:
        """See `Store`."""
        return self._commits.run(lambda draft: draft.drop(kind.collection, id))

    def load(self, records: Iterable[Stored]) -> int:
        """See `Store`."""
        kept = [keep(record) for record in records]

        def saving(draft: Draft) -> int:
            for each in kept:
                draft.put(each)
            return len(kept)

        return self._commits.run(saving)

    def dump(self) -> Iterator[Stored]:
        """See `Store`; one state, whatever is written meanwhile."""
        view = self._view()
        return (record for kind in STORED for record in view.find(kind, None))

    def check(self) -> list[str]:
        """See `Store`."""
        return self._view().faults()

    def close(self) -> None:
        """See `Store`."""
        self._commits.alone(self._end)

    def _end(self) -> None:
        self._last = None

    def _view(self) -> View:
        view = self._last
        if view is None:
            raise StoreError("The store is closed.")
        return view

    def _commit(self, batch: list[Waiting[object]]) -> None:
        before = self._view()
        draft = Draft(before)
        for write in batch:
            write.make(draft)
        if draft.changes:
            after = before.having(draft.changes)
            self._flush(after)
            self._last = after

    def _flush(self, view: View) -> None:
        """Make sure of a state before it is shown; an engine that keeps overrides this."""
