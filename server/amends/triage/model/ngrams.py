"""A text as hashed word and letter sequences, with their weights: what a bag-of-words model reads.

Sequences are hashed to places in one row instead of looked up in a list, so no word of anybody's review is shipped.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WORD_PLACES, LETTER_PLACES = 1 << 16, 1 << 17
PLACES = WORD_PLACES + LETTER_PLACES
CAP = 1000
"""Characters that are read."""
_LENGTHS = (2, 3, 4, 5)
_STEP = np.uint64(1_000_003)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+(?:['’]\w+)?|[?!]")

Places: TypeAlias = NDArray[np.int64]
Counts: TypeAlias = NDArray[np.float32]


def plain(text: str) -> str:
    """The text in lower case with single blanks, capped, as both kinds of sequences are taken from it."""
    return " ".join(text[:CAP].lower().replace("’", "'").split())


def phrases(text: str) -> list[str]:
    """The words and pairs of neighbouring words of a plain text."""
    words = _WORD.findall(text)
    return words + [f"{left} {right}" for left, right in pairwise(words)]


def word_places(text: str) -> list[int]:
    """Where the words and pairs of words of a plain text stand, in the order of `phrases`."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text)]
    codes = [crc32(word) for word in words]
    # A pair's code goes on from that of its first word.
    pairs = [crc32(b" " + right, code) for code, right in zip(codes, words[1:], strict=False)]
    return [code % WORD_PLACES for code in codes + pairs]


def _letters(text: str) -> Places:
    """The places of sequences of two to five letters, none longer than a word and the blanks beside it."""
    codes = np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    blank = codes == 32
    found = []
    for length in _LENGTHS:
        count = len(codes) - length + 1
        if count <= 0:
            break
        mixed, inner = np.full(count, length, dtype=np.uint64), np.zeros(count, dtype=bool)
        for at in range(length):
            mixed = mixed * _STEP + codes[at : at + count]
            if 0 < at < length - 1:
                inner |= blank[at : at + count]
        spread = ((mixed * _SPREAD) >> np.uint64(40)) % np.uint64(LETTER_PLACES)
        found.append(spread[~inner].astype(np.int64) + WORD_PLACES)
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def counted(text: str) -> tuple[Places, Counts]:
    """The places of a text's sequences, and how much each counts: repeated ones more, but not in proportion."""
    text = plain(text)
    words = np.array(word_places(text), dtype=np.int64)
    places, times = np.unique(np.concatenate([words, _letters(text)]), return_counts=True)
    return places, (1 + np.log(times)).astype(np.float32)


def weighed(places: Places, counts: Counts, rarity: NDArray[np.floating]) -> Counts:
    """The counts weighed by how rare each sequence is; the words and the letters each have length 1."""
    values = counts * rarity[places].astype(np.float32)
    for part in (places < WORD_PLACES, places >= WORD_PLACES):
        length = float(np.sqrt((values[part] ** 2).sum()))
        if length:
            values[part] /= length
    return values
