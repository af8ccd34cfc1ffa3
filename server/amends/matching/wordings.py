"""The texts of a tracker and what a review shares with each: its words, rare before common ones, and its meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from amends.embedding import encode
from amends.embedding.encoder import Vectors
from amends.matching.comparing import Comparison
from amends.matching.tokens import stems

CAP = 400
"""Characters of a text that are read for its meaning: encoding takes a millisecond for a hundred."""
_IMAGINED = 1000
"""Reviews imagined beside a tracker's own texts, so that words weigh alike in a small tracker and in a large one."""
_WEIGHT_OF_IMAGINED = 3
_TITLES = 50
"""Titles imagined beside a tracker's own, when what they all have in common is taken off."""
_MOST_TELLING = 5.0
_BATCH = 64
_ORDINARY, _MEAN, _DEVIATION = 20, 0.21, 0.105
"""Cosines counted beside a tracker's own, and what reviews' cosines with titles are in general."""

Row = NDArray[np.float64]


class Wordings:
    """Texts that a review is held against; made once, asked often."""

    def __init__(self, texts: Sequence[str], compare: Comparison, known: Mapping[str, Vectors]) -> None:
        self._compare = compare
        self._count = len(texts)
        self._places = _places(texts)
        self._telling: dict[str, float] = {}
        self._whole = np.zeros(self._count)
        for stem, places in self._places.items():
            self._whole[places] += self._telling_of(stem)
        found = vectors(texts, known)
        # Column by column in memory: a product with one vector then takes half the time.
        self._rows = np.asfortranarray(np.stack([found[text] for text in texts]))
        # Views of the rows, so that each vector is held once.
        self.vectors = dict(zip(texts, self._rows, strict=True))
        self._mean = (self._rows.sum(axis=0) + _TITLES * compare.title_mean) / (self._count + _TITLES)
        self._lengths = np.concatenate([self._length(part) for part in _parts(self._rows)])

    def evidence(self, text: str) -> NDArray[np.float64]:
        """What a review's text shares with each of the texts, a column for each of `comparing.EVIDENCE`."""
        vector = encode([text[:CAP]])[0]
        centred = vector - self._compare.review_mean
        bent = self._compare.metric @ centred
        length = float(np.sqrt(bent @ centred)) + 1e-6
        metric = (self._rows @ bent - self._mean @ bent) / (self._lengths * length)
        words = self._words(text)
        return np.stack([metric, words, metric * words, _standing(self._rows @ vector)], axis=1, dtype=np.float64)

    def shared(self, text: str, place: int) -> list[str]:
        """The words that a review shares with the text at `place`, most telling first."""
        said = stems(text)
        both = [stem for stem in said if place in self._places.get(stem, ())]
        telling = sorted((stem for stem in both if self._telling_of(stem) >= 1.0), key=self._telling_of, reverse=True)
        return [said[stem] for stem in telling]

    def _words(self, text: str) -> Row:
        said = stems(text)
        shared = np.zeros(self._count)
        for stem in said:
            if stem in self._places:
                shared[self._places[stem]] += self._telling_of(stem)
        own = sum(min(self._telling_of(stem), _MOST_TELLING) for stem in said)
        found: Row = shared / np.sqrt((self._whole + 1) * (own + 1))
        return found

    def _length(self, rows: Vectors) -> Vectors:
        centred = rows - self._mean
        found: Vectors = np.sqrt(np.einsum("ij,ij->i", centred @ self._compare.metric, centred)) + np.float32(1e-6)
        return found

    def _telling_of(self, stem: str) -> float:
        """How telling a word is: the fewer texts here and reviews anywhere have it, the more."""
        if stem not in self._places:
            return self._weight(stem, 0)
        if stem not in self._telling:
            self._telling[stem] = self._weight(stem, len(self._places[stem]))
        return self._telling[stem]

    def _weight(self, stem: str, here: int) -> float:
        elsewhere = _WEIGHT_OF_IMAGINED * _IMAGINED * self._compare.shares.get(stem, 0.0)
        return max(0.0, log((self._count + _IMAGINED) / (1 + here + elsewhere)))


def vectors(texts: Sequence[str], known: Mapping[str, Vectors]) -> dict[str, Vectors]:
    """The meaning of each text, taken from `known` where it is there."""
    found = {text: known[text] for text in texts if text in known}
    new = sorted({text for text in texts if text not in found}, key=len)
    for start in range(0, len(new), _BATCH):
        batch = new[start : start + _BATCH]
        found.update(zip(batch, encode([text[:CAP] for text in batch]), strict=True))
    return found


def _standing(cosines: Vectors) -> Row:
    """How far each text stands out from the others: what is near to everything is near to nothing.

    A tracker of a few issues hardly says what is usual, so ordinary cosines are counted beside its own.
    """
    count = len(cosines) + _ORDINARY
    mean = (float(cosines.sum()) + _ORDINARY * _MEAN) / count
    spread = (float(((cosines - mean) ** 2).sum()) + _ORDINARY * _DEVIATION**2) / count
    found: Row = (cosines.astype(np.float64) - mean) / np.sqrt(spread)
    return found


def _parts(rows: Vectors) -> Iterator[Vectors]:
    """A thousand rows at a time: what is made of all at once would double the memory held."""
    for start in range(0, len(rows), 1000):
        yield rows[start : start + 1000]


def _places(texts: Sequence[str]) -> dict[str, NDArray[np.intp]]:
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for stem in stems(text):
            places.setdefault(stem, []).append(place)
    return {stem: np.array(found, dtype=np.intp) for stem, found in places.items()}
