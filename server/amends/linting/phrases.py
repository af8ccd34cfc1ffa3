"""What rules look for in words: `playbook/languages/LANGUAGE/phrases.toml`, whose head explains the notation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from amends.linting.needles import HOLDS_DIGIT, ranked
from amends.linting.phrase import Found, Key, Phrase, Reading
from amends.linting.text import Place, Sentence, Text
from amends.playbook.reading import ROOM, table

UNKNOWN = "und"
"""A language we have no phrases for, as BCP 47 writes it."""

WORD_LISTS = {"nobody", "office", "tail", "generic", "yours", "ours"}
"""Lists of which a word or the end of a text may be one; they are not looked for in sentences."""
_SENTENCES = 4096
"""Sentences remembered with what was found in them: while a reply is typed all but one stay the same."""


class Language:
    """The phrases of one language by rule and list."""

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.name = name
        words: dict[str, str] = data.get("words", {})
        about: dict[str, list[str]] = data.get("language", {})
        self.common = frozenset(about.get("common", ()))
        self.stop = frozenset(about.get("stop", ()))
        self._rank = ranked((*about.get("common", ()), *about.get("stop", ())))
        self.kin: dict[str, set[int]] = {}
        for number, line in enumerate(about.get("kin", ())):
            for word in line.split():
                self.kin.setdefault(word, set()).add(number)
        self._words = words
        self._sections = {rule: section for rule, section in data.items() if rule not in ("words", "language")}
        self.rules = frozenset(self._sections)
        self.reading = lru_cache(maxsize=_SENTENCES)(self._read)
        self.is_one = lru_cache(maxsize=20_000)(self._is_one)

    @cached_property
    def lists(self) -> dict[Key, tuple[Phrase, ...]]:
        """The phrases by rule and list; made when the first text in the language comes."""
        return {
            (rule, name): tuple(Phrase(phrase, self._words, self._rank) for phrase in phrases)
            for rule, section in self._sections.items()
            for name, phrases in section.items()
        }

    @cached_property
    def _always(self) -> dict[Key, list[Phrase]]:
        """The phrases without a needed word; making them makes the index of all others.

        Which bit stands for which part, which parts a beginning of a word is of, and what each part may start.
        """
        bits: dict[tuple[str, ...], int] = {}
        self._begins: dict[str, int] = {}
        self._started: dict[int, list[tuple[int, Key, Phrase]]] = {}
        always: dict[Key, list[Phrase]] = {}
        for key, phrases in self.lists.items():
            for phrase in phrases if key[1] not in WORD_LISTS else ():
                if not phrase.ways:
                    always.setdefault(key, []).append(phrase)
                for way in phrase.ways:
                    marks = [bits.setdefault(part, 1 << len(bits)) for part in way]
                    self._started.setdefault(marks[0], []).append((sum(set(marks)), key, phrase))
        for part, bit in bits.items():
            for needle in part:
                self._begins[needle] = self._begins.get(needle, 0) | bit
        self._longest = max(map(len, self._begins), default=0)
        self._bits_of = lru_cache(maxsize=20_000)(self._look_up)
        self._starters = lru_cache(maxsize=20_000)(self._split)
        return always

    def _look_up(self, word: str) -> int:
        """The parts a word may be of, as bits. "2hrs" begins with hrs, "today's" holds today, "l'avis" holds avis."""
        found = self._begins.get(HOLDS_DIGIT, 0) if any(map(str.isdecimal, word)) else 0
        for each in {word, word.lstrip("0123456789"), word.partition("'")[2]}:
            for end in range(1, min(len(each), self._longest) + 1):
                found |= self._begins.get(each[:end], 0)
            for whole in {each, each.partition("'")[0]}:
                found |= self._begins.get(f"{whole} ", 0)
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
        always = self._always
        each = {self._bits_of(word) for word in words}
        held = 0
        for bits in each:
            held |= bits
        candidates: dict[Key, dict[Phrase, None]] = {key: dict.fromkeys(phrases) for key, phrases in always.items()}
        for bits in each:
            for needed, key, phrase in self._starters(bits) if bits else ():
                if needed & held == needed:
                    if key in candidates:
                        candidates[key][phrase] = None
                    else:
                        candidates[key] = {phrase: None}
        return Reading(folded, candidates)

    def marked(self, text: Text) -> dict[Key, list[tuple[Place, Reading]]]:
        """For each list, the sentences that may hold one of its phrases; worked out once a text."""
        known: dict[Key, list[tuple[Place, Reading]]] | None = text.marks.get(self.name)
        if known is not None:
            return known
        marked: dict[Key, list[tuple[Place, Reading]]] = {}
        for sentence in text.read_sentences:
            reading = self._reading_of(sentence)
            for key in reading.candidates:
                marked.setdefault(key, []).append((sentence.place, reading))
        text.marks[self.name] = marked
        return marked

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
        if key not in self.marked(text):
            return []
        return sorted(self.each(key, text), key=lambda found: (found.begin, -found.finish))

    def stands_in(self, key: Key, text: Text) -> bool:
        """Is any of a list's phrases there?"""
        return any(reading.found(key) for _, reading in self.marked(text).get(key, ()))

    def ends(self, key: Key, folded: str) -> bool:
        """Does a short text in small letters end with one of a list's phrases?"""
        return any(phrase.ends(folded) for phrase in self.lists.get(key, ()))

    def _is_one(self, key: Key, folded: str) -> bool:
        """Is a short text in small letters one of a list's phrases, and nothing more?"""
        return any(phrase.pattern.fullmatch(folded) for phrase in self.lists.get(key, ()))

    def warm(self) -> None:
        """Make every pattern now, so that no draft waits for it."""
        for phrases in self.lists.values():
            for phrase in phrases:
                assert phrase.pattern


NOTHING = Language(UNKNOWN, {})
"""A language without phrases."""


def phrase_languages() -> tuple[str, ...]:
    """The languages that have a `phrases.toml`."""
    return tuple(sorted(path.parent.name for path in (ROOM / "languages").glob("*/phrases.toml")))


@lru_cache(maxsize=64)
def language_phrases(language: str) -> Language | None:
    """All phrases of a language, or None where nobody has written any."""
    folder = ROOM / "languages" / language
    if not language.isalnum() or not (folder / "phrases.toml").is_file():
        return None
    of_trades = folder / "trades.toml"
    return Language(language, {**table(folder / "phrases.toml"), **(table(of_trades) if of_trades.is_file() else {})})
