"""Many texts as one sparse matrix of the sequences that triage counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack

from amends.triage.model.ngrams import PLACES, WORD_PLACES, counted

SEEN = 2
"""A sequence that fewer texts have is left out."""


def counts(texts: Sequence[str]) -> csr_matrix:
    """One row a text: how much each sequence counts."""
    found = [counted(text) for text in texts]
    ends = np.cumsum([0, *(len(places) for places, _ in found)])
    values = np.concatenate([each for _, each in found])
    return csr_matrix((values, np.concatenate([places for places, _ in found]), ends), shape=(len(texts), PLACES))


def rarity(table: csr_matrix) -> NDArray[np.float16]:
    """How rare each sequence is among these texts; 0 where it is too rare to learn from."""
    seen = np.bincount(table.indices, minlength=PLACES)
    found = np.where(seen >= SEEN, np.log((1 + table.shape[0]) / (1 + seen)) + 1, 0)
    return found.astype(np.float16)


def weighed(table: csr_matrix, rare: NDArray[np.float16]) -> csr_matrix:
    """The counts weighed by rarity, words and letters each of length 1, as triage weighs them."""
    both = (table @ diags(rare.astype(np.float32))).tocsr()
    parts = []
    for part in (both[:, :WORD_PLACES], both[:, WORD_PLACES:]):
        length = np.sqrt(np.asarray(part.multiply(part).sum(axis=1)).ravel())
        parts.append(diags(1 / np.where(length == 0, 1, length)) @ part)
    return hstack(parts).tocsr().astype(np.float32)
