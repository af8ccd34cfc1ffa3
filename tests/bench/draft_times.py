"""How long three suggestions take, in process, for real complaints. Run: python tests/bench/draft_times.py"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from captures.real_reviews import PROFILE, complaints

from amends.drafting import draft

LIMIT_MS = 15.0
"""What 99 of 100 must stay under."""
COUNT = 600
RECENT = 100


def times(clock: Callable[[], float]) -> list[float]:
    """Milliseconds of each draft by `clock`, sorted; the first few, which load tables, are not counted."""
    reviews = complaints(COUNT)
    earlier: deque[str] = deque(maxlen=RECENT)
    taken = []
    for review in [*reviews[:30], *reviews]:
        recent = tuple(earlier)
        start = clock()
        drafted = draft(review, platform="google-play", profile=PROFILE, recent=recent, count=3)
        taken.append((clock() - start) * 1000)
        earlier.extendleft(one.text for one in drafted.suggestions[:1])
    return sorted(taken[30:])


def main() -> None:
    """Print the figures beside the limit; processor time, too, which a busy machine does not stretch."""
    print(f"draft, 3 suggestions, {COUNT} complaints beside {RECENT} recent replies, limit p99 {LIMIT_MS} ms")
    for name, clock in (("elapsed", time.perf_counter), ("processor", time.thread_time)):
        taken = times(clock)
        p50, p95, p99 = (taken[int(len(taken) * share)] for share in (0.50, 0.95, 0.99))
        kept = "kept" if p99 <= LIMIT_MS else "MISSED"
        print(f"  {name:9} p50 {p50:5.2f}  p95 {p95:5.2f}  p99 {p99:5.2f} ms  {kept}")


if __name__ == "__main__":
    main()
