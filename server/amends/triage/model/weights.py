"""The learnt numbers, read once from the file that ships."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from amends.triage.model.machines import Axes, Machines

FILE = Path(__file__).with_name("weights.npz")
SETS = ("maalej", "clap", "vu", "dining")
"""The sets that a review may resemble; the last has neither bugs nor wishes."""
KINDS = ("bug", "feature_request")
TOPICS = ("service", "price")
HEADS = (*SETS, *(f"{kind}{of}" for kind in KINDS for of in ("", *(f"-{name}" for name in SETS[:-1]))), "abuse")
"""What the columns of the bag's weights speak for: the sets, each kind by all sets and by each that has it, offence."""


@dataclass(frozen=True)
class Weights:
    """The parts of the model, by the names they were written under."""

    parts: dict[str, NDArray[np.floating]]

    def __getitem__(self, name: str) -> NDArray[np.floating]:
        return self.parts[name]

    @cached_property
    def axes(self) -> Axes:
        """The directions in which reviews differ most."""
        return Axes(self["axes-mean"], self["axes"].astype(np.float32))

    @cached_property
    def machines(self) -> dict[str, Machines]:
        """The support vector machines of kinds and of topics, a column each."""
        return {name: self._machines(name) for name in ("kinds", "topics")}

    def _machines(self, name: str) -> Machines:
        vectors = self[f"{name}-vectors"].astype(np.float32)
        return Machines(vectors, self[f"{name}-weights"], *self[f"{name}-lines"])


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that ship."""
    with np.load(FILE, allow_pickle=False) as file:
        return Weights({name: file[name] for name in file.files})
