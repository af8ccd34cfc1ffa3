"""What triage would answer with a model that did not see the row: what was learnt, and all rules after it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from amends.playbook import lexicon
from amends.records import Review
from amends.triage import kinds as ruled
from amends.triage import language_of
from amends.triage.model.columns import ELSEWHERE
from amends.triage.model.machines import probability
from amends.triage.model.opinion import UNDERSTOOD, Opinion
from amends.triage.model.weights import KINDS
from amends.triage.reading import Reading
from amends_training.triage import kinds
from amends_training.triage.fitting import calibration
from amends_training.triage.labelled import FOLDS
from amends_training.triage.material import Material
from amends_training.triage.table import Flags, Floats


def alone(at: Material, seen: kinds.Tried, kind: str) -> Floats:
    """How likely the kind is where the model doubts that the review is in English, by sums that did not see the row."""
    found = np.zeros(len(at.fold))
    for fold in range(FOLDS):
        out = at.fold == fold
        line = calibration(seen.alone[kind][~out], at.labels[kind][~out])
        found[out] = probability(seen.alone[kind][out] @ line[:-1] + line[-1])
    return found


def _review(at: Material, row: int, view: str) -> Review:
    review = at.rows[row].review
    if view == "unrated":
        return review.model_copy(update={"rating": None})
    if view == "bare":
        words = f"{review.title}. {review.text}" if review.title else review.text
        return review.model_copy(update={"title": None, "product_version": None, "text": words.replace("\t", " ")})
    return review


def _opinions(at: Material, seen: kinds.Tried, view: str) -> Iterator[tuple[Reading, Opinion]]:
    likely = {kind: kinds.probabilities(at, seen, kind, view) for kind in KINDS}
    limits = {kind: kinds.limits(at, seen, kind, view) for kind in KINDS}
    elsewhere = {kind: alone(at, seen, kind) for kind in KINDS}
    doubtful = {
        kind: float(ELSEWHERE[0] @ kinds.thresholds(at, likely[kind], kind, np.arange(len(at.fold)))) for kind in KINDS
    }
    for row in range(len(at.fold)):
        review = _review(at, row, view)
        language = language_of(review.words[: len(review.title or "") + 1000], review.language)
        tongue = (language or "en").split("-")[0]
        by, limit = (
            (likely, {kind: float(limits[kind][row]) for kind in KINDS}) if tongue == "en" else (elsewhere, doubtful)
        )
        told = {kind: float(by[kind][row]) for kind in KINDS} if tongue in UNDERSTOOD else {}
        opinion = Opinion({**told, "abuse": 0.0}, limit if told else {}, {}, {}, tongue == "en")
        yield Reading(review, lexicon(language)), opinion


def served(at: Material, seen: kinds.Tried, view: str = "full") -> tuple[dict[str, Flags], dict[str, Floats]]:
    """For each kind whether triage asserts it of each row, and the score it gives."""
    size = len(at.fold)
    told: dict[str, Flags] = {kind: np.zeros(size, dtype=bool) for kind in KINDS}
    scores = {kind: np.zeros(size) for kind in KINDS}
    for row, (reading, opinion) in enumerate(_opinions(at, seen, view)):
        found = ruled.scores(reading, opinion if reading.length else None)
        asserted = ruled.asserted(found, opinion.thresholds if reading.length else {})
        for kind, score in found.items():
            if kind in KINDS:
                told[kind][row], scores[kind][row] = kind in asserted, score
    return told, scores
