"""The last layers of the network, which make a vector of the sums over a text's pieces."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


class Head:
    """The package's layers; those with nothing between them are one, multiplied when loaded."""

    def __init__(self, weights: Any) -> None:
        by = weights
        both = np.hstack([by.d0, by.p1])
        through = by.cnn_W @ both
        self._scaled = np.ascontiguousarray(by.ln_g[:, None] * through)
        self._means = self._scaled.sum(axis=0)
        self._each = by.ln_b @ through + by.cnn_b @ both
        self._middle, self._d1 = by.d0.shape[1], by.d1
        self._last, self._d3, self._eps = np.hstack([by.p3, by.d2]), by.d3, by.eps

    def __call__(
        self, sums: NDArray[np.float32], means: NDArray[np.float32], lengths: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """A row of length 1 for each of sums; `means` is what they hold too much, `lengths` how many were summed."""
        both = (sums @ self._scaled - means * self._means + lengths * self._each) / np.sqrt(lengths)
        first = np.maximum(both[:, : self._middle], 0)
        second = np.maximum(both[:, self._middle :] + first @ self._d1, 0)
        last = second @ self._last
        size = self._d3.shape[0]
        rows = np.tanh(last[:, :size] + np.maximum(last[:, size:], 0) @ self._d3)
        length = np.einsum("ij,ij->i", rows, rows)[:, None]
        return np.asarray(rows / np.sqrt(np.maximum(length, self._eps)), dtype=np.float32)
