"""Words as they are compared: lower case and without endings."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from amends.playbook import lexicon

_WORD = re.compile(r"[^\W\d_]{3,30}|\d{3,6}")
_ANY_WORD = re.compile(r"[^\W\d_]{2,30}|\d{2,6}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e", "y")
_CAP = 5000


def tokens(text: str) -> dict[str, str]:
    """The telling words of a text: stem → the word as written first."""
    known = lexicon()
    blank = {*known.words("stop_words"), *known.words("blank_words")}
    found: dict[str, str] = {}
    for word in _WORD.findall(text[:_CAP].lower().replace("’", "'")):
        if word not in blank:
            found.setdefault(stem(word), word)
    return found


def keywords(text: str) -> str:
    """The telling words of a text alone, in its order."""
    return " ".join(tokens(text).values())


def stems(text: str) -> dict[str, str]:
    """All words of a text: stem → the word as written first; pairs of characters where words are not spaced."""
    found: dict[str, str] = {}
    for word in _ANY_WORD.findall(text[:_CAP].lower()):
        if _UNSPACED.match(word):
            for start in range(len(word) - 1):
                found.setdefault(word[start : start + 2], word[start : start + 2])
        else:
            found.setdefault(stem(word), word)
    return found


def joined(text: str) -> dict[str, None]:
    """Neighbouring words of a text in order, each two as one: “auto upload” is also written “autoupload”."""
    found = [stem(word) for word in _ANY_WORD.findall(text[:_CAP].lower()) if not _UNSPACED.match(word)]
    return dict.fromkeys(one + other for one, other in pairwise(found))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), "")
    bare = word.removesuffix(ending)
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare
