"""One phrase, as its notation says (see the head of `phrases.toml`), and where it stands in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from amends.linting.needles import Common, Way, ways

Key = tuple[str, str]
"""A rule's id and the name of one of its lists."""
Match = tuple[int, int, dict[str, str | None]]
"""Where a phrase begins and ends in its sentence, and its named parts."""

_GAP = r"\s+(?:[^\s.!?;:]+\s+){0,6}?"
_MACRO = re.compile(r"\{([a-z_]+)\}")
_DEEPEST = 5
"""Macros within macros."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place of a phrase in a text; like a match, `found[0]` is what stands there, `found["x"]` a part named x."""

    begin: int
    finish: int
    said: str
    named: dict[str, str | None]

    def __getitem__(self, name: int | str) -> str:
        return self.said if name == 0 else self.named[str(name)] or ""

    def start(self) -> int:
        """Its first character."""
        return self.begin

    def end(self) -> int:
        """The character after its last."""
        return self.finish

    def span(self) -> tuple[int, int]:
        """Start and end."""
        return self.begin, self.finish


class Phrase:
    """One phrase as a pattern, and the ways a sentence may hold the words it cannot do without."""

    def __init__(self, written: str, words: dict[str, str], common: Common) -> None:
        self.spelled = expanded(written, words)
        self.ways: tuple[Way, ...] = ways(self.spelled, common)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the phrase in small letters with straight apostrophes."""
        return re.compile(as_pattern(self.spelled))

    def ends(self, folded: str) -> bool:
        """Does a short text in small letters end with the phrase?"""
        return any(match.end() == len(folded) for match in self.pattern.finditer(folded))


class Reading:
    """A sentence as one language reads it: which lists may have something to say of it, and what they found."""

    def __init__(self, folded: str, candidates: dict[Key, dict[Phrase, None]]) -> None:
        self._folded = folded
        self._candidates = candidates
        self._found: dict[Key, tuple[Match, ...]] = {}

    @property
    def lists(self) -> tuple[Key, ...]:
        """The lists that may have something to say of it; fewer, the more of them were asked in vain."""
        return tuple(self._candidates)

    def found(self, key: Key) -> tuple[Match, ...]:
        """The places of a list's phrases in the sentence; looked for once."""
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = tuple(
                (match.start(), match.end(), match.groupdict())
                for phrase in self._candidates.get(key, ())
                for match in phrase.pattern.finditer(self._folded)
            )
            if not known:
                self._candidates.pop(key, None)
        return known


def expanded(written: str, words: dict[str, str]) -> str:
    """A phrase with its `{names}` replaced by what they stand for."""
    for _ in range(_DEEPEST):
        if not _MACRO.search(written):
            return written
        written = _MACRO.sub(lambda name: f"({words[name[1]]})", written)
    return written


def as_pattern(spelled: str) -> str:
    """The regular expression of a phrase: whole words, any spaces, ` .. ` for words between."""
    pattern = re.sub(r"\((?!\?)", "(?:", spelled)
    pattern = pattern.replace(" .. ", "\0")
    pattern = pattern.replace(" ?", r"\s*").replace(" ", r"\s+").replace("\0", _GAP)
    return rf"(?<!\w)(?:{pattern})(?!\w)"
