"""Words as they are compared: lower case, without endings and without those that are in any text."""

from __future__ import annotations

import re

from amends.playbook import lexicon

_WORD = re.compile(r"[^\W\d_]{3,30}|\d{3,6}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e", "y")
_CAP = 5000


def tokens(text: str) -> dict[str, str]:
    """The telling words of a text: stem → the word as written first."""
    known = lexicon()
    blank = {*known.words("stop_words"), *known.words("blank_words")}
    found: dict[str, str] = {}
    for word in _WORD.findall(text[:_CAP].lower().replace("’", "'")):
        if word not in blank:
            found.setdefault(_stem(word), word)
    return found


def _stem(word: str) -> str:
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), "")
    stem = word.removesuffix(ending)
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
