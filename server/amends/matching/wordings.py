"""The texts of a tracker and what a review shares with each: its words, rare before common ones, and its meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from amends.embedding import encode
from amends.embedding.encoder import Vectors
from amends.matching.comparing import Comparison
from amends.matching.tokens import joined, keywords, stems

CAP = 400
"""Characters of a text that are read for its meaning: encoding takes a millisecond for a hundred."""
_ASKED, _KEYWORDS = 300, 150
"""Characters of a review that are read as they stand, and of its telling words alone."""
_OF_KEYWORDS = 0.5
"""What the meaning of the telling words counts beside that of the whole: complaints come wrapped in much else."""
_IMAGINED = 1000
"""Reviews imagined beside a tracker's own texts, so that words weigh alike in a small tracker and in a large one."""
_WEIGHT_OF_IMAGINED = 3
_TITLES = 50
"""Titles imagined beside a tracker's own, when what they all have in common is taken off."""
_DIRECTIONS = 20
"""Titles imagined beside a tracker's own, when the direction in which they differ most is looked for."""
_STEPS = 30
_MOST_TELLING = 5.0
_BATCH = 64
_ORDINARY, _MEAN, _DEVIATION = 20, 0.21, 0.105
"""Cosines counted beside a tracker's own, and what reviews' cosines with titles are in general."""

Row = NDArray[np.float64]


class Way(NamedTuple):
    """How words in common are counted."""

    long: float
    """How much a text is held back for all the words it has."""
    neighbours: float
    """What two words that stand together on both sides count more."""


TO_TITLES = Way(long=0.3, neighbours=0.1)
"""A review and a title: by the root, titles of a word or two came before those that say the problem."""
TO_REVIEWS = Way(long=0.5, neighbours=0.0)
"""Two reviews, which have the same right."""


class Wordings:
    """Texts that a review is held against; made once, asked often."""

    def __init__(
        self, texts: Sequence[str], compare: Comparison, known: Mapping[str, Vectors], way: Way = TO_TITLES
    ) -> None:
        self._compare = compare
        self._way = way
        self._count = len(texts)
        self._places = _places(texts, joining=way.neighbours > 0)
        self._telling: dict[str, float] = {}
        self._whole = np.array([sum(map(self._telling_of, stems(text))) for text in texts])
        found = vectors(texts, known)
        # Column by column in memory: a product with one vector then takes half the time.
        self._rows = np.asfortranarray(np.stack([found[text] for text in texts]))
        # Views of the rows, so that each vector is held once.
        self.vectors = dict(zip(texts, self._rows, strict=True))
        self._mean = (self._rows.sum(axis=0) + _TITLES * compare.title_mean) / (self._count + _TITLES)
        self._usual = self._widest()
        lengths = [self._lengths_of(part) for part in _parts(self._rows)]
        self._lengths, self._other_lengths = np.concatenate(lengths, axis=1)

    def evidence(self, text: str) -> NDArray[np.float64]:
        """What a review's text shares with each of the texts, a column for each of `comparing.EVIDENCE`."""
        whole, asked = self._asked(text)
        bent, length = self._bent(asked)
        other = asked - (asked @ self._usual) * self._usual
        other /= np.sqrt(other @ other) + np.float32(1e-6)
        # One pass over the rows: reading them takes longer than reckoning.
        near = self._rows @ np.stack([bent, whole, other], axis=1)
        meaning = (near[:, 0] - self._mean @ bent) / (self._lengths * length)
        distinct = (near[:, 2] - self._mean @ other) / self._other_lengths
        words = self.words(text)
        return np.stack([meaning, words, meaning * words, _standing(near[:, 1]), distinct], axis=1, dtype=np.float64)

    def meaning(self, vector: Vectors) -> NDArray[np.float64]:
        """How near each of the texts is to a review's vector under the metric."""
        bent, length = self._bent(vector - self._compare.review_mean)
        near: NDArray[np.float64] = ((self._rows - self._mean) @ bent / (self._lengths * length)).astype(np.float64)
        return near

    def shared(self, text: str, place: int) -> list[str]:
        """The words that a review shares with the text at `place`, most telling first."""
        said = stems(text)
        both = [stem for stem in said if place in self._places.get(stem, ())]
        telling = sorted((stem for stem in both if self._telling_of(stem) >= 1.0), key=self._telling_of, reverse=True)
        return [said[stem] for stem in telling]

    def words(self, text: str) -> Row:
        """The words that a review shares with each of the texts, by how telling they are."""
        said = stems(text)
        shared = np.zeros(self._count)
        for stem in said:
            if stem in self._places:
                shared[self._places[stem]] += self._telling_of(stem)
        for pair in joined(text) if self._way.neighbours else ():
            if pair in self._places and pair not in said:
                shared[self._places[pair]] += self._way.neighbours * self._telling_of(pair)
        own = sum(min(self._telling_of(stem), _MOST_TELLING) for stem in said)
        found: Row = shared / ((self._whole + 1) ** self._way.long * np.sqrt(own + 1))
        return found

    def _asked(self, text: str) -> tuple[Vectors, Vectors]:
        """A review's vector as it stands; and that with its telling words, less what all reviews have in common."""
        whole, telling = encode([text[:_ASKED], keywords(text[:CAP])[:_KEYWORDS] or text[:_ASKED]])
        mixed = whole + np.float32(_OF_KEYWORDS) * telling
        return whole, mixed / np.sqrt(mixed @ mixed) - self._compare.review_mean

    def _bent(self, centred: Vectors) -> tuple[Vectors, float]:
        bent = self._compare.metric @ centred
        return bent, float(np.sqrt(bent @ centred)) + 1e-6

    def _widest(self) -> Vectors:
        """The direction in which the texts differ most, which says what the app is about and not what is wrong."""
        found: Vectors = self._compare.directions[0]
        for _step in range(_STEPS):
            along = (self._rows @ found - self._mean @ found) @ self._rows
            along -= (self._rows @ found - self._mean @ found).sum() * self._mean
            along += _DIRECTIONS * (self._compare.directions @ found) @ self._compare.directions
            found = along / np.sqrt(along @ along)
        return found

    def _lengths_of(self, rows: Vectors) -> Vectors:
        """Lengths of some rows, as they count for their meaning and for what is distinct in it."""
        centred = rows - self._mean
        bent = np.einsum("ij,ij->i", centred @ self._compare.metric, centred)
        other = np.einsum("ij,ij->i", centred, centred) - (centred @ self._usual) ** 2
        found: Vectors = np.sqrt(np.maximum([bent, other], 0)) + np.float32(1e-6)
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
    # By length, so that a batch holds little padding; of one length by text: a row of another batch differs by a bit.
    new = sorted({text for text in texts if text not in found}, key=lambda text: (len(text), text))
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


def _places(texts: Sequence[str], *, joining: bool) -> dict[str, NDArray[np.intp]]:
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for stem in {**stems(text), **joined(text)} if joining else stems(text):
            places.setdefault(stem, []).append(place)
    return {stem: np.array(found, dtype=np.intp) for stem, found in places.items()}
