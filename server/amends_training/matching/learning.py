"""The comparison learnt from all apps, or from all but one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from amends.embedding import DIMENSIONS
from amends.embedding.encoder import Vectors
from amends.matching.comparing import EVIDENCE, Comparison
from amends.matching.grouping import pair_evidence
from amends.matching.tokens import stems
from amends.matching.wordings import Wordings, vectors
from amends_training.matching.judged_pairs import APPS, TRACKERS, pairs, problems, reports, reviews, tracker

_SHORTEST = 40
"""Characters a description has at least, to say what its title says."""
_PROBLEMS, _ROUND = 0.7, 3.0
"""What reviews of one problem count beside titles and descriptions; how round the metric stays."""
_RIDGE, _PAIR_RIDGE = 0.1, 0.001
_DIRECTIONS = 4
"""Directions in which titles differ most that are kept."""
_FEWEST = 5
"""Reviews that have a word, for its share to be kept."""


@lru_cache(maxsize=16)
def learnt(without: str = "") -> Comparison:
    """The comparison learnt from every app but `without`."""
    apps = [app for app in APPS if app != without]
    compare = Comparison(
        metric=half_metric(without) @ half_metric(without).T,
        review_mean=_means([report.text for report in reports()]),
        title_mean=np.mean([_means([told.title for told in tracker(app)]) for app in _trackers(without)], axis=0),
        directions=_directions(without),
        shares=_shares(),
        weights=np.zeros(len(EVIDENCE)),
        offset=0.0,
        pair_weights=np.zeros(2),
        pair_offset=0.0,
    )
    found = [evidence(app, compare) for app in apps]
    rows, fits = np.vstack([rows for rows, _fits in found]), np.concatenate([fits for _rows, fits in found])
    weights, offset = logistic(rows, fits, np.ones(len(rows)))
    pair_weights, pair_offset = logistic(*_report_pairs(without, compare), _PAIR_RIDGE)
    return replace(compare, weights=weights, offset=offset, pair_weights=pair_weights, pair_offset=pair_offset)


@lru_cache(maxsize=256)
def half_metric(*without: str) -> Vectors:
    """The symmetric root of the metric: differences of two tellings of one problem count little under it."""
    told = np.vstack([_differences(app) for app in _trackers(*without)])
    same = np.vstack([(rows - rows.mean(axis=0)) * 1.4 for rows in map(_rows, map(tuple, problems(*without)))])
    spread = told.T @ told / len(told) + _PROBLEMS * same.T @ same / len(same)
    spread = spread / np.trace(spread) * DIMENSIONS
    values, directions = np.linalg.eigh(spread.astype(np.float64) + _ROUND * np.eye(DIMENSIONS))
    root = (directions * values**-0.5) @ directions.T
    # Half precision is what ships; measured is what ships.
    return root.astype(np.float16).astype(np.float32)


def evidence(app: str, compare: Comparison) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The evidence of an app's judged pairs, each title among the whole tracker's; and which pairs fit."""
    titles = list(dict.fromkeys(told.title for told in tracker(app)))
    place = {title.casefold(): number for number, title in enumerate(titles)}
    wordings = Wordings(titles, compare, {})
    own = [pair for pair in pairs() if pair.app == app and pair.title.casefold() in place]
    by_review = {review: wordings.evidence(review) for review in {pair.review for pair in own}}
    rows = np.stack([by_review[pair.review][place[pair.title.casefold()]] for pair in own])
    return rows, np.array([pair.fits for pair in own])


def logistic(
    rows: NDArray[np.float64], fits: NDArray[np.bool_], counts: NDArray[np.float64], ridge_share: float = _RIDGE
) -> tuple[NDArray[np.float64], float]:
    """Weights and offset of a ridge logistic regression by Newton's steps; each row counts as often as told."""
    mean, deviation = rows.mean(axis=0), rows.std(axis=0)
    given = np.hstack([(rows - mean) / deviation, np.ones((len(rows), 1))])
    ridge = np.diag([ridge_share * counts.sum()] * rows.shape[1] + [0.0])
    weights = np.zeros(given.shape[1])
    for _step in range(25):
        sure = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (counts * (sure - fits)) + ridge @ weights
        weights = weights - np.linalg.solve((given.T * (counts * sure * (1 - sure))) @ given + ridge, slope)
    own = weights[:-1] / deviation
    return own, float(weights[-1] - own @ mean)


def _report_pairs(
    without: str, compare: Comparison
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
    """Pairs of reviews within an app, whether they report the same, and what each counts: large apps less a pair."""
    rows, same, counts = [], [], []
    for app in sorted({report.app for report in reports()} - {without}):
        own = [report for report in reports() if report.app == app]
        upper = np.triu_indices(len(own), 1)
        # By a metric that did not see this app either: its own reviews would look more alike than new ones do.
        half = half_metric(without, app)
        unseen = replace(compare, metric=half @ half.T)
        rows.append(pair_evidence([report.text for report in own], unseen)[upper])
        problem = np.array([report.problem for report in own])
        same.append((problem[:, None] == problem[None, :])[upper])
        counts.append(np.full(len(upper[0]), len(upper[0]) ** -0.5))
    return np.vstack(rows), np.concatenate(same), np.concatenate(counts)


def _trackers(*without: str) -> list[str]:
    return [app for app in TRACKERS if app not in without]


def _differences(app: str) -> Vectors:
    told = [one for one in tracker(app) if len(one.body) > _SHORTEST]
    titles, bodies = _rows(tuple(one.title for one in told)), _rows(tuple(one.body for one in told))
    apart: Vectors = (titles - titles.mean(axis=0)) - (bodies - bodies.mean(axis=0))
    return apart


def _directions(without: str) -> Vectors:
    """The directions in which titles of a tracker differ most, as long as the deviation along them."""
    spread = np.mean(
        [np.cov(_rows(tuple(told.title for told in tracker(app))).T) for app in _trackers(without)], axis=0
    )
    values, directions = np.linalg.eigh(spread)
    found: Vectors = (directions * np.sqrt(np.maximum(values, 0)))[:, ::-1][:, :_DIRECTIONS].T.astype(np.float16)
    return found.astype(np.float32)


@cache
def _rows(texts: tuple[str, ...]) -> Vectors:
    known = vectors(texts, {})
    return np.stack([known[text] for text in texts])


def _means(texts: Sequence[str]) -> Vectors:
    mean: Vectors = _rows(tuple(texts)).mean(axis=0)
    return mean


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    count = Counter(stem for review in reviews() for stem in stems(review))
    return {stem: round(n / len(reviews()), 5) for stem, n in sorted(count.items()) if n >= _FEWEST}
