"""How well issues are matched, each app by a comparison that never saw it: python tests/bench/match_quality.py

Needs AMENDS_DATA. The labels are other people's: three candidates a review, judged by two persons who often disagreed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from word_vectors import TfIdf

from amends.embedding import encode
from amends.matching.wordings import CAP, Wordings, vectors
from amends_training.matching.judged_pairs import APPS, TRACKERS, Pair, pairs, tracker
from amends_training.matching.learning import learnt

MUST = {"auc": {"nextcloud": 0.80, "vlc": 0.85}, "first": {"nextcloud": 0.42, "vlc": 0.70}}
AIM = {"auc": {"nextcloud": 0.84, "vlc": 0.89}, "first": {"nextcloud": 0.50, "vlc": 0.80}}
FIRST = 10

Scores = NDArray[np.float64]
Way = Callable[[str], Scores]
"""A review in, a score for each of a tracker's titles out."""


class Figures(NamedTuple):
    """What one way reaches on one app."""

    auc: float
    first: float | None


def auc(scores: Scores, fits: NDArray[np.bool_]) -> float:
    """How often a fitting pair is scored above one that does not fit; a tie counts half."""
    apart = scores[fits][:, None] - scores[~fits][None, :]
    return float((apart > 0).mean() + (apart == 0).mean() / 2)


@lru_cache(maxsize=4)
def titles(app: str) -> tuple[str, ...]:
    """The titles of an app's tracker, each once."""
    return tuple(dict.fromkeys(told.title for told in tracker(app)))


def ways(app: str) -> dict[str, Way]:
    """Ours, and what it is held against."""
    compare = learnt(app)
    known = vectors(titles(app), {})
    wordings = Wordings(titles(app), compare, known)
    rows = np.stack([known[title] for title in titles(app)])
    tf_idf = TfIdf(titles(app))
    return {
        "TF-IDF": tf_idf.likeness,
        "USE": lambda text: (rows @ encode([text[:CAP]])[0]).astype(np.float64),
        "ours": lambda text: compare.logits(wordings.evidence(text)),
    }


def figures(app: str, way: Way) -> Figures:
    """Both figures of one way on one app."""
    place = {title.casefold(): number for number, title in enumerate(titles(app))}
    judged = [pair for pair in pairs() if pair.app == app and pair.title.casefold() in place]
    by_review = {review: way(review) for review in {pair.review for pair in judged}}
    scores = np.array([by_review[pair.review][place[pair.title.casefold()]] for pair in judged])
    found = [_rank(pair, by_review, place) < FIRST for pair in judged if pair.fits]
    return Figures(
        auc(scores, np.array([pair.fits for pair in judged])), float(np.mean(found)) if app in TRACKERS else None
    )


def _rank(pair: Pair, by_review: dict[str, Scores], place: dict[str, int]) -> int:
    scores = by_review[pair.review]
    return int((scores > scores[place[pair.title.casefold()]]).sum())


def main() -> None:
    """Both tables."""
    found = {app: {name: figures(app, way) for name, way in ways(app).items()} for app in APPS}
    for key, said in (
        ("auc", "does this issue fit: AUC over judged pairs"),
        ("first", "among the first 10, by titles"),
    ):
        print(f"  {said}\n  {'app':11}{'TF-IDF':>8}{'USE':>8}{'ours':>8}{'must':>8}{'aim':>8}")
        for app, row in found.items():
            values = [getattr(row[name], key) for name in ("TF-IDF", "USE", "ours")]
            limits = [MUST[key].get(app), AIM[key].get(app)]
            cells = "".join(f"{'–' if value is None else format(value, '.3f'):>8}" for value in (*values, *limits))
            print(f"  {app:11}{cells}")


if __name__ == "__main__":
    main()
