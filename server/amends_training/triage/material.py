"""The rows that kinds are learnt from, and how they look on pages that show all, or less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from amends.triage.model.sample import Sample
from amends.triage.model.weights import KINDS
from amends_training.triage.bags import rarity, weighed
from amends_training.triage.labelled import Labelled
from amends_training.triage.table import SOURCES, Flags, Floats, Table, fewer_fields, meanings

VIEWS = ("full", "unrated", "bare", "mixed")
"""With all fields, without the rating, without title and version, and each a few without something."""
_EACH_MEAL = 2
"""Every second sentence about restaurants is enough: more of them make the model careless about apps."""


@dataclass(frozen=True)
class Material:
    """One row a review."""

    rows: tuple[Labelled, ...]
    source: NDArray[np.str_]
    fold: NDArray[np.int64]
    labels: dict[str, Flags]
    counts: csr_matrix
    meaning: Floats
    views: dict[str, list[Sample]]

    @property
    def register(self) -> NDArray[np.int64]:
        """The number of each row's set."""
        return np.array([SOURCES.index(one) for one in self.source])

    @property
    def hits(self) -> Floats:
        """How often the word lists speak."""
        return np.array([sample.hits for sample in self.views["full"]], dtype=float)

    def structure(self, view: str) -> Floats:
        """Length, question marks, and whether there is a title."""
        return np.stack([sample.structure for sample in self.views[view]]).astype(float)

    def fields(self, view: str) -> Floats:
        """What tells where a review was written."""
        return np.stack([sample.fields for sample in self.views[view]]).astype(float)

    def bag(self, ids: NDArray[np.int64]) -> tuple[csr_matrix, NDArray[np.float16]]:
        """All rows weighed by how rare sequences are among these rows about apps, and that rarity."""
        rare = rarity(self.counts[ids[self.source[ids] != "dining"]])
        return weighed(self.counts, rare), rare


def _seen(table: Table) -> NDArray[np.int64]:
    ids = table.of(*SOURCES)
    meals = table.source[ids] == "dining"
    return np.concatenate([ids[~meals], ids[meals][::_EACH_MEAL]])


def _views(full: Sequence[Sample]) -> dict[str, list[Sample]]:
    return {
        "full": list(full),
        "unrated": [sample.without(rating=True) for sample in full],
        "bare": [sample.without(title=True, version=True) for sample in full],
        "mixed": fewer_fields(full),
    }


def material(table: Table) -> Material:
    """The rows with labels of kinds; their vectors are made here."""
    ids = _seen(table)
    rows = tuple(table.rows[at] for at in ids)
    return Material(
        rows,
        table.source[ids],
        table.fold[ids],
        {kind: table.label(kind)[ids] for kind in KINDS},
        table.counts[ids],
        meanings([row.sample for row in rows]),
        _views([row.sample for row in rows]),
    )
