"""A text as the rules read it: words, sentences, addresses; each worked out once and only when asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, NamedTuple

MAX_READ = 20_000
"""Characters of one text that the rules read; what comes after is only counted."""
LONGEST_SENTENCE = 600
"""Characters that are read as one sentence, so that no phrase is held up."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’ʼ][^\W_]+)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w+")
# Begins with one set of characters: the engine then runs over all others at once.
_SENTENCE_END = re.compile(
    r"[.!?…。！？\n](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"'”’)\]]*+\s++(?!\d)|(?<=[。！？])[。！？]*+\s*+|(?<=\n)\n*+)"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?![\w-])")
_LINK = re.compile(
    r"\bhttps?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:(?:com|org|net|info|shop|store|dev|app|io)(?![\w.@-])|[a-z]{2,12}/[\w#?%=&./-]+)"
)
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


def fold(raw: str) -> str:
    """A text in small letters with straight apostrophes, every character in its place."""
    straight = raw.translate(_APOSTROPHES) if "’" in raw or "ʼ" in raw or "‘" in raw else raw
    lowered = straight.lower()
    # A few capitals (İ) have small letters of two characters: those stay as they are.
    return lowered if len(lowered) == len(straight) else "".join(map(_small, straight))


def _small(character: str) -> str:
    return character.lower() if len(character.lower()) == 1 else character


class Place(NamedTuple):
    """Characters `start` to `end` of a text; `end` is not included."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence: its place, itself in small letters, its words."""

    place: Place
    folded: str
    words: tuple[str, ...]


def _count(lines: Iterable[str]) -> int:
    """How many words there are in lines."""
    return sum(len(words_of(fold(line))) for line in lines)


@lru_cache(maxsize=4096)
def words_of(folded: str) -> tuple[str, ...]:
    """The words of a piece of a folded text."""
    return tuple(_WORD.findall(folded))


class Text:
    """One text and what was found in it; places are characters from 0 in `raw`."""

    def __init__(self, raw: str) -> None:
        self.whole = raw
        self.raw = raw[:MAX_READ]
        self.marks: dict[object, Any] = {}
        """What others keep of this text, each under a key of its own."""

    @cached_property
    def folded(self) -> str:
        """The text in small letters with straight apostrophes, every character in its place."""
        return fold(self.raw)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in small letters; of scripts written without spaces, each character."""
        return tuple(chain.from_iterable([sentence.words for sentence in self.read_sentences]))

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The words that are no numbers."""
        return tuple(word for word in self.words if not word.isdigit())

    @cached_property
    def read_sentences(self) -> tuple[Sentence, ...]:
        """The sentences with their words."""
        folded = self.folded
        pieces = [(place, folded[place.start : place.end]) for place in self.sentences]
        return tuple([Sentence(place, piece, words_of(piece)) for place, piece in pieces])

    @cached_property
    def said(self) -> frozenset[tuple[str, ...]]:
        """The words of each sentence, to look whether one stands in another text, too."""
        return frozenset([sentence.words for sentence in self.read_sentences])

    @cached_property
    def word_count(self) -> int:
        """How many words a reader would count; two characters make one where there are no spaces."""
        wide = sum(1 for word in self.words if _WIDE.match(word)) if _WIDE.search(self.raw) else 0
        return len(self.words) - wide // 2

    @cached_property
    def sentences(self) -> tuple[Place, ...]:
        """The sentences' places, in order."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.raw)]
        starts = [0, *ends]
        places = chain.from_iterable(map(self._pieces, starts, [*ends, len(self.raw)]))
        return tuple([place for place in places if self.raw[place.start : place.end].strip()])

    def _pieces(self, start: int, end: int) -> list[Place]:
        """A sentence, or its pieces where it goes on too long: what phrases may take grows with its square."""
        places = []
        while end - start > LONGEST_SENTENCE:
            cut = self.raw.rfind(" ", start + 1, start + LONGEST_SENTENCE) + 1 or start + LONGEST_SENTENCE
            places.append(Place(start, cut))
            start = cut
        return [*places, Place(start, end)]

    def sentence_at(self, character: int) -> Place:
        """The sentence that holds a character."""
        number = bisect_right(self.sentences, character, key=lambda place: place.start) - 1
        place = self.sentences[number] if number >= 0 else None
        return place if place and character < place.end else Place(0, len(self.raw))

    @cached_property
    def name_words(self) -> tuple[re.Match[str], ...]:
        """The words written with a capital."""
        return tuple(_CAPITALISED.finditer(self.raw))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines that hold something, without the space around them."""
        return tuple(line.strip() for line in self.raw.splitlines() if line.strip())

    @cached_property
    def emails(self) -> tuple[re.Match[str], ...]:
        """Mail addresses."""
        return tuple(_EMAIL.finditer(self.raw)) if "@" in self.raw else ()

    @cached_property
    def links(self) -> tuple[re.Match[str], ...]:
        """Web addresses, with or without their scheme."""
        return tuple(_LINK.finditer(self.raw)) if "." in self.raw else ()

    @cached_property
    def shingles(self) -> frozenset[int]:
        """A number for every run of four words, greeting's and signature's lines left out: what two texts share."""
        lines, words = self.lines, self.words
        first, last = 0, len(lines)
        while first < last and len(lines[first].split()) <= 3:
            first += 1
        while last - first > 1 and len(lines[last - 1].split()) <= 6:
            last -= 1
        # No word goes over the end of a line.
        greeting, signature = map(_count, (lines[:first], lines[last:]))
        words = words[greeting : len(words) - signature]
        return frozenset(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))


@lru_cache(maxsize=512)
def text(raw: str) -> Text:
    """The text, read once however often it is asked for: a review stays the same while its reply is typed."""
    return Text(raw)
