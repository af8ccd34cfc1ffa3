"""Which of many phrases a sentence may hold, asked of its words, so that only those are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from amends.linting.needles import HOLDS_DIGIT
from amends.linting.phrase import Found, Key, Phrase, Reading
from amends.linting.text import Place, Text

_SENTENCES = 4096
"""Sentences remembered with what was found in them: while a reply is typed all but one stay the same."""
_WORDS = 20_000

Starter = tuple[int, Key, Phrase]
"""The parts a sentence must hold, as bits, for a phrase of a list to be looked for."""


class PhraseIndex:
    """Lists of phrases, and what stands of them in a text."""

    def __init__(self, lists: Mapping[Key, Sequence[Phrase]]) -> None:
        bits: dict[tuple[str, ...], int] = {}
        self._begins: dict[str, int] = {}
        self._started: dict[int, list[Starter]] = {}
        self._always: list[tuple[Key, Phrase]] = []
        for key, phrases in lists.items():
            for phrase in phrases:
                if not phrase.ways:
                    self._always.append((key, phrase))
                for way in phrase.ways:
                    marks = [bits.setdefault(part, 1 << len(bits)) for part in way]
                    self._started.setdefault(marks[0], []).append((sum(set(marks)), key, phrase))
        for part, bit in bits.items():
            for needle in part:
                self._begins[needle] = self._begins.get(needle, 0) | bit
        self._starting = sum(self._started)
        self._longest = max(map(len, self._begins), default=0)
        self._known = lru_cache(maxsize=_WORDS)(self._look_up)
        self.reading = lru_cache(maxsize=_SENTENCES)(self._read)

    def warm(self) -> None:
        """Look up the words that the phrases are made of, as most texts hold some of them."""
        for needle in self._begins:
            self._known(needle.rstrip())

    def _look_up(self, word: str) -> tuple[int, tuple[Starter, ...]]:
        """The parts a word may be of, as bits, and the phrases of which it may be the rarest part."""
        held = self._parts_of(word)
        started: list[Starter] = []
        bits = held & self._starting
        while bits:
            bit = bits & -bits
            started += self._started[bit]
            bits ^= bit
        return held, tuple(started)

    def _parts_of(self, word: str) -> int:
        """The parts a word may be of. "2hrs" begins with hrs, "today's" holds today, "l'avis" holds avis."""
        found = self._begins.get(HOLDS_DIGIT, 0) if any(map(str.isdecimal, word)) else 0
        for each in {word, word.lstrip("0123456789"), word.partition("'")[2]}:
            for end in range(1, min(len(each), self._longest) + 1):
                found |= self._begins.get(each[:end], 0)
            for whole in {each, each.partition("'")[0]}:
                found |= self._begins.get(f"{whole} ", 0)
        return found

    def _read(self, folded: str, words: tuple[str, ...]) -> Reading:
        """A sentence, and the phrases all of whose needed words it holds."""
        held = 0
        starters: list[Starter] = []
        for word in dict.fromkeys(words):
            bits, started = self._known(word)
            held |= bits
            starters += started
        candidates: dict[Key, dict[Phrase, None]] = {}
        for key, phrase in self._always:
            candidates.setdefault(key, {})[phrase] = None
        for needed, key, phrase in starters:
            if needed & held == needed:
                if key in candidates:
                    candidates[key][phrase] = None
                else:
                    candidates[key] = {phrase: None}
        return Reading(folded, candidates)

    def marked(self, text: Text) -> dict[Key, list[tuple[Place, Reading]]]:
        """For each list, the sentences that may hold one of its phrases; worked out once a text."""
        known: dict[Key, list[tuple[Place, Reading]]] | None = text.marks.get(self)
        if known is not None:
            return known
        marked: dict[Key, list[tuple[Place, Reading]]] = {}
        for sentence in text.read_sentences:
            reading = self.reading(sentence.folded, sentence.words)
            for key in reading.lists:
                if key in marked:
                    marked[key].append((sentence.place, reading))
                else:
                    marked[key] = [(sentence.place, reading)]
        text.marks[self] = marked
        return marked

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
