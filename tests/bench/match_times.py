"""How long a match takes in a tracker of 10,000 issues: python tests/bench/match_times.py

The tracker is made from sets of things and faults, so that words repeat as in a real one.
"""

from __future__ import annotations

import os
import random
import resource
import time

from percentiles import table_row

from amends.matching import rank, warm
from amends.records import Issue, Review

ISSUES, REVIEWS = 10_000, 300
LIMIT_MS = 25.0
"""What 99 of 100 must stay under; the aim is 12."""
_THINGS = ("export", "login", "photo upload", "sync", "calendar", "dark mode", "search", "widget", "player", "backup")
_PLACES = ("on a tablet", "after the update", "without a network", "in landscape", "on large files", "at night")
_FAULTS = ("crashes", "hangs", "shows a blank page", "loses data", "is very slow", "ignores the setting", "asks twice")
_WHO = ("with two accounts", "for guests", "on Android 14", "behind a proxy", "with a passkey", "in German", "by mail")


def issues(chance: random.Random) -> list[Issue]:
    """A tracker of different titles."""
    return [
        Issue(id=str(number), title=f"{_sentence(chance)} ({number % 997:x})", opened_on="2026-01-02")
        for number in range(ISSUES)
    ]


def review(chance: random.Random) -> Review:
    """Forty to eighty words, as an angry customer writes."""
    said = ". ".join(_sentence(chance) for _ in range(chance.randint(3, 7)))
    return Review(text=f"{chance.random():.6f} I am fed up. {said}. Please fix it soon!", posted_at="2026-03-01")


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(words) for words in (_THINGS, _FAULTS, _PLACES, _WHO))


def main() -> None:
    """The table, with the load the machine was under."""
    chance = random.Random(4)
    tracker = issues(chance)
    began = time.perf_counter()
    warm(tracker)
    print(f"  reading {ISSUES} issues: {time.perf_counter() - began:.1f} s; load {os.getloadavg()[0]:.1f}")
    elapsed, used = [], []
    for _ in range(REVIEWS):
        one = review(chance)
        clocks = time.perf_counter(), time.process_time()
        rank(one, tracker, min_score=0)
        elapsed.append((time.perf_counter() - clocks[0]) * 1000)
        used.append((time.process_time() - clocks[1]) * 1000)
    print(table_row("match, elapsed", elapsed, LIMIT_MS))
    print(table_row("match, processor", used, LIMIT_MS))
    print(f"  memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
