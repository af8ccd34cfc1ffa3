"""How long triage takes for one review, and how much memory it holds.

Run: python tests/bench/triage_times.py. Each review is read once, in a process that is warm: 900 short ones in eight
languages, and 600 English ones with many long ones. Elapsed time, and processor time beside it for a busy machine.
"""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Iterator
from pathlib import Path

from percentiles import table_row

from amends.records import Rating, Review
from amends.triage import triage, warm

LIMIT, ROOM = 8.0, 300
"""Milliseconds that 99 of 100 reviews may take, and megabytes of memory in all."""
LONG = 600
FOLDER = Path(os.environ.get("AMENDS_DATA") or Path(__file__).resolve().parents[3] / "shared") / "datasets"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one data set."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reviews() -> Iterator[tuple[str, Review]]:
    """Name of the set and review."""
    for row in rows("replies_firefox_android_2018.csv"):
        rating = Rating(value=float(row["Star Rating"]))
        yield "firefox", Review(text=row["Review Text"], rating=rating, language=row["Reviewer Language"])
    for row in rows("replies_familylink_2026.csv")[:LONG]:
        yield "familylink", Review(text=row["review_text"], rating=Rating(value=float(row["rating"])))


def resident() -> float:
    """Megabytes that this process holds now."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")


def main() -> None:
    """Print the times of each set and the memory."""
    started = time.perf_counter()
    warm()
    for text in ("The app crashes.", "Die App stürzt ab.", "L'appli plante.", "La aplicación falla.", "De app crasht."):
        triage(Review(text=text))
    print(f"load {os.getloadavg()[0]:.1f}; warm after {time.perf_counter() - started:.1f} s")
    elapsed: dict[str, list[float]] = {}
    worked: dict[str, list[float]] = {}
    for name, review in reviews():
        began, busy = time.perf_counter(), time.process_time()
        triage(review)
        worked.setdefault(name, []).append((time.process_time() - busy) * 1000)
        elapsed.setdefault(name, []).append((time.perf_counter() - began) * 1000)
    for name in elapsed:
        print(table_row(name, elapsed[name], LIMIT))
        print(table_row(f"{name}, processor", worked[name], LIMIT))
    held = resident()
    print(f"  {held:.0f} MB resident  limit {ROOM}: {'kept' if held <= ROOM else 'MISSED'}")


if __name__ == "__main__":
    main()
