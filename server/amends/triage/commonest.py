"""What the commonest words say: reviews of two words are told by them, and most others without any model."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_STRETCHED = re.compile(r"(\w)\1{2,}")


@lru_cache(maxsize=1)
def common_words() -> dict[str, tuple[str, ...]]:
    """Word → the languages it is common in."""
    lists = tomllib.loads((files("amends.triage") / "common_words.toml").read_text(encoding="utf-8"))
    languages: dict[str, list[str]] = defaultdict(list)
    for language, words in lists.items():
        for word in dict.fromkeys(words.split()):
            languages[word].append(language)
    return {word: tuple(names) for word, names in languages.items()}


def language_by_words(text: str) -> tuple[str | None, float]:
    """The language most of whose commonest words are there, and its lead over the next as a share of all words."""
    words = [_word(found.group().lower()) for found in _WORD.finditer(text)]
    votes: dict[str, float] = defaultdict(float)
    for word in words:
        for language in (known := common_words().get(word, ())):
            votes[language] += 1 / len(known)
    if not votes:
        return None, 0.0
    best = max(votes, key=lambda language: votes[language])
    behind = max((share for language, share in votes.items() if language != best), default=0.0)
    return best, (votes[best] - behind) / len(words)


def _word(word: str) -> str:
    """The word without the letters that anger repeats: slooow."""
    return _STRETCHED.sub(r"\1", word) if word not in common_words() else word
