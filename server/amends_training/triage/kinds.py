"""Bugs and wishes: learnt on four fifths, tried on the last, five times; then learnt on all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from amends.triage.model.columns import ELSEWHERE, meant, said, weighed_up
from amends.triage.model.machines import Axes, Machine, probability, shares
from amends.triage.model.sample import Sample
from amends_training.triage.bags import rarity, weighed
from amends_training.triage.fitting import Linear, axes, calibration, linear, machine
from amends_training.triage.labelled import FOLDS
from amends_training.triage.table import SOURCES, Flags, Floats, Table, fewer_fields, meanings

KINDS = ("bug", "feature_request")
_TRIED = np.linspace(0.1, 0.6, 51)


@dataclass(frozen=True)
class Material:
    """The rows that kinds are learnt from, and how they look with all and with few fields."""

    source: NDArray[np.str_]
    fold: NDArray[np.int64]
    labels: dict[str, Flags]
    counts: csr_matrix
    meaning: Floats
    full: list[Sample]
    bare: list[Sample]
    mixed: list[Sample]

    @property
    def register(self) -> NDArray[np.int64]:
        """The number of each row's set."""
        return np.array([SOURCES.index(one) for one in self.source])


def material(table: Table) -> Material:
    """The rows with labels of kinds; their vectors are made here."""
    ids = table.of(*SOURCES)
    full = [table.rows[at].sample for at in ids]
    return Material(
        table.source[ids],
        table.fold[ids],
        {kind: table.label(kind)[ids] for kind in KINDS},
        table.counts[ids],
        meanings(full),
        full,
        [sample.without(fields=True) for sample in full],
        fewer_fields(full),
    )


def _structure(samples: Sequence[Sample]) -> Floats:
    return np.stack([sample.structure for sample in samples]).astype(float)


def _fields(samples: Sequence[Sample]) -> Floats:
    return np.stack([sample.fields for sample in samples]).astype(float)


def register_model(at: Material, bag: csr_matrix, ids: NDArray[np.int64]) -> Linear:
    """What tells the sets apart."""
    return linear(bag[ids], _fields(at.mixed)[ids], at.register[ids], strength=2)


@dataclass(frozen=True)
class Parts:
    """The fitted parts that say how likely each kind is."""

    axes: Axes
    machines: dict[str, Machine]
    bags: dict[str, Linear]

    def columns(self, kind: str, meaning: Floats, bag: csr_matrix, structure: Floats, register: Floats) -> Floats:
        """What the last sum reads of these rows."""
        by_meaning = self.machines[kind](meant(self.axes(meaning), structure, register))
        by_words = self.bags[kind](bag, said(structure, register))[:, 0]
        return weighed_up(by_meaning, by_words, register)

    def alone(self, kind: str, meaning: Floats, structure: Floats) -> Floats:
        """What the machine says where words and register don't count."""
        register = np.repeat(ELSEWHERE, len(meaning), axis=0)
        return self.machines[kind](meant(self.axes(meaning), structure, register)).astype(float)[:, None]


def parts(at: Material, bag: csr_matrix, register: Floats, ids: NDArray[np.int64]) -> Parts:
    """Learn the kinds from these rows; `register` is what others' folds say of each."""
    structure, turn = _structure(at.mixed), axes(at.meaning[ids])
    rows = meant(turn(at.meaning), structure, register)
    beside = said(structure, register)
    return Parts(
        turn,
        {kind: machine(rows[ids], at.labels[kind][ids]) for kind in KINDS},
        {kind: linear(bag[ids], beside[ids], at.labels[kind][ids], strength=4, even=True) for kind in KINDS},
    )


@dataclass(frozen=True)
class Tried:
    """What models that did not see a row say of it."""

    register: dict[str, Floats]
    columns: dict[tuple[str, str], Floats]
    alone: dict[str, Floats]


def tried(at: Material) -> Tried:
    """Each row as seen by what was learnt without its fold, with all and with few fields."""
    views = {"full": at.full, "bare": at.bare, "mixed": at.mixed}
    size = len(at.fold)
    register = {view: np.zeros((size, len(SOURCES))) for view in views}
    columns = {(kind, view): np.zeros((size, 3 * len(SOURCES))) for kind in KINDS for view in ("full", "bare")}
    alone = {kind: np.zeros((size, 1)) for kind in KINDS}
    bags = [weighed(at.counts, rarity(at.counts[at.fold != fold])) for fold in range(FOLDS)]
    for fold, bag in enumerate(bags):
        out = np.flatnonzero(at.fold == fold)
        model = register_model(at, bag, np.flatnonzero(at.fold != fold))
        for view, samples in views.items():
            register[view][out] = shares(model(bag[out], _fields(samples)[out]))
    for fold, bag in enumerate(bags):
        out = np.flatnonzero(at.fold == fold)
        found = parts(at, bag, register["mixed"], np.flatnonzero(at.fold != fold))
        for kind, view in columns:
            structure = _structure(views[view])[out]
            columns[kind, view][out] = found.columns(kind, at.meaning[out], bag[out], structure, register[view][out])
        for kind in KINDS:
            alone[kind][out] = found.alone(kind, at.meaning[out], _structure(at.full)[out])
    return Tried(register, columns, alone)


def calibrated(at: Material, seen: Tried, kind: str, ids: NDArray[np.int64]) -> NDArray[np.float32]:
    """The last sum, from what was said of these rows unseen, with all and with few fields."""
    rows = np.vstack([seen.columns[kind, view][ids] for view in ("full", "bare")])
    return calibration(rows, np.tile(at.labels[kind][ids], 2), np.repeat([1.0, 0.5], len(ids)))


def probabilities(at: Material, seen: Tried, kind: str, view: str) -> Floats:
    """How likely the kind is for each row, by sums that did not see the row either."""
    found = np.zeros(len(at.fold))
    for fold in range(FOLDS):
        out = at.fold == fold
        weights = calibrated(at, seen, kind, np.flatnonzero(~out))
        found[out] = probability(seen.columns[kind, view][out] @ weights[:-1] + weights[-1])
    return found


def f1(labels: Flags, told: Flags) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * (labels & told).sum() / max(1, labels.sum() + told.sum()))


def threshold(labels: Flags, likely: Floats) -> float:
    """From which probability on to say so, for the best F1: the middle of the best stretch, not its peak."""
    if not labels.any():
        return 0.5
    found = np.array([f1(labels, likely > each) for each in _TRIED])
    smooth = np.convolve(np.pad(found, 3, mode="edge"), np.ones(7) / 7, "valid")
    return float(_TRIED[int(np.argmax(smooth))])


def thresholds(at: Material, likely: Floats, kind: str, ids: NDArray[np.int64]) -> Floats:
    """One threshold for each set."""
    chosen = [ids[at.source[ids] == source] for source in SOURCES]
    return np.array([threshold(at.labels[kind][some], likely[some]) for some in chosen])


def asserted(at: Material, seen: Tried, kind: str, view: str) -> Flags:
    """Whether the kind is asserted of each row, by thresholds that were chosen without it."""
    likely, found = probabilities(at, seen, kind, "full"), np.zeros(len(at.fold), dtype=bool)
    shown = probabilities(at, seen, kind, view)
    for fold in range(FOLDS):
        out = at.fold == fold
        found[out] = shown[out] > seen.register[view][out] @ thresholds(at, likely, kind, np.flatnonzero(~out))
    return found
