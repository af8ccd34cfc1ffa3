"""The bag of words that matching and patterns are held against: TF-IDF of words, cosine between texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w\w+")


class TfIdf:
    """Texts by their words, rare words before common ones."""

    def __init__(self, texts: Sequence[str]) -> None:
        words = [Counter(_WORD.findall(text.lower())) for text in texts]
        count = Counter(word for own in words for word in own)
        self._column = {word: number for number, word in enumerate(sorted(count))}
        self._weight = {word: 1 + log((1 + len(texts)) / (1 + n)) for word, n in count.items()}
        self.rows = np.stack([self._row(own) for own in words])

    def likeness(self, text: str) -> NDArray[np.float64]:
        """The cosine between a text and each of the texts."""
        found: NDArray[np.float64] = (self.rows @ self._row(Counter(_WORD.findall(text.lower())))).astype(np.float64)
        return found

    def _row(self, words: Counter[str]) -> NDArray[np.float32]:
        row = np.zeros(len(self._column), dtype=np.float32)
        for word, n in words.items():
            if word in self._column:
                row[self._column[word]] = (1 + log(n)) * self._weight[word]
        length = float(np.sqrt(row @ row))
        return row / length if length else row
