"""How good the model is on rows it did not see, as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from amends.triage.model.weights import KINDS
from amends_training.triage import kinds, offence, topics
from amends_training.triage.kinds import Tried, f1
from amends_training.triage.material import Material
from amends_training.triage.served import served
from amends_training.triage.table import SOURCES, Flags, Floats, Table

APPS = SOURCES[:3]
REVIEWS = (*SOURCES, "firefox", "familylink", "bt")
BINS = 10


@dataclass(frozen=True)
class Figure:
    """One measured number."""

    task: str
    source: str
    value: float


def calibration_error(labels: Flags, likely: Floats) -> float:
    """By how much probabilities miss what then happened, on average over tenths."""
    part = np.minimum((likely * BINS).astype(int), BINS - 1)
    apart = (abs(likely[part == at].mean() - labels[part == at].mean()) * (part == at).mean() for at in set(part))
    return float(sum(apart))


SHOWN = {"full": "", "unrated": ", no rating", "bare": ", few fields"}
"""How a table names what a page shows."""


def of_kinds(at: Material, seen: Tried) -> Iterator[Figure]:
    """F1 of what triage asserts on each set, with all fields and with few; the calibration of the score of bugs."""
    for view, shown in SHOWN.items():
        told, scores = served(at, seen, view)
        for kind in KINDS:
            for source in APPS:
                rows = at.source == source
                yield Figure(f"{kind} F1{shown}", source, f1(at.labels[kind][rows], told[kind][rows]))
            if view == "full":
                yield Figure(f"{kind}, false alarms", "dining", float(told[kind][at.source == "dining"].mean()))
        if view == "full":
            for source in APPS:
                rows = at.source == source
                error = calibration_error(at.labels["bug"][rows], scores["bug"][rows])
                yield Figure("bug ECE", source, error)


def of_offence(table: Table) -> Iterator[Figure]:
    """F1 on tweets, and how many of each set of reviews are called offensive that hold no insult of the lists."""
    told, listed = offence.tried(table) >= 0.5, offence.insulting(table)
    rows = table.source == "tweets"
    yield Figure("offence F1", "tweets", f1(table.label("abuse")[rows], told[rows]))
    both = told | listed
    yield Figure("offence F1, with lists", "tweets", f1(table.label("abuse")[rows], both[rows]))
    for source in REVIEWS:
        rows = table.source == source
        yield Figure("called offensive", source, float(both[rows].mean()))


def of_topics(at: topics.Sentences) -> Iterator[Figure]:
    """F1 of the topics on sentences about restaurants, as cut into tokens and as written."""
    for topic in topics.TOPICS:
        margin, labels, found = topics.tried(at, topic)[:, None], at.labels[topic], np.zeros(len(at.fold), dtype=bool)
        for fold in range(kinds.FOLDS):
            out = at.fold == fold
            ids = ~out & at.known[topic]
            line = topics.calibration(margin[ids], labels[ids])
            likely = topics.probability(margin @ line[:-1] + line[-1])
            found[out] = likely[out] >= kinds.threshold(labels[ids], likely[ids])
        for source in ("dining", "dining-tokens"):
            rows = at.source == source
            yield Figure(f"{topic} F1", source, f1(labels[rows], found[rows]))
