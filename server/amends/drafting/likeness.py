"""How much a text sounds like others, as the rules see it: the team's recent replies, and what was just drafted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.likeness import ALIKE, FEWEST, earlier, share
from amends.linting.text import text

__all__ = ["ALIKE", "Others"]


class Others:
    """Texts that a new one is to be unlike."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._recent = earlier(tuple(texts))
        self._added: dict[str, frozenset[int]] = {}
        self._sentences: set[str] = set()

    def add(self, raw: str) -> None:
        """One more text."""
        self._added[raw] = text(raw).shingles
        self._sentences |= _sentences(raw)

    def __contains__(self, raw: str) -> bool:
        return raw in self._recent.lanes or raw in self._added

    def repeated(self, raw: str) -> int:
        """How many of its sentences one that was just drafted has, too: short texts have no runs to tell them by."""
        return len(_sentences(raw) & self._sentences)

    def likeness(self, raw: str) -> float:
        """The largest share of runs in common with one of them, between 0 and 1."""
        runs = text(raw).shingles
        most = self._recent.likeness(runs)
        for theirs in self._added.values():
            if len(runs) >= FEWEST <= len(theirs):
                most = max(most, share(len(runs & theirs), len(runs), len(theirs)))
        return most


def _sentences(raw: str) -> set[str]:
    return set(re.split(r"(?<=[.?!])\s+", raw))
