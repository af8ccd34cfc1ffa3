"""What the letters alone say: kana are Japanese, Hangul Korean, and Chinese is told by the characters that differ."""

from __future__ import annotations

from functools import lru_cache

_LETTERS = {
    "ja": (("\u3041", "\u30fa"), ("\uff66", "\uff9d")),
    "ko": (("\u1100", "\u11ff"), ("\uac00", "\ud7a3")),
    "th": (("\u0e01", "\u0e3a"),),
    "el": (("\u0370", "\u03ff"),),
    "he": (("\u05d0", "\u05ea"),),
    "han": (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\U00020000", "\U0003134f")),
}
"""Scripts of one language, and the characters that Chinese and Japanese share."""
_LATIN = "\u036f"
"""The last of the letters that Western languages share."""
_KANA_AMONG = 0.1
"""From which share of kana on a text is Japanese: a Chinese one may quote a word, or write の for fun."""


def language_by_script(words: str) -> str | None:
    """The language that most of the letters belong to, None where the script is that of many."""
    if words.isascii():
        return None
    letters = [letter for letter in words if letter.isalpha()]
    others = [letter for letter in letters if letter > _LATIN]
    if not others:
        return None
    counts = {script: sum(_within(script, letter) for letter in others) for script in _LETTERS}
    asian = counts["ja"] + counts["han"]
    if asian * 4 >= len(letters) and asian:
        return _japanese_or_chinese([letter for letter in letters if letter > "\u2fff"], counts["ja"] / asian)
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] * 2 > len(letters) else None


def _within(script: str, letter: str) -> bool:
    return any(first <= letter <= last for first, last in _LETTERS[script])


def _japanese_or_chinese(letters: list[str], kana: float) -> str:
    """Where no character differs the text reads the same in both, and the simplified script is the commoner one."""
    if kana >= _KANA_AMONG:
        return "ja"
    kinds = [_kind(letter) for letter in letters]
    most = max(("zh-Hans", "zh-Hant", "ja"), key=kinds.count)
    return most if kinds.count(most) else "zh-Hans"


@lru_cache(maxsize=8192)
def _kind(letter: str) -> str | None:
    """Whose character this is: the old national character sets hold each its own forms only."""
    simplified, traditional = _held(letter, "gb2312"), _held(letter, "big5")
    if simplified == traditional:
        return "ja" if not simplified and _held(letter, "shift_jis") else None
    return "zh-Hans" if simplified else "zh-Hant"


def _held(letter: str, charset: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
