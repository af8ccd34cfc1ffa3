"""Rank a tracker's issues by what their texts share with a review, and by its circumstances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from amends.embedding import encode
from amends.embedding import warm as warm_encoder
from amends.embedding.encoder import Vectors
from amends.matching.comparing import comparison, probabilities
from amends.matching.learning import Learnt
from amends.matching.trackers import Tracker, kept_tracker
from amends.matching.wordings import CAP
from amends.records import Issue, Match, Review

_REJECTED = -10.0
"""Log odds a match loses where the same text was untied from the issue; one less alike loses far less."""
_ALIKE = 0.5
"""Cosine up to which another text loses nothing."""
_NEAR = 0.4
"""Likeness of meaning from which two texts are said to mean the same; ordinary is 0, one in a thousand is above."""
_SHOWN_WORDS = 6


def rank(review: Review, issues: Sequence[Issue], *, top: int, min_score: float, learnt: Learnt) -> list[Match]:
    """The issues that reach `min_score`, best first, each with its reasons."""
    text = review.words.strip()
    if not issues or not (text or min_score <= 0):
        return []
    tracker = kept_tracker(issues, learnt)
    evidence = tracker.wordings.evidence(text)
    best, odds = tracker.best_piece(comparison().logits(evidence))
    odds = odds + tracker.circumstances.odds(review) + _rejections(text, tracker)
    scores = probabilities(odds)
    fitting = [place for place in _first(odds, top) if scores[place] >= min_score]
    return [_match(review, text, tracker, place, int(best[place]), float(scores[place]), evidence) for place in fitting]


def warm(issues: Sequence[Issue], learnt: Learnt, known: Mapping[str, Vectors]) -> Mapping[str, Vectors]:
    """Load the encoder and read the issues; gives what their texts mean."""
    warm_encoder()
    return kept_tracker(issues, learnt, known).wordings.vectors if issues else {}


def _first(odds: NDArray[np.float64], top: int) -> list[int]:
    """The places of the greatest, greatest first; of equals the first."""
    places = np.arange(len(odds))
    if top < len(odds):
        least = np.partition(odds, len(odds) - top)[len(odds) - top] if top > 0 else np.inf
        places = np.flatnonzero(odds >= least)
    found: list[int] = places[np.argsort(-odds[places], kind="stable")][: max(0, top)].tolist()
    return found


def _match(
    review: Review, text: str, tracker: Tracker, place: int, piece: int, score: float, evidence: NDArray[np.float64]
) -> Match:
    name = tracker.names[piece]
    words = tracker.wordings.shared(text, piece)[:_SHOWN_WORDS]
    why = [f"both say {', '.join(words)} ({name})"] if words else []
    if evidence[piece, 0] >= _NEAR:
        why.append(f"means much the same as its {name}" if words else f"means the same in other words ({name})")
    why += tracker.circumstances.reasons(review, place)
    return Match(issue=tracker.issues[place].id, score=round(score, 4), why=tuple(why))


def _rejections(text: str, tracker: Tracker) -> NDArray[np.float64]:
    """What issues lose because a person untied reviews like this one from them."""
    lost = np.zeros(len(tracker.issues))
    if not tracker.rejected:
        return lost
    vector = encode([text[:CAP]])[0]
    for place, rows in tracker.rejected.items():
        alike = float((rows @ vector).max())
        lost[place] = _REJECTED * max(0.0, (alike - _ALIKE) / (1 - _ALIKE)) ** 2
    return lost
