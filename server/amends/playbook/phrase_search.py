"""Looks for many phrases in a text, and only where a word of it begins as one of them does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

_HEAD = 5
"""Letters by which a word is looked up."""
_SHORT = 24
"""Characters of a text that is searched sooner than its words are told apart."""
_WORD = re.compile(r"\w+")
_ONE_CASE = str.maketrans("ſıİ", "sii")
"""Letters that a pattern takes for others in any case, and that have small letters of their own."""


class PhraseSearch:
    """Any of some phrases as whole words, in any case; `*` at an end is any beginning or ending.

    As a compiled pattern is used, but tried only at the words of a text that begin as a phrase does.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        choices = [as_written(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?!\w)" if choices else r"(?!)", re.IGNORECASE)
        firsts = [_WORD.match(_small(phrase)) for phrase in phrases]
        self._words = frozenset(first[0][:_HEAD] for first in firsts if first)
        self._stems = frozenset(stem for stem in map(_short_stem, phrases) if stem)
        """Fewer letters than a word is looked up by, of words with any ending."""
        self._anywhere = not all(firsts)
        """Is there a phrase that begins with no word of its own?"""

    def search(self, text: str) -> re.Match[str] | None:
        """The first phrase in the text."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The phrases in the text, in the order they come."""
        return self._pattern.finditer(text) if self._anywhere or len(text) < _SHORT else self._at_words(text)

    def count(self, text: str) -> int:
        """How many phrases there are in the text."""
        return sum(1 for _ in self.finditer(text))

    def split(self, text: str) -> list[str]:
        """The text between the phrases."""
        ends = [0]
        for found in self.finditer(text):
            ends += found.span()
        ends.append(len(text))
        return [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]

    def sub(self, instead: str, text: str) -> str:
        """The text with something else in the place of each phrase."""
        return self._pattern.sub(instead, text) if self.search(text) else text

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase a text begins with."""
        return self._pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The phrase a text is, and nothing more."""
        return self._pattern.fullmatch(text)

    def _at_words(self, text: str) -> Iterator[re.Match[str]]:
        words, end = _words(text), 0
        starts = [place for word in self._words & words.keys() for place in words[word]]
        if self._stems and (known := self._stems & (stems := _stems(text)).keys()):
            starts += [place for stem in known for place in stems[stem]]
        for start in sorted(starts):
            if start >= end and (found := self._pattern.match(text, start)):
                yield found
                end = found.end()


def as_written(phrase: str) -> str:
    """The regular expression of a phrase."""
    written = re.escape(phrase.strip("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
    return (r"\w*" if phrase.startswith("*") else "") + written + (r"\w*" if phrase.endswith("*") else "")


def _small(text: str) -> str:
    return text.translate(_ONE_CASE).lower()


def _short_stem(phrase: str) -> str:
    """The letters of a short word with any ending; nothing where a phrase is something else."""
    stem = _small(phrase)[:-1]
    return stem if phrase.endswith("*") and len(stem) < _HEAD and _WORD.fullmatch(stem) else ""


@lru_cache(maxsize=256)
def _words(text: str) -> dict[str, list[int]]:
    """The first five letters of every word, or all of a shorter one, and where such words stand."""
    places: dict[str, list[int]] = {}
    for word in _WORD.finditer(_small(text)):
        places.setdefault(word[0][:_HEAD], []).append(word.start())
    return places


@lru_cache(maxsize=256)
def _stems(text: str) -> dict[str, list[int]]:
    """The first one to four letters of every word, and where such words stand."""
    places = defaultdict[str, list[int]](list)
    for word, starts in _words(text).items():
        for end in range(1, min(len(word) + 1, _HEAD)):
            places[word[:end]] += starts
    return places
