"""How much a text sounds like others: by the runs of four words they share, as the rules see it."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.text import Text, text

ALIKE = 0.5
"""The share of the shorter one's runs from which two texts read as one."""
_FEWEST = 8
"""Runs of a text that is too short to be told from others."""


class Others:
    """Texts that a new one is to be unlike. Each is a number with a bit for every run it holds: quick to compare."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts: set[str] = set()
        self._bits: dict[int, int] = {}
        self._held: list[tuple[int, int]] = []
        for one in texts:
            self.add(one)

    def add(self, raw: str) -> None:
        """One more text."""
        self._texts.add(raw)
        runs = text(raw).shingles
        if len(runs) < _FEWEST:
            return
        held = 0
        for run in runs:
            held |= self._bits.setdefault(run, 1 << len(self._bits))
        self._held.append((held, len(runs)))

    def __contains__(self, raw: str) -> bool:
        return raw in self._texts

    def likeness(self, raw: str) -> float:
        """The largest share of runs in common with one of them, between 0 and 1."""
        runs = Text(raw).shingles
        mine, most, held = len(runs), 0.0, 0
        if mine < _FEWEST:
            return most
        for run in runs:
            held |= self._bits.get(run, 0)
        for theirs, length in self._held:
            share = (held & theirs).bit_count() / (mine if mine < length else length)
            if share > most:
                most = share
        return most
