"""What each word piece alone decides in the network, kept for the pieces met last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

WINDOWS = ((2, 0), (3, 1), (5, 2))
"""How many pieces each window spans, and how many of them stand before the one it belongs to."""
MEANING, WIDTH = 512, 256
_PROJECTED = MEANING + len(WINDOWS) * WIDTH
_ROW = _PROJECTED + sum(span for span, _ in WINDOWS) * WIDTH


class KeptPieces:
    """Blocks of numbers: two of meaning, one of each window's projection, one of each place in a window.

    The last row of each block is empty.
    """

    def __init__(self, weights: Any, room: int) -> None:
        self._by = weights
        self._first = [np.concatenate(np.split(weights.w1[at], span), axis=1) for at, (span, _) in enumerate(WINDOWS)]
        self._blocks = np.zeros((_ROW // WIDTH, room + 1, WIDTH), dtype=np.float32)
        self._room = room
        self._places: OrderedDict[int, int] = OrderedDict()

    def of(self, pieces: list[int]) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
        """The blocks, and in which row of them each piece is; the piece not met for longest makes way for a new one."""
        different, places = dict.fromkeys(pieces), self._places
        if len(different) > self._room:
            return self._apart(list(different), pieces)
        new = [piece for piece in different if piece not in places]
        for piece in different:
            if piece in places:
                places.move_to_end(piece)
        if new:
            rows = [self._freed() if len(places) + at >= self._room else len(places) + at for at in range(len(new))]
            self._blocks[:, rows] = self._derived(new)
            places.update(zip(new, rows, strict=True))
        return self._blocks, np.fromiter(map(places.__getitem__, pieces), dtype=np.intp, count=len(pieces))

    def _freed(self) -> int:
        return self._places.popitem(last=False)[1]

    def _apart(self, different: list[int], pieces: list[int]) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
        """Blocks of their own for a text of more pieces than are kept."""
        blocks = np.zeros((_ROW // WIDTH, len(different) + 1, WIDTH), dtype=np.float32)
        blocks[:, :-1] = self._derived(different)
        row = {piece: at for at, piece in enumerate(different)}
        return blocks, np.array([row[piece] for piece in pieces], dtype=np.intp)

    def _derived(self, pieces: Sequence[int]) -> NDArray[np.float32]:
        """The blocks of these pieces alone."""
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
        return rows.reshape(len(ids), -1, WIDTH).transpose(1, 0, 2)


def _even(
    rows: NDArray[np.float32], scale: NDArray[np.float32], offset: NDArray[np.float32], eps: float
) -> NDArray[np.float32]:
    """Rows brought to the same mean and spread, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + eps))[:, None]
    rows *= scale
    rows += offset
    return rows
