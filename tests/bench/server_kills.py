"""Kill the whole server (`amends serve`) while eight threads write through its API, and count what is lost.

`python tests/bench/server_kills.py --kills 200` prints the table. A write is one observed page of two reviews; it is
acknowledged once the API answered 200. Both reviews, or neither, must be there afterwards.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import kills
from serving import reached, started

from amends.cli.office import Refused
from amends.records import StoredReview
from amends.stores import open_store


class ServedRun:
    """A running server and eight threads that write through it, as `kills.Run`."""

    def __init__(self, path: Path) -> None:
        self._process = started(path)
        self._api = reached(self._process, path)
        self._revisions = kills.Revisions()
        self._writes = 0
        self._lock = threading.Lock()
        # One alone makes ready what eight at once would each make for themselves.
        self._api.call("POST", "/reviews:observe", {"reviews": _pair("first", time.time_ns())})
        self._threads = [threading.Thread(target=self._write, args=(n,), daemon=True) for n in range(kills.THREADS)]
        for thread in self._threads:
            thread.start()

    def acknowledged(self) -> kills.Revisions:
        with self._lock:
            return dict(self._revisions)

    def writes(self) -> int:
        return self._writes

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()

    def _write(self, thread: int) -> None:
        start = time.time_ns()
        for turn in range(1_000_000):
            key, revision = f"{thread}-{turn % kills.KEYS}", start + turn
            try:
                told = self._api.call("POST", "/reviews:observe", {"reviews": _pair(key, revision)})
            except (Refused, OSError, ValueError):
                return  # killed: this write was not acknowledged
            assert all("id" in one for one in told["reviews"])
            with self._lock:
                self._revisions[key] = revision
                self._writes += 1


def _pair(key: str, revision: int) -> list[dict[str, Any]]:
    # No letters: whoever counts lost writes need not wait for the language model at every start.
    text = "0000 " * (200 if revision % 2 else 10)
    return [{"platform": "sample", "external_id": f"{key}.{half}", "text": text, "sequence": revision} for half in "ab"]


def read_served(path: Path) -> kills.Kept:
    """What the store has after the kill, opened as any command opens it."""
    store = open_store(f"tinydb:{path}", role="command")
    try:
        assert store.check() == []
        found: dict[str, list[int]] = {}
        for review in store.find(StoredReview):
            key = (review.external_id or "").rpartition(".")[0]
            found.setdefault(key, []).append((review.model_extra or {})["sequence"])
    finally:
        store.close()
    halves = sum(len(pair) != 2 or len(set(pair)) != 1 for pair in found.values())
    return kills.Kept({key: min(pair) if len(pair) == 2 else 0 for key, pair in found.items()}, halves)


def main() -> None:
    """The table; ends with 1 when anything acknowledged was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    given = parser.parse_args()
    print(kills.HEAD)
    with tempfile.TemporaryDirectory() as folder:
        tally = kills.kill_repeatedly("amends serve", ServedRun, read_served, Path(folder, "amends.json"), given.kills)
    print(tally)
    sys.exit(bool(tally.lost or tally.halves or tally.unreadable))


if __name__ == "__main__":
    main()
