"""The rows of numbers that the parts of the model read, put together in one place for training and for use."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[np.floating]

HALF = 0.5
"""How much the fields count beside what the words mean."""
ELSEWHERE = np.array([[1 / 3, 1 / 3, 1 / 3, 0.0]])
"""Which set a review resembles where its words can't say: each of the app stores'."""


def meant(turned: Rows, structure: Rows, register: Rows) -> Rows:
    """What the machine of a kind reads."""
    return np.hstack([turned, HALF * structure, HALF * register])


def said(structure: Rows, register: Rows) -> Rows:
    """What the linear model of a kind reads beside the bag of words."""
    return np.hstack([structure, register])


def weighed_up(machine: Rows, bag: Rows, register: Rows) -> Rows:
    """What the last sum reads: both opinions, each weighed by where the review resembles to be from."""
    return np.hstack([register * machine[:, None], register * bag[:, None], register])
