"""Changes on their way: what a write would change, seen by itself only until it is kept as a whole or dropped."""

from __future__ import annotations

from typing import TypeVar

from amends.records import Stored
from amends.stores.documents import Document, Kept, record_of
from amends.stores.views import Changes, View

R = TypeVar("R", bound=Stored)


class Draft:
    """Changes on top of a view, or of another draft; what would change nothing is left out."""

    def __init__(self, below: View | Draft) -> None:
        self.changes: Changes = {}
        self._below = below

    def document(self, collection: str, id: str) -> Document | None:
        """What would be kept there, or None."""
        if (collection, id) in self.changes:
            kept = self.changes[collection, id]
            return None if kept is None else kept.document
        return self._below.document(collection, id)

    def get(self, kind: type[R], id: str) -> R | None:
        """The record as it would be, or None."""
        document = self.document(kind.collection, id)
        return None if document is None else record_of(kind, document, id)

    def put(self, kept: Kept) -> None:
        """Keep a record, replacing the one of its id."""
        if self.document(kept.collection, kept.record.id) != kept.document:
            self.changes[kept.collection, kept.record.id] = kept

    def drop(self, collection: str, id: str) -> bool:
        """Forget a record; False where there is none."""
        there = self.document(collection, id) is not None
        if there:
            self.changes[collection, id] = None
        return there
