"""The rows of numbers that the parts of the model read, put together in one place for training and for use."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[np.floating]

KIND_AXES = 128
"""By how many of the axes kinds are told: the first ones say as much of them as all do."""
HALF = 0.5
"""How much the fields count beside what the words mean."""
EACH = 0.15
"""How much a hit of a word list counts."""
STRUCTURE = 4
"""How many numbers tell of length, question marks and title."""
ELSEWHERE = np.array([[1 / 3, 1 / 3, 1 / 3, 0.0]])
"""Which set a review resembles where its words can't say: each of the app stores'."""


def rated(share: float | None, turned: Rows, line: Rows) -> float:
    """The rating, 0 to 1; where the page shows none the one that such words mostly come with."""
    return share if share is not None else float(np.clip(turned @ line[:-1] + line[-1], 0, 1))


def beside(share: Rows, structure: Rows, hits: Rows, register: Rows) -> Rows:
    """What both opinions read beside the words: rating, structure, hits of word lists, the sets it resembles."""
    return np.hstack([HALF * share, HALF * structure, EACH * hits, HALF * register])


def of_any_set(lists: int) -> Rows:
    """Marks the columns of `beside` that don't tell sets apart, with this many word lists: rating and hits."""
    return np.array([1.0, *[0.0] * STRUCTURE, *[1.0] * lists, *[0.0] * ELSEWHERE.shape[1]])


def weighed_up(machine: Rows, bags: Rows, register: Rows) -> Rows:
    """What the last sum reads: three opinions, each weighed by where the review resembles to be from.

    The first of `bags` was learnt from all sets, the others from one set each: they speak as far as the review is like
    those of that set.
    """
    own = (register[:, : bags.shape[1] - 1] * bags[:, 1:]).sum(axis=1)
    return np.hstack([*(register * opinion[:, None] for opinion in (machine, bags[:, 0], own)), register])
