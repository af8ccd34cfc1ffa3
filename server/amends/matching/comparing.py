"""The learnt part of matching: how telling a word is in reviews anywhere, which differences of meaning count, and what
each piece of evidence is worth. MODEL.md says where the numbers come from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from amends.embedding.encoder import Vectors

FILE = "model.npz"
EVIDENCE = ("meaning", "words", "both", "standing", "distinct")
"""What is weighed, in the order of `Comparison.weights`: a text's meaning, its words, both at once, how far its meaning
stands out from the others', and its meaning but for the direction in which the tracker's texts differ most."""


@dataclass(frozen=True)
class Comparison:
    """Numbers learnt from judged pairs of reviews and issues."""

    metric: Vectors
    """Symmetric, 512 × 512: the inner product under which two tellings of one problem are near."""
    review_mean: Vectors
    title_mean: Vectors
    directions: Vectors
    """Rows: the few in which titles of any tracker differ most, each as long as they differ along it."""
    shares: dict[str, float]
    """Stem → share of reviews that have it."""
    weights: NDArray[np.float64]
    offset: float
    pair_weights: NDArray[np.float64]
    """As `weights`, but for two reviews."""
    pair_offset: float

    def logits(self, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
        """How likely each row of evidence is of a fitting pair, as log odds."""
        logits: NDArray[np.float64] = evidence @ self.weights + self.offset
        return logits

    def pair_logits(self, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
        """How likely each row of evidence is of two reviews of one problem, as log odds."""
        logits: NDArray[np.float64] = evidence @ self.pair_weights + self.pair_offset
        return logits


@lru_cache(maxsize=1)
def comparison() -> Comparison:
    """The comparison that ships."""
    with (files(__package__) / FILE).open("rb") as file, np.load(file, allow_pickle=False) as kept:
        half = kept["half_metric"].astype(np.float32)
        return Comparison(
            metric=half @ half.T,
            review_mean=kept["review_mean"].astype(np.float32),
            title_mean=kept["title_mean"].astype(np.float32),
            directions=kept["directions"].astype(np.float32),
            shares=dict(zip(kept["stems"].tolist(), kept["shares"].tolist(), strict=True)),
            weights=kept["weights"],
            offset=float(kept["offset"]),
            pair_weights=kept["pair_weights"],
            pair_offset=float(kept["pair_offset"]),
        )


def probabilities(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log odds as probabilities."""
    found: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return found
