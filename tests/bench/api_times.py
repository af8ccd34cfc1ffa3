"""How long the API takes as users run it: `amends serve`, eight people typing, a suggestion now and then.

Run: python tests/bench/api_times.py [--seconds 60] [--clients 8]. Stops by itself.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import tempfile
import threading
import time
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from lint_times import pair
from percentiles import table_row
from serving import reached, started

from amends.cli.office import Served

LIMITS_MS = {"/lint": 15.0, "/suggestions": 30.0}
"""What 99 of 100 must stay under."""
LINT_EVERY, DRAFT_EVERY = 1.0, 10
"""Seconds between a client's lints; of how many of them one comes with suggestions."""
REVIEWS, REPLIES = 200, 100
"""Reviews on the pages the clients work on, and how many of them were answered before."""
READING = 8.0
"""Seconds between a start and the first draft, in which a server loads its word lists: one reads before one types."""


@dataclass
class Client:
    """One person at work: a draft checked every second, suggestions every ten."""

    api: Served
    reviews: list[str]
    number: int
    first: float
    """When its first lint is due."""
    until: float
    taken: dict[str, list[float]] = field(default_factory=lambda: {path: [] for path in LIMITS_MS})
    failed: int = 0

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection(self.api.address.removeprefix("http://"), timeout=30)
        self._headers = {"Authorization": f"Bearer {self.api.key}", "Content-Type": "application/json"}

    def work(self) -> None:
        """Ask until the time is over; the drafts of different clients fall on different seconds, as people's do."""
        chance, due, turn = random.Random(self.number), self.first, self.number
        while due < self.until:
            time.sleep(max(0.0, due - time.monotonic()))
            review = chance.choice(self.reviews)
            if turn % DRAFT_EVERY == 0:
                self._ask("/suggestions", {"review_id": review, "count": 3})
            self._ask("/lint", {"review_id": review, "draft": pair(chance)[0]})
            due, turn = due + LINT_EVERY, turn + 1

    def _ask(self, path: str, body: dict[str, Any]) -> None:
        """One call over a connection that stays open, as a browser's does."""
        data = json.dumps(body)
        start = time.perf_counter()
        self._connection.request("POST", f"/api/v1{path}", data, self._headers)
        answer = self._connection.getresponse()
        answer.read()
        self.taken[path].append((time.perf_counter() - start) * 1000)
        self.failed += answer.status != 200


def observed(api: Served) -> list[str]:
    """The ids of the reviews the clients answer, and some replies beside them."""
    chance = random.Random(11)
    pairs = [pair(chance) for _ in range(REVIEWS)]
    page = [{**review.dump(), "external_id": str(number)} for number, (_draft, review) in enumerate(pairs)]
    ids: list[str] = [one["id"] for one in api.call("POST", "/reviews:observe", {"reviews": page})["reviews"]]
    for review_id, (draft, _review) in zip(ids[:REPLIES], pairs, strict=False):
        api.call("POST", "/replies", {"review_id": review_id, "text": draft})
    return ids[REPLIES:]


def processor_seconds(process_id: int) -> float:
    """What a process has used of the processor so far; not a number where the system does not say."""
    try:
        told = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def worked(api: Served, reviews: list[str], count: int, seconds: float) -> list[Client]:
    """The clients, after they have worked side by side."""
    start = time.monotonic() + 0.1
    clients = [
        Client(api, reviews, number, start + LINT_EVERY * number / count, start + seconds) for number in range(count)
    ]
    threads = [threading.Thread(target=client.work) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return clients


def measured(folder: str, count: int, seconds: float) -> tuple[list[Client], float]:
    """The clients after their work with a server of their own, and the seconds of processor it took."""
    path = Path(folder, "amends.json")
    process = started(path)
    try:
        api = reached(process, path)
        reviews = observed(api)
        time.sleep(READING)
        before = processor_seconds(process.pid)
        clients = worked(api, reviews, count, seconds)
        return clients, processor_seconds(process.pid) - before
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Print the times beside the limits, and how busy the server was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=8)
    given = parser.parse_args()
    print(f"API, {given.clients} clients for {given.seconds:g} s: each a lint a second, suggestions every ten")
    print(f"  load of the machine before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        clients, used = measured(folder, given.clients, given.seconds)
    calls = 0
    for asked, limit in LIMITS_MS.items():
        taken = list(chain.from_iterable(client.taken[asked] for client in clients))
        calls += len(taken)
        print(table_row(f"{asked} ({len(taken)})", taken, limit))
    failed = sum(client.failed for client in clients)
    busy = f"{1000 * used / calls:.1f} ms of processor a call, {100 * used / given.seconds:.0f}% of one core"
    print(f"  server: {busy}; {failed} calls failed")


if __name__ == "__main__":
    main()
