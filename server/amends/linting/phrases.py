"""What rules look for in words: `playbook/languages/LANGUAGE/phrases.toml`, whose head explains the notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from amends.linting.needles import Way, ways
from amends.linting.text import Place, Sentence, Text
from amends.playbook.reading import ROOM, table

UNKNOWN = "und"
"""A language we have no phrases for, as BCP 47 writes it."""
Key = tuple[str, str]
"""A rule's id and the name of one of its lists."""

_GAP = r"\s+(?:[^\s.!?;:]+\s+){0,6}?"
_MACRO = re.compile(r"\{([a-z_]+)\}")
_DEEPEST = 5
"""Macros within macros."""
_SENTENCES = 4096
"""Sentences remembered with what was found in them: while a reply is typed all but one stay the same."""


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

    def __init__(self, written: str, words: dict[str, str], common: frozenset[str] = frozenset()) -> None:
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

    def __init__(self, folded: str, candidates: dict[Key, list[Phrase]]) -> None:
        self.folded = folded
        self.candidates = candidates
        self._found: dict[Key, tuple[tuple[int, int, dict[str, str | None]], ...]] = {}

    def found(self, key: Key) -> tuple[tuple[int, int, dict[str, str | None]], ...]:
        """The places of a list's phrases in the sentence; looked for once."""
        if key not in self._found:
            self._found[key] = tuple(
                (match.start(), match.end(), match.groupdict())
                for phrase in self.candidates[key]
                for match in phrase.pattern.finditer(self.folded)
            )
        return self._found[key]


class Language:
    """The phrases of one language by rule and list."""

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.name = name
        words: dict[str, str] = data.get("words", {})
        about: dict[str, list[str]] = data.get("language", {})
        self.common = frozenset(about.get("common", ()))
        self.stop = frozenset(about.get("stop", ()))
        self.kin: dict[str, set[int]] = {}
        for number, line in enumerate(about.get("kin", ())):
            for word in line.split():
                self.kin.setdefault(word, set()).add(number)
        self.lists: dict[Key, tuple[Phrase, ...]] = {
            (rule, name): tuple(Phrase(phrase, words, self.common) for phrase in phrases)
            for rule, section in data.items()
            if rule not in ("words", "language")
            for name, phrases in section.items()
        }
        self.rules = frozenset(rule for rule, _ in self.lists)
        self._index()
        self.reading = lru_cache(maxsize=_SENTENCES)(self._read)

    def _index(self) -> None:
        """Which bit stands for which part, which parts a beginning of a word is of, and what each part may start."""
        bits: dict[tuple[str, ...], int] = {}
        self._begins: dict[str, int] = {}
        self._started: dict[int, list[tuple[int, Key, Phrase]]] = {}
        self._always: list[tuple[Key, Phrase]] = []
        for key, phrases in self.lists.items():
            for phrase in phrases:
                self._always += [] if phrase.ways else [(key, phrase)]
                for way in phrase.ways:
                    marks = [bits.setdefault(part, 1 << len(bits)) for part in way]
                    self._started.setdefault(marks[0], []).append((sum(set(marks)), key, phrase))
        for part, bit in bits.items():
            for needle in part:
                self._begins[needle] = self._begins.get(needle, 0) | bit
        self._longest = max(map(len, self._begins), default=0)
        self._bits_of = lru_cache(maxsize=20_000)(self._look_up)
        self._starters = lru_cache(maxsize=20_000)(self._split)

    def _look_up(self, word: str) -> int:
        """The parts a word may be of, as bits. "2hrs" begins with the word hrs, too, and "l'écran" with écran."""
        found = 0
        for each in {word, word.lstrip("0123456789"), word.rpartition("'")[2]}:
            for end in range(1, min(len(each), self._longest) + 1):
                found |= self._begins.get(each[:end], 0)
        return found

    def _split(self, bits: int) -> tuple[tuple[int, Key, Phrase], ...]:
        """What the parts among `bits` may start."""
        started: list[tuple[int, Key, Phrase]] = []
        while bits:
            bit = bits & -bits
            started += self._started.get(bit, ())
            bits ^= bit
        return tuple(started)

    def _read(self, folded: str, words: tuple[str, ...]) -> Reading:
        """A sentence, and the phrases all of whose needed words it holds."""
        each = {bits for word in set(words) if (bits := self._bits_of(word))}
        held = 0
        for bits in each:
            held |= bits
        candidates: dict[Key, dict[Phrase, None]] = {}
        for bits in each:
            for needed, key, phrase in self._starters(bits):
                if needed & held == needed:
                    candidates.setdefault(key, {})[phrase] = None
        for key, phrase in self._always:
            candidates.setdefault(key, {})[phrase] = None
        return Reading(folded, {key: list(phrases) for key, phrases in candidates.items()})

    def marked(self, text: Text) -> dict[Key, list[tuple[Place, Reading]]]:
        """For each list, the sentences that may hold one of its phrases; worked out once a text."""
        if self.name not in text.marks:
            marked: dict[Key, list[tuple[Place, Reading]]] = {}
            for sentence in text.read_sentences:
                reading = self._reading_of(sentence)
                for key in reading.candidates:
                    marked.setdefault(key, []).append((sentence.place, reading))
            text.marks[self.name] = marked
        found: dict[Key, list[tuple[Place, Reading]]] = text.marks[self.name]
        return found

    def _reading_of(self, sentence: Sentence) -> Reading:
        return self.reading(sentence.folded, sentence.words)

    def each(self, key: Key, text: Text) -> Iterator[Found]:
        """The places of a list's phrases, sentence by sentence."""
        for place, reading in self.marked(text).get(key, ()):
            for begin, end, named in reading.found(key):
                begin, end = begin + place.start, end + place.start
                yield Found(begin, end, text.raw[begin:end], named)

    def find(self, key: Key, text: Text) -> list[Found]:
        """The places of a list's phrases in the order of the text."""
        return sorted(self.each(key, text), key=lambda found: (found.begin, -found.finish))

    def stands_in(self, key: Key, text: Text) -> bool:
        """Is any of a list's phrases there?"""
        return any(reading.found(key) for _, reading in self.marked(text).get(key, ()))

    def ends(self, key: Key, folded: str) -> bool:
        """Does a short text in small letters end with one of a list's phrases?"""
        return any(phrase.ends(folded) for phrase in self.lists.get(key, ()))

    def is_one(self, key: Key, folded: str) -> bool:
        """Is a short text in small letters one of a list's phrases, and nothing more?"""
        return any(phrase.pattern.fullmatch(folded) for phrase in self.lists.get(key, ()))

    def warm(self) -> None:
        """Make every pattern now, so that no draft waits for it."""
        for phrases in self.lists.values():
            for phrase in phrases:
                assert phrase.pattern


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


NOTHING = Language(UNKNOWN, {})
"""A language without phrases."""


def phrase_languages() -> tuple[str, ...]:
    """The languages that have a `phrases.toml`."""
    return tuple(sorted(path.parent.name for path in (ROOM / "languages").glob("*/phrases.toml")))


@lru_cache(maxsize=64)
def language_phrases(language: str) -> Language | None:
    """All phrases of a language, or None where nobody has written any."""
    path = ROOM / "languages" / language / "phrases.toml"
    return Language(language, table(path)) if language.isalnum() and path.is_file() else None
