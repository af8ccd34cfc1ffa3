"""Reads the team's issues before anybody asks which of them a review is about."""

from __future__ import annotations

from amends.cases.learning import learnt
from amends.matching import warm
from amends.records import Issue
from amends.stores.base import Store


def warm_matching(store: Store) -> None:
    """Load what the first match would wait for; what issues mean is kept beside the store for the next start."""
    # Imported here: numpy takes a tenth of a second, and a team without issues needs none of it.
    from amends.stores.vectors import KeptVectors, beside

    issues = store.find(Issue)
    path = beside(store.url)
    if path is None:
        warm(issues, learnt(store))
        return
    kept = KeptVectors(path)
    kept.keep(warm(issues, learnt(store), kept))
