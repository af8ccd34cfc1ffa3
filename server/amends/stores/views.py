"""States of everything kept, as TinyDB tables: a `View` never changes, a `Draft` is one on the way to the next."""

from __future__ import annotations

import heapq
import operator
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from amends.records import STORED, Stored
from amends.stores.base import Page
from amends.stores.documents import Document, Kept, Where, check_indexed, fault_of, record_of

R = TypeVar("R", bound=Stored)
Tables = dict[str, dict[str, Any]]
"""TinyDB's shape: table name → document id → document."""
Changes = dict[tuple[str, str], Kept | None]
"""(Collection, id) → what is kept there from now on; None for nothing."""
_by_id = operator.attrgetter("id")


class Snapshot(Storage):
    """TinyDB's storage for one state: what is written is seen here only, and no document is changed in place."""

    def __init__(self, tables: Tables) -> None:
        self.tables = dict(tables)

    def read(self) -> Tables:
        """The tables as they stand."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Let the tables stand so."""
        self.tables = data


class Row(NamedTuple):
    """A document TinyDB found, pointed at: its own class copies each, which is most of the time of a long answer."""

    document: Document
    id: str


class Collection(Table):
    """A table whose document ids are the records' own."""

    # TinyDB's documented hooks, which it declares more narrowly.
    document_class = Row  # type: ignore[assignment]
    document_id_class = str  # type: ignore[assignment]

    def replace(self, changes: Mapping[str, Document | None]) -> None:
        """Put whole documents in place of those of the same id; None takes one away."""

        def apply(rows: dict[Any, Any]) -> None:
            for id, document in changes.items():
                if document is None:
                    rows.pop(id, None)
                else:
                    rows[id] = document

        self._update_table(apply)


class Database(TinyDB):
    """TinyDB with our tables."""

    table_class = Collection


class View:
    """One state of everything kept. It never changes, so any number of threads read it without waiting."""

    def __init__(self, tables: Tables, records: Mapping[str, dict[str, Stored]] | None = None) -> None:
        self._database = Database(tables, storage=Snapshot)
        self._records: dict[str, dict[str, Stored]] = dict(records or {})

    @property
    def tables(self) -> Tables:
        """Everything, as it stands in a TinyDB file."""
        return cast(Snapshot, self._database.storage).tables

    def document(self, collection: str, id: str) -> Document | None:
        """What is kept there, or None."""
        row = cast(Row | None, self._table(collection).get(doc_id=id))  # type: ignore[call-overload]
        return None if row is None else row.document

    def get(self, kind: type[R], id: str) -> R | None:
        """The record, or None."""
        known = self._records.get(kind.collection, {}).get(id)
        if known is not None:
            return cast(R, known)
        document = self.document(kind.collection, id)
        return None if document is None else self._records_of(kind, [Row(document, id)])[0]

    def find(self, kind: type[R], where: Mapping[str, str | None] | None) -> list[R]:
        """The records with those fields, in the order of their ids."""
        return self._records_of(kind, sorted(self._rows(kind, where), key=_by_id))

    def several(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """The records with these ids that are there, by id."""
        return {id: record for id in ids if (record := self.get(kind, id)) is not None}

    def latest(self, kind: type[R], by: str, limit: int) -> list[R]:
        """The first `limit` records by a field, greatest first, then by id."""
        check_indexed(kind, by)
        rows = sorted(self._rows(kind, None), key=_by_id)
        return self._records_of(kind, heapq.nlargest(limit, rows, key=lambda row: row.document.get(by) or ""))

    def page(self, kind: type[R], where: Mapping[str, str | None] | None, after: str | None, limit: int) -> Page:
        """The first `limit` of them whose id comes after `after`."""
        rest = [row for row in self._rows(kind, where) if after is None or row.id > after]
        rows = heapq.nsmallest(limit + 1, rest, key=_by_id)
        return Page(self._records_of(kind, rows[:limit]), rows[limit - 1].id if len(rows) > limit else None)

    def count(self, kind: type[Stored], where: Mapping[str, str | None] | None) -> int:
        """How many `find` would give."""
        return len(self._rows(kind, where))

    def faults(self) -> list[str]:
        """What is wrong with the records, a sentence each."""
        rows = [(kind, row) for kind in STORED for row in self._rows(kind, None)]
        return [fault for kind, row in rows if (fault := fault_of(kind, row.document, row.id))]

    def having(self, changes: Changes) -> View:
        """The state after `changes`; this one stays as it is."""
        view = View(self.tables, self._records)
        for collection in {collection for collection, _id in changes}:
            here = {id: kept for (name, id), kept in changes.items() if name == collection}
            view._table(collection).replace({id: kept and kept.document for id, kept in here.items()})
            # A copy first, in one step: readers of this state may be adding to it.
            known = {id: record for id, record in self._records.get(collection, {}).copy().items() if id not in here}
            view._records[collection] = known | {id: kept.record for id, kept in here.items() if kept}
        return view

    def _table(self, collection: str) -> Collection:
        return cast(Collection, self._database.table(collection, cache_size=0))

    def _rows(self, kind: type[Stored], where: Mapping[str, str | None] | None) -> list[Row]:
        table = self._table(kind.collection)
        return cast(list[Row], table.search(Where(kind, where)) if where else table.all())

    def _records_of(self, kind: type[R], rows: Iterable[Row]) -> list[R]:
        """The rows as records; each is made once, and threads that make it at the same time make equal ones."""
        known = self._records.setdefault(kind.collection, {})
        records = []
        for document, id in rows:
            record = known.get(id)
            if record is None:
                record = known[id] = record_of(kind, document, id)
            records.append(record)
        return cast(list[R], records)
