"""The sum that makes a vector of word pieces: the package's own network, with what each piece alone decides kept.

Half of the work, embedding, projection and the first layer of the three windows, depends on one piece at a time, and a
few hundred pieces make up most of what people write. The second layer is summed for each text. Weights are read from
memory for much longer than they are reckoned with: what can be multiplied beforehand is (`head.py`), and nothing is
copied that can be added where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from amends.embedding.head import Head
from amends.embedding.kept_pieces import MEANING, WIDTH, WINDOWS, KeptPieces

Vectors: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.intp]

GAP = 2
"""Empty rows between texts, which windows reach into at their ends."""
_KEPT = 1280
"""Pieces of which the first half of the work is kept, at 15 kilobytes each."""
_AT_ONCE = 384
"""Pieces summed in one go: enough to make use of each weight that is fetched, few enough for the processor's cache."""


class Network:
    """Reads the weights from the package's own backend."""

    def __init__(self, weights: Any) -> None:
        self._b1, self._w2, self._b2, self._eps = weights.b1, weights.w2, weights.b2, weights.eps
        self._pieces = KeptPieces(weights, _KEPT)
        self._head = Head(weights)

    def __call__(self, texts: Sequence[list[int]]) -> Vectors:
        """One row of length 1 for each text, given as the numbers of its pieces."""
        found: list[Vectors] = []
        some: list[list[int]] = []
        size = 0
        for pieces in texts:
            if some and size + len(pieces) > _AT_ONCE:
                found.append(self._summed(some))
                some, size = [], 0
            some.append(pieces)
            size += len(pieces)
        return np.concatenate([*found, self._summed(some)])

    def _summed(self, texts: list[list[int]]) -> Vectors:
        lengths = [len(pieces) for pieces in texts]
        blocks, places = self._pieces.of([piece for pieces in texts for piece in pieces])
        parts, starts = [np.full(GAP, blocks.shape[1] - 1)], []
        empty = parts[0]
        for end, size in zip(np.cumsum(lengths), lengths, strict=True):
            starts.append(sum(map(len, parts)) - GAP)
            parts += [places[end - size : end], empty]
        own = np.zeros((len(texts), starts[-1] + lengths[-1]), dtype=np.float32)
        for row, start, size in zip(own, starts, lengths, strict=True):
            row[start : start + size] = 1
        return self._head(
            *self._features(blocks, np.concatenate(parts), own), np.array(lengths, dtype=np.float32)[:, None]
        )

    def _features(self, blocks: Vectors, around: Places, own: Vectors) -> tuple[Vectors, Vectors]:
        """For each text the sum of its rows, brought to the same spread, and the sum of their means.

        `around` are the places of all pieces with empty ones before and after, `own` marks those of each text.
        """
        size = own.shape[1]
        inside = own.max(axis=0)[:, None] if len(own) > 1 else None
        places = around[GAP : GAP + size]
        parts = [_taken(blocks, block, places) for block in range(MEANING // WIDTH)]
        first_of_window = len(parts) + len(WINDOWS)
        for window, (span, before) in enumerate(WINDOWS):
            rows = _taken(blocks, first_of_window, around[GAP - before :][:size])
            for step in range(1, span):
                rows += _taken(blocks, first_of_window + step, around[GAP + step - before :][:size])
            first_of_window += span
            rows += self._b1[window]
            np.maximum(rows, 0, out=rows)
            rows += _taken(blocks, MEANING // WIDTH + window, places)
            if inside is not None:
                rows *= inside
            parts.append(self._second(window, rows, span, before))
        return self._evened(parts, own)

    def _second(self, window: int, first: Vectors, span: int, before: int) -> Vectors:
        """The second layer of a window: the same again over what the first one found."""
        size = len(first)
        around = np.zeros((size + 2 * GAP, WIDTH), dtype=np.float32)
        around[GAP : GAP + size] = first
        seen = np.empty((size, span * WIDTH), dtype=np.float32)
        for step in range(span):
            seen[:, step * WIDTH : (step + 1) * WIDTH] = around[GAP + step - before :][:size]
        found = seen @ self._w2[window]
        found += self._b2[window]
        np.maximum(found, 0, out=found)
        found += first
        return np.asarray(found)

    def _evened(self, parts: list[Vectors], own: Vectors) -> tuple[Vectors, Vectors]:
        width = len(parts) * WIDTH
        mean = np.add.reduce([part.sum(axis=1) for part in parts]) / width
        square = np.add.reduce([np.einsum("ij,ij->i", part, part) for part in parts]) / width
        spread = own / np.sqrt(square - mean * mean + self._eps)
        return np.hstack([spread @ part for part in parts]), (spread @ mean)[:, None]


def _taken(blocks: Vectors, block: int, places: Places) -> Vectors:
    return np.asarray(blocks[block].take(places, axis=0, mode="clip"))
