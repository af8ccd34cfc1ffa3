"""Service and prices: learnt from sentences about restaurants, with sentences about apps as what is neither."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amends.playbook import lexicon
from amends.triage.model.machines import Axes, Machines, probability
from amends.triage.model.weights import TOPICS
from amends_training.triage.fitting import calibration, machine
from amends_training.triage.kinds import threshold
from amends_training.triage.labelled import FOLDS
from amends_training.triage.table import Flags, Floats, Table, meanings

_EACH = 4
"""Every fourth app review is enough of what is neither."""


@dataclass(frozen=True)
class Sentences:
    """What topics are learnt from; a row about an app counts only if no word of the topic's list is in it."""

    source: NDArray[np.str_]
    fold: NDArray[np.int64]
    turned: Floats
    labels: dict[str, Flags]
    known: dict[str, Flags]


def sentences(table: Table, axes: Axes) -> Sentences:
    """The sentences, as cut and as written, and the app reviews beside them."""
    ids = np.concatenate([table.of("dining", "dining-tokens"), table.of("maalej", "clap", "vu")[::_EACH]])
    samples = [table.rows[at].sample for at in ids]
    told = table.of("dining", "dining-tokens")
    known = {}
    for topic in TOPICS:
        words = lexicon("en").pattern(f"topic-{topic}")
        known[topic] = np.isin(ids, told) | np.array([not words.search(sample.words) for sample in samples])
    labels = {topic: table.label(topic)[ids] for topic in TOPICS}
    turned = axes(meanings(samples)).astype(float)
    return Sentences(table.source[ids], table.fold[ids], turned, labels, known)


@dataclass(frozen=True)
class Subject:
    """A topic's machine, what makes a probability of it, and from which one on it is asserted."""

    machine: Machines
    sum: NDArray[np.float32]
    threshold: float


def tried(at: Sentences, topic: str) -> Floats:
    """How far each sentence is about the topic, as seen by what was learnt without its fold."""
    found = np.zeros(len(at.fold))
    for fold in range(FOLDS):
        out = at.fold == fold
        ids = ~out & at.known[topic]
        found[out] = machine(at.turned[ids], at.labels[topic][ids], strength=3)(at.turned[out])[:, 0]
    return found


def subject(at: Sentences, topic: str, ids: NDArray[np.int64] | None = None) -> Subject:
    """Learn a topic from all sentences; its calibration and threshold from what was said of each unseen."""
    margin, known, labels = tried(at, topic)[:, None], at.known[topic], at.labels[topic]
    weights = calibration(margin[known], labels[known])
    likely = probability(margin @ weights[:-1] + weights[-1])
    told = np.char.startswith(at.source, "dining")
    return Subject(machine(at.turned[known], labels[known], strength=3), weights, threshold(labels[told], likely[told]))
