"""Write the sheet to read, an empty file for the scores, and the key. How to read: rubric.md, beside this file.

Run: python tests/bench/worth_posting/sheet.py FOLDER [--count 100] [--skip 0]
The folder must be outside the repository: the sheet holds texts of the data sets.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from worth_posting.count import FIELDS
from worth_posting.pairs import Pair, ours_is_a, pairs

ROOT = Path(__file__).resolve().parents[3]


def entry(number: int, pair: Pair) -> str:
    """One pair as it is read."""
    stars = f"{pair.review.rating.value:.0f} of 5 stars" if pair.review.rating else "no stars"
    title = f"**{pair.review.title}** " if pair.review.title else ""
    one, other = pair.sides
    by = f" by {pair.review.author}" if pair.review.author else ""
    said = " ".join(pair.review.text.split())
    return f"## {number} · {pair.id}\n\n{stars}{by}: {title}{said}\n\n**A** {one}\n\n**B** {other}\n"


def written(path: Path, header: tuple[str, ...], lines: list[tuple[str, ...]]) -> None:
    """A table as a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *lines])


def main() -> int:
    """Write the three files; 2 where the folder lies in the repository."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--skip", type=int, default=0, help="pairs that were read before")
    asked = parser.parse_args()
    if ROOT in (asked.folder.resolve(), *asked.folder.resolve().parents):
        print("choose a folder outside the repository: the sheet holds texts that are not ours", file=sys.stderr)
        return 2
    skipped: list[str] = []
    drawn = list(itertools.islice(pairs(skipped), asked.skip, asked.skip + asked.count))
    asked.folder.mkdir(parents=True, exist_ok=True)
    sheet = "\n".join(entry(number, pair) for number, pair in enumerate(drawn, start=1))
    (asked.folder / "sheet.md").write_text(sheet, encoding="utf-8")
    empty = ("",) * (len(FIELDS) - 1)
    written(asked.folder / "scores.csv", FIELDS, [(pair.id, *empty) for pair in drawn])
    key = [(pair.id, "A" if ours_is_a(pair.id) else "B") for pair in drawn]
    written(asked.folder / "key.csv", ("review", "ours"), key)
    print(f"{len(drawn)} pairs in {asked.folder}; passed over, as nothing is drafted: {len(skipped)}", *set(skipped))
    return 0


if __name__ == "__main__":
    sys.exit(main())
