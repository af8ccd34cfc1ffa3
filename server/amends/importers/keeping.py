"""What an importer read, into the store: how many reviews were new, changed, the same, and which lines were none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from amends.records import StoredReview
from amends.stores.base import Store

BATCH = 1000
"""Reviews to a write."""


class Rejected(NamedTuple):
    """A line (from 1) that is no review, and why."""

    line: int
    reason: str


class Imported(NamedTuple):
    """What came of an import, in reviews; `rejected` in lines."""

    new: int
    changed: int
    same: int
    rejected: list[Rejected]


def keep(found: Iterable[StoredReview | Rejected], store: Store, *, seen_at: str, dry_run: bool = False) -> Imported:
    """Keep the reviews (with `dry_run` only count them). What a file does not say is not forgotten.

    `seen_at` is now, ISO 8601, for those that do not say when they were first seen.
    """
    rejected: list[Rejected] = []
    counts = {"new": 0, "changed": 0, "same": 0}
    ahead: dict[str, StoredReview] = {}
    for batch in _batches(found):
        for one in batch:
            if isinstance(one, Rejected):
                rejected.append(one)
                continue
            before = ahead.get(one.id) or store.get(StoredReview, one.id)
            after = _merged(before, one, seen_at)
            counts["new" if before is None else "same" if after == before else "changed"] += 1
            if after != before:
                ahead[one.id] = after
        if not dry_run:
            store.load(ahead.values())
            ahead.clear()
    return Imported(**counts, rejected=rejected)


def _merged(before: StoredReview | None, found: StoredReview, seen_at: str) -> StoredReview:
    fresh = found.dump()
    if before is None:
        return StoredReview.model_validate({"seen_at": seen_at, "revision": 1, **fresh})
    # When we first saw it and how often it changed is ours to know, not the file's.
    fresh.pop("seen_at", None)
    revision = (before.revision or 1) + (found.text != before.text)
    return StoredReview.model_validate({**before.model_dump(), **fresh, "revision": revision})


def _batches(found: Iterable[StoredReview | Rejected]) -> Iterator[list[StoredReview | Rejected]]:
    source = iter(found)
    while batch := list(islice(source, BATCH)):
        yield batch
