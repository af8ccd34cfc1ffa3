"""A tracker's issues made ready for being asked, and kept as long as the issues stay what they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import is_
from threading import Lock
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from amends.embedding.encoder import Vectors
from amends.matching.circumstances import Circumstances
from amends.matching.comparing import comparison
from amends.matching.learning import MOST, Learnt
from amends.matching.wordings import Wordings, vectors
from amends.records import Issue

_PIECE = 1000
"""Characters of one text of an issue that are read."""
_ALIASES = 30
_NONE: Mapping[str, Vectors] = MappingProxyType({})


class Tracker:
    """Issues with their texts: title, symptom, aliases, and the reviews a person tied to them."""

    def __init__(self, issues: Sequence[Issue], learnt: Learnt, known: Mapping[str, Vectors]) -> None:
        self.issues = tuple(issues)
        self.learnt = learnt
        self.circumstances = Circumstances(self.issues)
        pieces = [_pieces(issue, learnt) for issue in self.issues]
        self.names = [name for own in pieces for name, _text in own]
        self._starts = np.cumsum([0, *(len(own) for own in pieces)][:-1])
        self.wordings = Wordings([text for own in pieces for _name, text in own], comparison(), known)
        self.rejected = _rejected(self.issues, learnt, self.wordings.vectors)

    def best_piece(self, logits: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """For each issue, which of its texts fits best, and how well."""
        best = np.maximum.reduceat(logits, self._starts)
        if len(self._starts) == len(logits):
            return self._starts, best
        of = np.searchsorted(self._starts, np.arange(len(logits)), side="right") - 1
        first = np.flatnonzero(logits == best[of])
        places = np.empty(len(best), dtype=np.intp)
        places[of[first[::-1]]] = first[::-1]
        return places, best

    def made_of(self, issues: Sequence[Issue], learnt: Learnt) -> bool:
        """Is this the tracker of just these issues? What did not change is mostly the same object."""
        return (
            len(issues) == len(self.issues)
            and (all(map(is_, self.issues, issues)) or self.issues == tuple(issues))
            and learnt == self.learnt
        )


class _Kept:
    def __init__(self) -> None:
        self._lock = Lock()
        self._last: Tracker | None = None

    def tracker(self, issues: Sequence[Issue], learnt: Learnt, known: Mapping[str, Vectors]) -> Tracker:
        with self._lock:
            if self._last is None or not self._last.made_of(issues, learnt):
                self._last = Tracker(issues, learnt, self._last.wordings.vectors if self._last else known)
            return self._last


_kept = _Kept()


def kept_tracker(issues: Sequence[Issue], learnt: Learnt, known: Mapping[str, Vectors] = _NONE) -> Tracker:
    """The tracker of these issues, made anew only for what changed; the last one is kept.

    The first is made with what is `known` already of what its texts mean.
    """
    return _kept.tracker(issues, learnt, known)


def _pieces(issue: Issue, learnt: Learnt) -> list[tuple[str, str]]:
    found = [("title", issue.title), ("symptom", issue.symptom or "")]
    found += [(f"alias “{alias[:80]}”", alias) for alias in issue.aliases[:_ALIASES]]
    found += [("a review tied to it", text) for text in learnt.confirmed.get(issue.id, ())[-MOST:]]
    return [(name, text[:_PIECE]) for name, text in found if text.strip()] or [("title", issue.title)]


def _rejected(issues: Sequence[Issue], learnt: Learnt, known: Mapping[str, Vectors]) -> dict[int, Vectors]:
    found: dict[int, Vectors] = {}
    for place, issue in enumerate(issues):
        if texts := [text for text in learnt.rejected.get(issue.id, ())[-MOST:] if text.strip()]:
            found[place] = np.stack(list(vectors(texts, known).values()))
    return found
