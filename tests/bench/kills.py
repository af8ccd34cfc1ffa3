"""Kill a writing process again and again, and count what it had acknowledged and is not there afterwards.

`python tests/bench/kills.py --kills 200` prints the table, beside the same for TinyDB's own storage. Anything that
writes can be put to it: give `kill_repeatedly` a function that starts a `Run`, and one that reads what is kept.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tinydb import TinyDB, where

from amends.records import StoredReview
from amends.stores import open_store

THREADS, KEYS = 8, 10
"""Threads that write at once, and how many keys each has."""
PEER = "TinyDB's own storage"

Revisions = dict[str, int]
"""Key → the highest revision acknowledged, or kept."""


class Run(Protocol):
    """A process that writes ever higher revisions of its keys, until it is killed."""

    def acknowledged(self) -> Revisions:
        """What it has acknowledged so far. May be asked at any time, and after the kill gives the last word."""

    def writes(self) -> int:
        """How many writes that was."""

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""


class Kept(NamedTuple):
    """What is found afterwards; `halves` are writes of which only a part is there."""

    revisions: Revisions
    halves: int = 0


@dataclass
class Tally:
    """What came of it, in numbers; printed under `HEAD`."""

    name: str
    kills: int = 0
    midway: int = 0
    writes: int = 0
    lost: int = 0
    halves: int = 0
    unreadable: int = 0

    def __str__(self) -> str:
        cells = (self.kills, self.midway, self.writes, self.lost, self.halves, self.unreadable)
        return f"{self.name:<24}" + "".join(f"{cell:>14,}" for cell in cells)


HEAD = f"{'store':<24}" + "".join(
    f"{title:>14}" for title in ("kills", "in mid-flush", "acknowledged", "lost", "half kept", "unreadable")
)
"""A tally's titles; `acknowledged` counts writes, `lost` the keys of which an acknowledged write is gone."""


def kill_repeatedly(
    name: str, start: Callable[[Path], Run], read: Callable[[Path], Kept], path: Path, kills: int, seed: int = 0
) -> Tally:
    """Start, let write for a while, kill, and compare; the file lives on from kill to kill unless it is unreadable."""
    chance, tally, expected = random.Random(seed), Tally(name), Revisions()
    for _ in range(kills):
        run = start(path)
        _let_write(run, chance.randint(1, 60), chance.uniform(0, 0.02))
        run.kill()
        tally.kills += 1
        tally.midway += _is_midway(path)
        tally.writes += run.writes()
        expected |= run.acknowledged()
        try:
            kept = read(path)
        except Exception:  # whatever the reason, the data cannot be had
            tally.unreadable += 1
            tally.lost += len(expected)
            path.unlink(missing_ok=True)
            expected.clear()
            continue
        tally.lost += sum(kept.revisions.get(key, 0) < revision for key, revision in expected.items())
        tally.halves += kept.halves
        expected = dict(kept.revisions)
    return tally


def _let_write(run: Run, writes: int, seconds: float) -> None:
    deadline = time.monotonic() + 30
    while run.writes() < writes and time.monotonic() < deadline:
        time.sleep(0.001)
    assert run.writes(), "the writer wrote nothing in 30 seconds"
    time.sleep(seconds)


def _is_midway(path: Path) -> bool:
    """Did the kill leave a new file behind that had not taken its place yet?"""
    return path.with_name(f"{path.name}.tmp").exists()


class Piped:
    """A run whose process says each write on standard output, as a line of key and revision, once it returned."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._revisions = Revisions()
        self._writes = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def acknowledged(self) -> Revisions:
        return dict(self._revisions)

    def writes(self) -> int:
        return self._writes

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith(b"\n"):
                key, revision = line.split()
                self._revisions[key.decode()] = max(int(revision), self._revisions.get(key.decode(), 0))
                self._writes += 1


def piped(writer: str) -> Callable[[Path], Run]:
    """A way to start this file as a writer, `amends` or `peer`."""

    def start(path: Path) -> Run:
        command = [sys.executable, str(Path(__file__).resolve()), "--write", writer, str(path)]
        return Piped(subprocess.Popen(command, stdout=subprocess.PIPE))

    return start


# --- what the writers write: each key as two reviews of one revision, long and short in turn -------------------------


def write_amends(path: Path) -> None:
    """Write through the store, until killed."""
    store = open_store(f"tinydb:{path}", role="server")
    revisions = read_pairs(store.find(StoredReview)).revisions
    _write_for_ever(revisions, lambda key, revision: store.save(*(StoredReview(**one) for one in _pair(key, revision))))


def read_amends(path: Path) -> Kept:
    """What the store has."""
    store = open_store(f"tinydb:{path}", role="command")
    try:
        assert store.check() == []
        return read_pairs(store.find(StoredReview))
    finally:
        store.close()


def write_peer(path: Path) -> None:
    """Write through TinyDB as it comes, one thread at a time, until killed."""
    database, lock = TinyDB(path), threading.Lock()

    def write(key: str, revision: int) -> None:
        with lock:
            for one in _pair(key, revision):
                database.upsert(one, where("id") == one["id"])

    _write_for_ever(read_peer(path).revisions, write)


def read_peer(path: Path) -> Kept:
    """What TinyDB has."""
    with TinyDB(path) as database:
        return read_pairs([StoredReview(**one) for one in database.all()])


def read_pairs(reviews: list[StoredReview]) -> Kept:
    """The revision of each key; a pair whose halves differ counts as the older."""
    found: dict[str, list[int]] = {}
    for review in reviews:
        found.setdefault(review.id.rpartition(".")[0], []).append(review.revision or 0)
    halves = sum(len(pair) != 2 or len(set(pair)) != 1 for pair in found.values())
    return Kept({key: min(pair) if len(pair) == 2 else 0 for key, pair in found.items()}, halves)


def _pair(key: str, revision: int) -> list[dict[str, Any]]:
    text = "word " * (400 if revision % 2 else 10)
    return [{"id": f"{key}.{half}", "text": text, "revision": revision} for half in "ab"]


def _write_for_ever(revisions: Revisions, write: Callable[[str, int], None]) -> None:
    def work(thread: int) -> None:
        turn = 0
        while True:
            key = f"{thread}-{turn % KEYS}"
            turn += 1
            revisions[key] = revisions.get(key, 0) + 1
            write(key, revisions[key])
            os.write(1, f"{key} {revisions[key]}\n".encode())

    for thread in range(THREADS):
        threading.Thread(target=work, args=(thread,)).start()


def main() -> None:
    """The table for us and for the peer; ends with 1 when ours lost anything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--peer-kills", type=int, default=40)
    parser.add_argument("--write", nargs=2, metavar=("WRITER", "PATH"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        with suppress(BrokenPipeError):
            {"amends": write_amends, "peer": write_peer}[given.write[0]](Path(given.write[1]))
        return
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        ours = kill_repeatedly("Amends", piped("amends"), read_amends, Path(folder, "ours.json"), given.kills)
        print(ours, flush=True)
        print(kill_repeatedly(PEER, piped("peer"), read_peer, Path(folder, "peer.json"), given.peer_kills))
    sys.exit(bool(ours.lost or ours.halves or ours.unreadable))


if __name__ == "__main__":
    main()
