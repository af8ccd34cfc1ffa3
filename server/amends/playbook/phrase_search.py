"""Looks for many phrases in a text, and for none where no word of it begins as one of them does."""

from __future__ import annotations

import re
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

    As a compiled pattern is used: a text of which no word begins as a phrase is not searched for it.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        choices = [as_written(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?!\w)" if choices else r"(?!)", re.IGNORECASE)
        firsts = [_WORD.match(_small(phrase)) for phrase in phrases]
        self._heads = frozenset(first[0][:_HEAD] for first in firsts if first)
        self._anywhere = not all(firsts)
        """Is there a phrase that begins with no word of its own?"""

    def search(self, text: str) -> re.Match[str] | None:
        """The first phrase in the text."""
        return self._pattern.search(text) if self._may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The phrases in the text, in the order they come."""
        return self._pattern.finditer(text) if self._may_be_in(text) else iter(())

    def count(self, text: str) -> int:
        """How many phrases there are in the text."""
        return sum(1 for _ in self.finditer(text))

    def split(self, text: str) -> list[str]:
        """The text between the phrases."""
        return self._pattern.split(text) if self._may_be_in(text) else [text]

    def sub(self, instead: str, text: str) -> str:
        """The text with something else in the place of each phrase."""
        return self._pattern.sub(instead, text) if self._may_be_in(text) else text

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase a text begins with."""
        return self._pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The phrase a text is, and nothing more."""
        return self._pattern.fullmatch(text)

    def _may_be_in(self, text: str) -> bool:
        return self._anywhere or len(text) < _SHORT or not self._heads.isdisjoint(_beginnings(text))


def as_written(phrase: str) -> str:
    """The regular expression of a phrase."""
    written = re.escape(phrase.strip("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
    return (r"\w*" if phrase.startswith("*") else "") + written + (r"\w*" if phrase.endswith("*") else "")


def _small(text: str) -> str:
    return text.translate(_ONE_CASE).lower()


@lru_cache(maxsize=1024)
def _beginnings(text: str) -> frozenset[str]:
    """The first one to five letters of every word."""
    words = set(_WORD.findall(_small(text)))
    return frozenset(word[:end] for word in words for end in range(1, min(len(word), _HEAD) + 1))
