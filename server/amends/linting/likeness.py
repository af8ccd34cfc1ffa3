"""How much a text sounds like earlier ones: by the runs of four words they share."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from operator import truediv
from struct import unpack

from amends.linting.text import text

ALIKE = 0.5
"""The share of the shorter one's runs above which two texts read as one."""
FEWEST = 8
"""Runs of a text that is too short to be told from others."""
_LANE = 16
"""Bits in which shared runs are counted for one text: more than a text that is read can have runs."""


def share(shared: int, one: int, other: int) -> float:
    """The share of the shorter one's runs that two texts have in common."""
    return shared / min(one, other)


@dataclass(frozen=True)
class Earlier:
    """Texts and their runs. Each text has a lane in one wide number, so that one sum counts for all at once."""

    texts: tuple[str, ...]
    lanes: dict[str, int]
    lengths: tuple[int, ...]
    """How many runs the text of each lane has; 0 where there is none, or one too short."""
    held: dict[int, int]
    """For each run, a 1 in the lane of every text that holds it."""

    def likeness(self, runs: frozenset[int]) -> float:
        """The largest share of runs in common with one of them, between 0 and 1."""
        mine, held, shared = len(runs), self.held, 0
        if mine < FEWEST:
            return 0.0
        for run in runs:
            shared += held.get(run, 0)
        if not shared:
            return 0.0
        counts = unpack(f"<{len(self.lengths)}H", shared.to_bytes(len(self.lengths) * _LANE // 8, "little"))
        most: float = max(map(truediv, counts, self._shorter(mine)))
        return most

    def _shorter(self, mine: int) -> list[int]:
        """For each lane how many runs the shorter one of two texts has; never none, to divide by."""
        return [(length if length < mine else mine) or 1 for length in self.lengths]


_kept: deque[Earlier] = deque(maxlen=8)
"""The latest ones: a team's recent replies move on by one or two, and are counted anew for those alone."""


def earlier(texts: tuple[str, ...]) -> Earlier:
    """The texts, to be asked how much another one is like them."""
    kept = tuple(_kept)
    same = next((one for one in kept if one.texts == texts), None)
    if same is not None:
        return same
    found = _moved(max(kept, key=lambda one: len(one.lanes.keys() & texts), default=_NONE), texts)
    _kept.append(found)
    return found


def _moved(base: Earlier, texts: tuple[str, ...]) -> Earlier:
    """Other texts, of which most are the same: only what went and what came is counted."""
    wanted = dict.fromkeys(texts)
    gone = base.lanes.keys() - wanted.keys()
    if len(gone) > len(wanted) // 2:
        base, gone = _NONE, set()
    lanes, lengths, held = dict(base.lanes), list(base.lengths), dict(base.held)
    free = [number for number in range(len(lengths)) if number not in {*lanes.values()} - {lanes[one] for one in gone}]
    for one in gone:
        _take(text(one).shingles, lanes.pop(one), held)
    for one in wanted.keys() - lanes.keys():
        lane = free.pop() if free else len(lengths)
        lengths[lane : lane + 1] = [_put(text(one).shingles, lane, held)]
        lanes[one] = lane
    for lane in free:
        lengths[lane] = 0
    return Earlier(texts, lanes, tuple(lengths), held)


def _put(runs: frozenset[int], lane: int, held: dict[int, int]) -> int:
    """Count a text's runs; how many there are, 0 where too few to be told from others."""
    if len(runs) < FEWEST:
        return 0
    for run in runs:
        held[run] = held.get(run, 0) + (1 << lane * _LANE)
    return len(runs)


def _take(runs: Iterable[int], lane: int, held: dict[int, int]) -> None:
    """Count a text's runs no longer."""
    mark = 1 << lane * _LANE
    for run in runs:
        left = held.get(run, 0) & ~mark
        if left:
            held[run] = left
        else:
            held.pop(run, None)


_NONE = Earlier((), {}, (), {})
