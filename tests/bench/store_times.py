"""How long the store takes, in milliseconds, with 100, 1,000 and 10,000 reviews kept, beside TinyDB as it comes.

`python tests/bench/store_times.py` prints the table. Each number is the median of some runs on a real disk.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tinydb import TinyDB, where

from amends.records import StoredReview
from amends.stores import open_store

VERBS = ("insert", "8 at once", "get", "find 1 of 5", "find all", "page of 100", "open")
"""What is timed: `8 at once` is eight threads' inserts until all are kept, `open` reads the file and finds all."""
PEER = "TinyDB's own"


def review(n: int) -> StoredReview:
    """An invented review of about 400 characters."""
    return StoredReview(
        id=f"sample-{n * 7919 % 1_000_003:08}", platform=f"p{n % 5}", author="Someone", rating={"value": n % 5 + 1},
        text="The app stops after an hour and has to be started again by hand. " * 5,
    )  # fmt: skip


def times_of_ours(folder: Path, size: int, runs: int) -> list[float]:
    """The milliseconds of each verb of `VERBS` in our store."""
    url = f"tinydb:{folder}/ours-{size}.json"
    store = open_store(url, role="server")
    store.load(review(n) for n in range(size))
    new = fresh(size)
    with ThreadPoolExecutor(8) as pool:
        times = [
            median(lambda: store.add(next(new)), runs),
            median(lambda: list(pool.map(store.add, [next(new) for _ in range(8)])), runs),
            median(lambda: store.get(StoredReview, review(size // 2).id), runs),
            median(lambda: store.find(StoredReview, {"platform": "p1"}), runs),
            median(lambda: store.find(StoredReview), runs),
            median(lambda: store.page(StoredReview), runs),
        ]
    store.close()

    def reopen() -> None:
        again = open_store(url, role="server")
        again.find(StoredReview)
        again.close()

    return [*times, median(reopen, min(runs, 3))]


def times_of_peer(folder: Path, size: int, runs: int) -> list[float]:
    """The same in TinyDB with its own storage, one thread at a time, because it cannot take more."""
    path = folder / f"peer-{size}.json"
    database = TinyDB(path)
    database.insert_multiple(review(n).dump() for n in range(size))
    new = fresh(size)
    some = review(size // 2).id

    def insert() -> None:
        database.insert(next(new).dump())

    def insert_eight() -> None:
        for _ in range(8):
            insert()

    times = [
        median(insert, runs),
        median(insert_eight, min(runs, 3)),
        median(lambda: database.get(where("id") == some), runs),
        median(lambda: (database.clear_cache(), database.search(where("platform") == "p1")), runs),
        median(database.all, runs),
        median(lambda: sorted(database.all(), key=lambda row: str(row["id"]))[:100], runs),
    ]
    database.close()

    def reopen() -> None:
        with TinyDB(path) as again:
            again.all()

    return [*times, median(reopen, min(runs, 3))]


def fresh(size: int) -> Iterator[StoredReview]:
    """Reviews that are not kept yet."""
    return (review(n) for n in range(size, size + 10_000))


def median(work: Callable[[], object], runs: int) -> float:
    """Milliseconds."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()
    print(f"{'reviews':>8}  {'store':<13}" + "".join(f"{verb:>12}" for verb in VERBS) + "   (ms)")
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            for name, timed in (("Amends", times_of_ours), (PEER, times_of_peer)):
                cells = timed(Path(folder), size, given.runs)
                print(f"{size:>8,}  {name:<13}" + "".join(f"{cell:>12.2f}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
