"""The sum that makes a vector of word pieces: the package's own network, with what each piece alone decides kept.

Half of the work, embedding, projection and the first layer of the three windows, depends on one piece at a time, and a
few hundred pieces make up most of what people write. The second layer is summed for each text.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]

WINDOWS = ((2, 0), (3, 1), (5, 2))
"""How many pieces each window spans, and how many of them stand before the one it belongs to."""
MEANING, WIDTH = 512, 256
GAP = 2
"""Empty rows around each text, which windows reach into at its ends."""
_PROJECTED = MEANING + len(WINDOWS) * WIDTH
_ROW = _PROJECTED + sum(span for span, _ in WINDOWS) * WIDTH
_KEPT = 1280
"""Pieces of which the first half of the work is kept, at 15 kilobytes each."""
_AT_ONCE = 384
"""Pieces summed in one go: enough to make use of each weight that is fetched, few enough for the processor's cache."""


class Network:
    """Reads the weights from the package's own backend."""

    def __init__(self, weights: Any) -> None:
        self._by = weights
        self._first = [np.concatenate(np.split(weights.w1[at], span), axis=1) for at, (span, _) in enumerate(WINDOWS)]
        self._rows = np.zeros((_KEPT, _ROW), dtype=np.float32)
        self._places: OrderedDict[int, int] = OrderedDict()

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
        starts = [GAP + before for before in accumulate((size + GAP for size in lengths[:-1]), initial=0)]
        rows = np.zeros((starts[-1] + lengths[-1] + GAP, _ROW), dtype=np.float32)
        inside = np.zeros((len(rows), 1), dtype=np.float32)
        for start, pieces in zip(starts, texts, strict=True):
            rows[start : start + len(pieces)] = self._known(pieces)
            inside[start : start + len(pieces)] = 1
        features = self._features(rows, inside)
        sums = np.stack([features[at : at + size].sum(axis=0) for at, size in zip(starts, lengths, strict=True)])
        return self._head(sums, np.array(lengths, dtype=np.float32)[:, None])

    def _known(self, pieces: list[int]) -> Vectors:
        """What each piece alone decides; where the room is full the piece not met for longest makes way."""
        different, places = dict.fromkeys(pieces), self._places
        if len(different) > len(self._rows):
            return self._derived(pieces)
        new = [piece for piece in different if piece not in places]
        for piece in different.keys() - new:
            places.move_to_end(piece)
        if new:
            rows = self._derived(new)
            for piece, row in zip(new, rows, strict=True):
                place = len(places) if len(places) < len(self._rows) else places.popitem(last=False)[1]
                places[piece] = place
                self._rows[place] = row
        return np.asarray(self._rows[[places[piece] for piece in pieces]])

    def _derived(self, pieces: Sequence[int]) -> Vectors:
        by, ids = self._by, np.array(pieces)
        chunk = ids % len(by.scale)
        rows = np.empty((len(ids), _ROW), dtype=np.float32)
        meaning, projected = rows[:, :MEANING], rows[:, MEANING:_PROJECTED]
        meaning[:] = by.table[ids] * by.scale[chunk, None] + by.lo[chunk, None]
        projected[:] = _even(meaning @ by.proj_W + by.proj_b, by.ln_g_all, by.ln_b_all, by.eps)
        at = _PROJECTED
        for window, weights in enumerate(self._first):
            own = projected[:, window * WIDTH : (window + 1) * WIDTH]
            rows[:, at : at + weights.shape[1]] = own @ weights
            at += weights.shape[1]
        return rows

    def _features(self, rows: Vectors, inside: Vectors) -> Vectors:
        features = np.empty((len(rows), _PROJECTED), dtype=np.float32)
        features[:, :MEANING] = rows[:, :MEANING]
        at = _PROJECTED
        for window, (span, before) in enumerate(WINDOWS):
            column = slice(MEANING + window * WIDTH, MEANING + (window + 1) * WIDTH)
            first = np.zeros((len(rows), WIDTH), dtype=np.float32)
            for step in range(span):
                _add_shifted(first, rows[:, at : at + WIDTH], step - before)
                at += WIDTH
            first += self._by.b1[window]
            np.maximum(first, 0, out=first)
            first += rows[:, column]
            first *= inside
            features[:, column] = self._second(window, first, span, before)
        return _even(features, self._by.ln_g, self._by.ln_b, self._by.eps)

    def _second(self, window: int, first: Vectors, span: int, before: int) -> Vectors:
        """The second layer of a window: the same again over what the first one found."""
        seen = np.zeros((len(first), span * WIDTH), dtype=np.float32)
        for step in range(span):
            _add_shifted(seen[:, step * WIDTH : (step + 1) * WIDTH], first, step - before)
        found = seen @ self._by.w2[window]
        found += self._by.b2[window]
        np.maximum(found, 0, out=found)
        found += first
        return np.asarray(found)

    def _head(self, sums: Vectors, lengths: Vectors) -> Vectors:
        by = self._by
        mean = (sums @ by.cnn_W + lengths * by.cnn_b) / np.sqrt(lengths)
        first = np.maximum(mean @ by.d0, 0)
        second = np.maximum(mean @ by.p1 + first @ by.d1, 0)
        rows = np.tanh(second @ by.p3 + np.maximum(second @ by.d2, 0) @ by.d3)
        size = np.einsum("ij,ij->i", rows, rows)[:, None]
        return np.asarray(rows / np.sqrt(np.maximum(size, by.eps)), dtype=np.float32)


def _add_shifted(rows: Vectors, others: Vectors, shift: int) -> None:
    """Add to each row the other that stands `shift` rows after it."""
    end = len(rows) - abs(shift)
    rows[max(0, -shift) :][:end] += others[max(0, shift) :][:end]


def _even(rows: Vectors, scale: Vectors, offset: Vectors, eps: float) -> Vectors:
    """Rows brought to the same mean and spread, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + eps))[:, None]
    rows *= scale
    rows += offset
    return rows
