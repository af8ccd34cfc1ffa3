"""A text as the rules read it: words, sentences, addresses; each worked out once and only when asked for."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from amends.records import Span

MAX_READ = 20_000
"""Characters of one text that the rules read; what comes after is only counted."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’ʼ][^\W_]+)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|[。！？]+\s*|\n+")
_EMAIL = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?![\w-])")
_LINK = re.compile(
    r"\bhttps?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:(?:com|org|net|info|shop|store|dev|app|io)(?![\w.@-])|[a-z]{2,12}/[\w#?%=&./-]+)"
)
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


class Text:
    """One text and what was found in it; places are characters from 0 in `raw`."""

    def __init__(self, raw: str) -> None:
        self.whole = raw
        self.raw = raw[:MAX_READ]

    @cached_property
    def folded(self) -> str:
        """The text in small letters with straight apostrophes, to ask quickly whether a word is there at all."""
        return self.raw.translate(_APOSTROPHES).lower()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in small letters; of scripts written without spaces, each character."""
        return tuple(_WORD.findall(self.folded))

    @cached_property
    def word_count(self) -> int:
        """How many words a reader would count; two characters make one where there are no spaces."""
        wide = sum(1 for word in self.words if _WIDE.match(word))
        return len(self.words) - wide // 2

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences' places, in order."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.raw)]
        starts = [0, *ends]
        return tuple(
            Span(start=a, end=b) for a, b in zip(starts, [*ends, len(self.raw)], strict=True) if self.raw[a:b].strip()
        )

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds the character at `place`."""
        return next((s for s in self.sentences if s.start <= place < s.end), Span(start=0, end=len(self.raw)))

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
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Every run of four words, leaving out a greeting's and a signature's line: what two texts have in common."""
        lines = list(self.lines)
        while lines and len(lines[0].split()) <= 3:
            lines.pop(0)
        while lines and len(lines[-1].split()) <= 6 and len(lines) > 1:
            lines.pop()
        words = text(" ".join(lines)).words if len(lines) != len(self.lines) else self.words
        return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


@lru_cache(maxsize=512)
def text(raw: str) -> Text:
    """The text, read once however often it is asked for: a review stays the same while its reply is typed."""
    return Text(raw)
