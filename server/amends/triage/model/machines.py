"""The two sums that the model does with a vector: fewer dimensions, and support vector machines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Axes:
    """The directions in which reviews differ most."""

    mean: NDArray[np.float32]
    directions: NDArray[np.floating]

    def __call__(self, vectors: NDArray[np.floating]) -> NDArray[np.float32]:
        turned = (vectors - self.mean) @ self.directions.astype(np.float32, copy=False)
        return np.asarray(turned, dtype=np.float32)


@dataclass(frozen=True)
class Machines:
    """How much a row is like the examples on either side of each border; the borders share one table of examples.

    A row is held against the table once: reading so many numbers takes longer than all sums done with them.
    """

    vectors: NDArray[np.floating]
    weights: NDArray[np.float32]
    """One column a border; 0 where an example is none of its own."""
    bias: NDArray[np.float32]
    gamma: NDArray[np.float32]

    @cached_property
    def _squares(self) -> NDArray[np.float32]:
        return np.asarray((self.vectors.astype(np.float32, copy=False) ** 2).sum(axis=1), dtype=np.float32)

    def __call__(self, rows: NDArray[np.floating]) -> NDArray[np.float32]:
        """For each row how far on the yes side of each border it stands."""
        rows = np.asarray(rows, dtype=np.float32)
        vectors = self.vectors.astype(np.float32, copy=False)
        apart = (rows**2).sum(axis=1)[:, None] + self._squares - 2 * rows @ vectors.T
        columns = [np.exp(-gamma * apart) @ line for gamma, line in zip(self.gamma, self.weights.T, strict=True)]
        return np.asarray(np.stack(columns, axis=1) + self.bias, dtype=np.float32)


def probability(logit: NDArray[np.floating]) -> NDArray[np.float64]:
    """Logits as probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -30, 30))), dtype=np.float64)


def shares(logits: NDArray[np.floating]) -> NDArray[np.float64]:
    """Rows of logits as probabilities that add up to 1."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)
