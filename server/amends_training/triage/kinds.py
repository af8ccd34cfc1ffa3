"""Bugs and wishes: learnt on four fifths, tried on the last, five times; then learnt on all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from amends.triage.model.columns import ELSEWHERE, HALF, KIND_AXES, beside, of_any_set, weighed_up
from amends.triage.model.machines import Axes, Machines, probability, shares
from amends.triage.model.weights import KINDS
from amends_training.triage.fitting import Linear, axes, calibration, linear, machine, stacked, straight
from amends_training.triage.labelled import FOLDS
from amends_training.triage.material import VIEWS, Material
from amends_training.triage.table import SOURCES, Flags, Floats

_TRIED = np.linspace(0.1, 0.7, 61)
_AROUND = 8
"""So many thresholds on either side say how good one is."""
_TRUST = {"full": 1.0, "bare": 0.3}
"""How much each view counts in the last sum: a page without title and version is the rarer one."""

Ids = NDArray[np.int64]


def register_model(at: Material, bag: csr_matrix, ids: Ids) -> Linear:
    """What tells the sets apart."""
    return linear(bag[ids], at.fields("mixed")[ids], at.register[ids], strength=2)


@dataclass(frozen=True)
class Parts:
    """The fitted parts that say how likely each kind is."""

    axes: Axes
    share: NDArray[np.float32]
    machines: dict[str, Machines]
    bags: dict[str, Linear]

    def columns(self, kind: str, turned: Floats, bag: csr_matrix, aside: Floats, register: Floats) -> Floats:
        """What the last sum reads of these rows."""
        by_meaning = self.machines[kind](np.hstack([turned, aside]))[:, 0]
        return weighed_up(by_meaning, self.bags[kind](bag, aside), register)

    def alone(self, kind: str, turned: Floats, aside: Floats) -> Floats:
        """What the machine says where words and register don't count."""
        aside = np.hstack([aside[:, : -len(SOURCES)], HALF * np.repeat(ELSEWHERE, len(aside), axis=0)])
        return self.machines[kind](np.hstack([turned, aside])).astype(float)


def asides(at: Material, view: str, turned: Floats, share: NDArray[np.float32], register: Floats) -> Floats:
    """What stands beside the words of each row in this view; a rating that is not shown is guessed from them."""
    guessed = np.clip(turned @ share[:-1] + share[-1], 0, 1)
    given = np.array([np.nan if sample.share is None else sample.share for sample in at.views[view]])
    shown = np.where(np.isnan(given), guessed, given)[:, None]
    return beside(shown, at.structure(view), at.hits, register)


def share_line(at: Material, turned: Floats, ids: Ids) -> NDArray[np.float32]:
    """Weights that guess the rating from what the words mean."""
    given = np.array([np.nan if sample.share is None else sample.share for sample in at.views["full"]])
    rated = ids[~np.isnan(given[ids])]
    return straight(turned[rated], given[rated])


def parts(at: Material, bag: csr_matrix, register: Floats, ids: Ids) -> Parts:
    """Learn the kinds from these rows; `register` is what others' folds say of each."""
    turn = axes(at.meaning[ids], KIND_AXES)
    turned = turn(at.meaning)
    share = share_line(at, turned, ids)
    aside, told = (asides(at, view, turned, share, register) for view in ("mixed", "full"))
    rows = np.hstack([turned, aside])
    return Parts(
        turn,
        share,
        {kind: machine(rows[ids], at.labels[kind][ids]) for kind in KINDS},
        {kind: _bags(at, kind, bag, (aside, told), ids) for kind in KINDS},
    )


def _bags(at: Material, kind: str, bag: csr_matrix, asides: tuple[Floats, Floats], ids: Ids) -> Linear:
    """Learnt from the words in all sets, and in each that has the kind: people wish in other words in another store."""

    def learnt(rows: Ids, shown: Floats, strength: float) -> Linear:
        return linear(bag[rows], shown[rows], at.labels[kind][rows], strength, even=True)

    # Within one set its fields tell nothing, and would mislead about a review that is half like another's.
    aside, told = asides[0], asides[1] * of_any_set(at.hits.shape[1])
    own = [learnt(ids[at.source[ids] == source], told, strength=8) for source in SOURCES[:-1]]
    return stacked([learnt(ids, aside, strength=4), *own])


@dataclass(frozen=True)
class Tried:
    """What models that did not see a row say of it."""

    register: dict[str, Floats]
    columns: dict[tuple[str, str], Floats]
    alone: dict[str, Floats]


def _registers(at: Material, bags: list[csr_matrix]) -> dict[str, Floats]:
    found = {view: np.zeros((len(at.fold), len(SOURCES))) for view in VIEWS}
    for fold, bag in enumerate(bags):
        out = np.flatnonzero(at.fold == fold)
        model = register_model(at, bag, np.flatnonzero(at.fold != fold))
        for view in VIEWS:
            found[view][out] = shares(model(bag[out], at.fields(view)[out]))
    return found


def tried(at: Material) -> Tried:
    """Each row as seen by what was learnt without its fold, in each view."""
    size = len(at.fold)
    columns = {(kind, view): np.zeros((size, 4 * len(SOURCES))) for kind in KINDS for view in VIEWS[:3]}
    alone = {kind: np.zeros((size, 1)) for kind in KINDS}
    bags = [at.bag(np.flatnonzero(at.fold != fold))[0] for fold in range(FOLDS)]
    register = _registers(at, bags)
    for fold, bag in enumerate(bags):
        out = np.flatnonzero(at.fold == fold)
        found = parts(at, bag, register["mixed"], np.flatnonzero(at.fold != fold))
        turned = found.axes(at.meaning)
        for view in VIEWS[:3]:
            aside = asides(at, view, turned, found.share, register[view])[out]
            for kind in KINDS:
                columns[kind, view][out] = found.columns(kind, turned[out], bag[out], aside, register[view][out])
                if view == "full":
                    alone[kind][out] = found.alone(kind, turned[out], aside)
    return Tried(register, columns, alone)


def calibrated(at: Material, seen: Tried, kind: str, ids: Ids) -> NDArray[np.float32]:
    """The last sum, from what was said of these rows unseen, with all and with few fields."""
    rows = np.vstack([seen.columns[kind, view][ids] for view in _TRUST])
    return calibration(rows, np.tile(at.labels[kind][ids], 2), np.repeat([*_TRUST.values()], len(ids)), strength=1)


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
    """From which probability on to say so, for the best F1.

    Half way between the middle of the best stretch, which a few rows can move, and half the best F1, which is right
    where probabilities are true.
    """
    if not labels.any():
        return 0.5
    found = np.array([f1(labels, likely > each) for each in _TRIED])
    smooth = np.convolve(np.pad(found, _AROUND, mode="edge"), np.ones(2 * _AROUND + 1), "valid")
    return float(_TRIED[int(np.argmax(smooth))] + found.max() / 2) / 2


def thresholds(at: Material, likely: Floats, kind: str, ids: Ids) -> Floats:
    """One threshold for each set."""
    chosen = [ids[at.source[ids] == source] for source in SOURCES]
    return np.array([threshold(at.labels[kind][some], likely[some]) for some in chosen])


def limits(at: Material, seen: Tried, kind: str, view: str) -> Floats:
    """From which probability on the kind is asserted of each row, by thresholds that were chosen without it."""
    likely, found = probabilities(at, seen, kind, "full"), np.zeros(len(at.fold))
    for fold in range(FOLDS):
        out = at.fold == fold
        found[out] = seen.register[view][out] @ thresholds(at, likely, kind, np.flatnonzero(~out))
    return found
