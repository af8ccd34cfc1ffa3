"""How long three suggestions take, in process, for real complaints. Run: python tests/bench/draft_times.py"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from captures.real_reviews import PROFILE, complaints
from percentiles import table_row

from amends.drafting import draft, warming
from amends.linting import warm

LIMIT_MS = 15.0
"""What 99 of 100 must stay under."""
COUNT = 600
RECENT = 100


def times(clock: Callable[[], float]) -> list[float]:
    """Milliseconds of each draft by `clock`, in a process that is warm as a server is."""
    warming.warm()
    warm()
    reviews = complaints(COUNT)
    earlier: deque[str] = deque(maxlen=RECENT)
    taken = []
    for review in [*reviews[:30], *reviews]:
        recent = tuple(earlier)
        start = clock()
        drafted = draft(review, platform="google-play", profile=PROFILE, recent=recent, count=3)
        taken.append((clock() - start) * 1000)
        earlier.extendleft(one.text for one in drafted.suggestions[:1])
    return taken[30:]


def main() -> None:
    """Print the figures beside the limit; processor time, too, which a busy machine does not stretch."""
    print(f"draft, 3 suggestions, {COUNT} complaints beside {RECENT} recent replies, limit p99 {LIMIT_MS} ms")
    for name, clock in (("elapsed", time.perf_counter), ("processor", time.thread_time)):
        taken = times(clock)
        print(table_row(name, taken, LIMIT_MS))


if __name__ == "__main__":
    main()
