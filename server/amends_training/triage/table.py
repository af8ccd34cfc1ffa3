"""All labelled reviews as the tables that are learnt from: their words, their meaning, their fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from amends.embedding import encode
from amends.triage.model.sample import Sample
from amends.triage.model.weights import SETS
from amends_training.triage.bags import counts
from amends_training.triage.labelled import Labelled, everything

SOURCES = SETS
"""Where labels of kinds are from; each means something else by a bug, so the model learns to tell them apart."""
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
HIDDEN = 0.15
"""Which share of reviews is shown without a field in training."""
_AT_ONCE = 64


@dataclass(frozen=True)
class Table:
    """One row a review, in the same order in each part."""

    rows: tuple[Labelled, ...]
    source: NDArray[np.str_]
    fold: NDArray[np.int64]
    counts: csr_matrix

    def label(self, name: str) -> Flags:
        """Whether people said this of each; False where nobody was asked."""
        return np.array([row.labels.get(name, False) for row in self.rows])

    def of(self, *sources: str) -> NDArray[np.int64]:
        """The numbers of the rows from these sets."""
        return np.flatnonzero(np.isin(self.source, sources))


def read() -> Table:
    """Read all sets and count their sequences."""
    rows = everything()
    source, fold = np.array([row.source for row in rows]), np.array([row.fold for row in rows])
    return Table(rows, source, fold, counts([row.sample.words for row in rows]))


def meanings(samples: Sequence[Sample]) -> Floats:
    """A vector for each, as triage makes it."""
    texts = [sample.sentence for sample in samples]
    return np.vstack([encode(texts[at : at + _AT_ONCE]) for at in range(0, len(texts), _AT_ONCE)]).astype(float)


def fewer_fields(samples: Sequence[Sample], seed: int = 0) -> list[Sample]:
    """The same reviews, a few without rating, title or version: a page that hides them must not mislead.

    Not more of them: each set differs in its fields and in what it calls a wish, and a model that seldom sees which it
    reads learns neither.
    """
    chance = np.random.default_rng(seed).random((len(samples), 3)) < HIDDEN
    return [
        sample.without(rating=bool(first), title=bool(second), version=bool(second or third))
        for sample, (first, second, third) in zip(samples, chance, strict=True)
    ]
