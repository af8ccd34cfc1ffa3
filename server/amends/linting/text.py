"""A text as the rules read it: words, sentences, addresses; each worked out once and only when asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

MAX_READ = 20_000
"""Characters of one text that the rules read; what comes after is only counted."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’ʼ][^\W_]+)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w+")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+\s++(?!\d)|[。！？]++\s*+|\n++")
_EMAIL = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?![\w-])")
_LINK = re.compile(
    r"\bhttps?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:(?:com|org|net|info|shop|store|dev|app|io)(?![\w.@-])|[a-z]{2,12}/[\w#?%=&./-]+)"
)
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


def fold(raw: str) -> str:
    """A text in small letters with straight apostrophes, every character in its place."""
    straight = raw.translate(_APOSTROPHES)
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


@lru_cache(maxsize=4096)
def _words(folded: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded))


class Text:
    """One text and what was found in it; places are characters from 0 in `raw`."""

    def __init__(self, raw: str) -> None:
        self.whole = raw
        self.raw = raw[:MAX_READ]
        self.marks: dict[str, Any] = {}
        """What a language's phrases keep of this text, by language."""

    @cached_property
    def folded(self) -> str:
        """The text in small letters with straight apostrophes, every character in its place."""
        return fold(self.raw)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in small letters; of scripts written without spaces, each character."""
        return tuple(word for sentence in self.read_sentences for word in sentence.words)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The words that are no numbers."""
        return tuple(word for word in self.words if not word.isdigit())

    @cached_property
    def read_sentences(self) -> tuple[Sentence, ...]:
        """The sentences with their words."""
        pieces = [(place, self.folded[place.start : place.end]) for place in self.sentences]
        return tuple(Sentence(place, piece, _words(piece)) for place, piece in pieces)

    @cached_property
    def word_count(self) -> int:
        """How many words a reader would count; two characters make one where there are no spaces."""
        wide = sum(1 for word in self.words if _WIDE.match(word))
        return len(self.words) - wide // 2

    @cached_property
    def sentences(self) -> tuple[Place, ...]:
        """The sentences' places, in order."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.raw)]
        starts = [0, *ends]
        return tuple(Place(a, b) for a, b in zip(starts, [*ends, len(self.raw)], strict=True) if self.raw[a:b].strip())

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
        lines = list(self.lines)
        while lines and len(lines[0].split()) <= 3:
            lines.pop(0)
        while lines and len(lines[-1].split()) <= 6 and len(lines) > 1:
            lines.pop()
        words = text(" ".join(lines)).words if len(lines) != len(self.lines) else self.words
        return frozenset(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))


@lru_cache(maxsize=512)
def text(raw: str) -> Text:
    """The text, read once however often it is asked for: a review stays the same while its reply is typed."""
    return Text(raw)
