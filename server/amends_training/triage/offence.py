"""Offence: learnt from tweets, with reviews of all sets beside them as what is not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from amends.playbook import lexicon
from amends.triage.model.machines import probability
from amends_training.triage.bags import rarity, weighed
from amends_training.triage.fitting import Linear, linear
from amends_training.triage.labelled import FOLDS
from amends_training.triage.table import Flags, Floats, Table


def insulting(table: Table) -> Flags:
    """Rows that hold a word of the lists of insults."""
    lists = [lexicon("en").pattern(name) for name in ("insults", "slurs")]
    return np.array([any(one.search(row.sample.words) for one in lists) for row in table.rows])


def teachable(table: Table) -> Flags:
    """Rows whose label is known: all tweets, and reviews without a word of the lists."""
    return (table.source == "tweets") | ~insulting(table)


def offence(table: Table, bag: csr_matrix, ids: NDArray[np.int64]) -> Linear:
    """Learn what offends from these rows."""
    nothing = np.zeros((len(ids), 0))
    return linear(bag[ids], nothing, table.label("abuse")[ids], strength=6)


def tried(table: Table) -> Floats:
    """How offensive each row is, as seen by what was learnt without its fold."""
    found, known = np.zeros(len(table.rows)), teachable(table)
    for fold in range(FOLDS):
        ids = np.flatnonzero((table.fold != fold) & known)
        out = np.flatnonzero(table.fold == fold)
        bag = weighed(table.counts, rarity(table.counts[ids]))
        found[out] = probability(offence(table, bag, ids)(bag[out], np.zeros((len(out), 0)))[:, 0])
    return found
