"""A review as triage reads it: capped, cleared of what is not words, with the hits of the word lists at hand."""

from __future__ import annotations

import re
from functools import cached_property

from amends.playbook import Lexicon
from amends.records import Review

CAP = 5000
"""Characters of a review's text that are read; what matters is said before."""

_NOT_WORDS = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEFORE = 28
"""Characters before a word in which a negation turns it round."""


def blanked(text: str) -> str:
    """The text with addresses, mail addresses and invisible controls as blanks, so that offsets stay true."""
    return _NOT_WORDS.sub(lambda found: " " * len(found.group()), text)


class Reading:
    """One review's text and title, and what the word lists find in them."""

    def __init__(self, review: Review, lexicon: Lexicon) -> None:
        self.review = review
        self.lexicon = lexicon
        self.text = blanked(review.text[:CAP])
        """Aligned with the review's own text: an offset here is an offset there."""
        self.title = blanked(review.title[:300]) if review.title else ""
        self.words = f"{self.title}\n{self.text}" if self.title else self.text
        self._hits: dict[str, tuple[str, ...]] = {}
        self._spans: dict[str, tuple[tuple[int, int], ...]] = {}

    @cached_property
    def length(self) -> int:
        """How many words there are."""
        return len(_WORD.findall(self.words))

    @cached_property
    def share(self) -> float | None:
        """The rating between 0 and 1, None where there is none."""
        return self.review.rating.share if self.review.rating else None

    def hits(self, name: str) -> tuple[str, ...]:
        """The different phrases of one word list in title and text, in lower case, in the order they come."""
        if name not in self._hits:
            found = (self.words[start:end].lower() for start, end in self._found(name))
            self._hits[name] = tuple(dict.fromkeys(found))
        return self._hits[name]

    def places(self, name: str) -> tuple[tuple[int, int], ...]:
        """Where phrases of one word list start and end in the text; in the title they stand before its beginning."""
        before = len(self.words) - len(self.text)
        return tuple((start - before, end - before) for start, end in self._found(name))

    @cached_property
    def topic_places(self) -> tuple[tuple[int, int], ...]:
        """Where words of any topic stand in the text."""
        names = [name for name in self.lexicon.lists if name.startswith("topic-")]
        return tuple(place for name in names for place in self.places(name))

    def _found(self, name: str) -> tuple[tuple[int, int], ...]:
        if name not in self._spans:
            self._spans[name] = tuple(match.span() for match in self.lexicon.pattern(name).finditer(self.words))
        return self._spans[name]

    def count(self, *names: str) -> int:
        """How many different phrases of these lists there are."""
        return sum(len(self.hits(name)) for name in names)

    @cached_property
    def praise(self) -> tuple[str, ...]:
        """Words of praise that no negation before them turns round."""
        return self._plain("praise")

    @cached_property
    def complaint(self) -> tuple[str, ...]:
        """Words of complaint that no negation before them turns round."""
        return self._plain("complaint")

    def _plain(self, name: str) -> tuple[str, ...]:
        found = [self.words[start:end].lower() for start, end in self._found(name) if not self._negated(start)]
        return tuple(dict.fromkeys(found))

    def _negated(self, start: int) -> bool:
        before = re.split(r"[.!?,;:\n]", self.words[max(0, start - _BEFORE) : start])[-1]
        before = self.lexicon.pattern("turns").split(before)[-1]
        return bool(self.lexicon.pattern("negation").search(before))
