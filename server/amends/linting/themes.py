"""What a text speaks of, so that two texts can be asked whether they speak of the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from amends.linting.phrases import language_phrases
from amends.linting.text import text

_READ = 3000
_LEANING = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu)'(?=[^\W\d_]{2})")
"""What leans on a word without being of it, as in l'écran."""
_SPELLINGS = (("our", "or"), ("isation", "ization"), ("ise", "ize"), ("centre", "center"), ("theatre", "theater"))
_ENDINGS = ("'s", "ings", "ing", "edly", "ied", "ies", "ers", "er", "ed", "es", "ly", "s", "e", "y")


@lru_cache(maxsize=512)
def themes(raw: str, language: str) -> frozenset[str | int]:
    """A text's telling words without their endings, and the numbers of their kin."""
    return _themes(text(raw[:_READ]).words, language)


def themes_of(words: Iterable[str], language: str) -> frozenset[str | int]:
    """The same of words that were already told apart."""
    return _themes(" ".join(words)[:_READ].split(), language)


def _themes(said: Iterable[str], language: str) -> frozenset[str | int]:
    if language_phrases(language) is None:
        return frozenset()
    return frozenset().union(*[_of_word(word, language) for word in set(said)])


@lru_cache(maxsize=50_000)
def _of_word(word: str, language: str) -> frozenset[str | int]:
    """What one word says of it."""
    known = language_phrases(language)
    assert known is not None
    word = _LEANING.sub("", word) if "'" in word else word
    tells = word not in known.stop and _tells(word)
    return frozenset(known.kin.get(word, ())) | ({stem(word)} if tells else set())


def kin_of(raw: str, language: str) -> frozenset[int]:
    """The numbers of the kin a text's words belong to: delivery, money, crashes, staff …"""
    return frozenset(theme for theme in themes(raw, language) if isinstance(theme, int))


def _tells(word: str) -> bool:
    return len(word) > 2 or any(character.isdigit() for character in word)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, in one spelling."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), "")
    short = word.removesuffix(ending)
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short
