"""How good the model is on rows it did not see, as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from amends_training.triage import kinds, offence, topics
from amends_training.triage.kinds import KINDS, Material, Tried, f1
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


def of_kinds(at: Material, seen: Tried) -> Iterator[Figure]:
    """F1 of each kind on each set, with all fields and with few; the calibration of bugs."""
    for kind in KINDS:
        for view in ("full", "bare"):
            told, shown = kinds.asserted(at, seen, kind, view), "" if view == "full" else ", few fields"
            for source in APPS:
                rows = at.source == source
                yield Figure(f"{kind} F1{shown}", source, f1(at.labels[kind][rows], told[rows]))
            if view == "full":
                rows = at.source == "dining"
                yield Figure(f"{kind}, false alarms", "dining", float(told[rows].mean()))
    likely = kinds.probabilities(at, seen, "bug", "full")
    for source in APPS:
        rows = at.source == source
        yield Figure("bug ECE", source, calibration_error(at.labels["bug"][rows], likely[rows]))


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
