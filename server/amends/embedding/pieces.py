"""The numbers of the word pieces that a text is made of; a word seen before is not taken apart again."""

from __future__ import annotations

from typing import Protocol

UNKNOWN, BEGIN, END = 0, 1, 2
"""The piece of what has none, and those before and after each text."""
_KEPT = 20_000
_LONGEST = 24
"""Letters of a word that is kept; what is longer is an address, a cry, or text of a language without blanks."""


class Tokenizer(Protocol):
    """What takes a text apart, as the package does it."""

    def encode(self, texts: str, *, add_bos: bool, add_eos: bool) -> list[int]:
        """The numbers of a text's pieces."""


class Pieces:
    """Takes texts apart word by word: no piece spans a blank, so the words come out as they would together."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._kept: dict[str, list[int]] = {}

    def of(self, text: str) -> list[int]:
        """The pieces of a text, with the marks of its beginning and end."""
        found = [BEGIN]
        for word in text.split():
            found += self._kept.get(word) or self._of_word(word)
        return [*found, END] if len(found) > 1 else [BEGIN, UNKNOWN, END]

    def _of_word(self, word: str) -> list[int]:
        pieces = self._tokenizer.encode(word, add_bos=False, add_eos=False)
        if len(word) <= _LONGEST:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[word] = pieces
        return pieces
