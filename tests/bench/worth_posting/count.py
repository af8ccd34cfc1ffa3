"""Count what was read: how often the suggestion is preferred, marks by criterion, agreement of two readers.

Run: python tests/bench/worth_posting/count.py [SCORES.csv]
"""

from __future__ import annotations

import csv
import math
import sys
from collections import defaultdict
from itertools import combinations, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from worth_posting.pairs import ours_is_a

CRITERIA = ("specific", "correct", "kind", "complete", "brief")
FIELDS = ("review", "reader", "preferred", *(f"{side}_{one}" for side, one in product("ab", CRITERIA)))
"""The columns of scores.csv: the review's hash, who read, A, B or same, and marks from 0 to 2."""
SCORES = Path(__file__).with_name("scores.csv")
AIM, _Z = 0.80, 1.96
Row = dict[str, str]


class ScoresError(ValueError):
    """A line of scores that cannot be counted; says which and why."""


def checked(rows: list[Row]) -> list[Row]:
    """The lines that were filled in; an unfinished or unknown mark is an error."""
    told = [row for row in rows if row["preferred"].strip()]
    for row in told:
        marks = [row[name] for name in FIELDS[3:]]
        if row["preferred"] not in ("A", "B", "same") or any(mark not in ("0", "1", "2") for mark in marks):
            raise ScoresError(f"{row['review']} by {row['reader']}: A, B or same, and marks of 0, 1 or 2")
    return told


def winner(row: Row) -> str:
    """`ours`, `posted` or `same`."""
    if row["preferred"] == "same":
        return "same"
    return "ours" if (row["preferred"] == "A") == ours_is_a(row["review"]) else "posted"


def marks(rows: list[Row], criterion: str) -> tuple[float, float]:
    """The mean mark of our suggestions, and of the replies posted."""
    pairs = [(row[f"a_{criterion}"], row[f"b_{criterion}"])[:: 1 if ours_is_a(row["review"]) else -1] for row in rows]
    ours, posted = zip(*pairs, strict=True)
    return sum(map(int, ours)) / len(ours), sum(map(int, posted)) / len(posted)


def interval(share: float, many: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share."""
    middle = (share + _Z * _Z / (2 * many)) / (1 + _Z * _Z / many)
    half = _Z * math.sqrt(share * (1 - share) / many + _Z * _Z / (4 * many * many)) / (1 + _Z * _Z / many)
    return middle - half, middle + half


def kappa(one: dict[str, str], other: dict[str, str]) -> float:
    """Cohen's kappa of two readers over the pairs both have read; 1 where they always agree, 0 as by chance."""
    both = [(one[review], other[review]) for review in one.keys() & other.keys()]
    seen = sum(left == right for left, right in both) / len(both)
    names = {name for pair in both for name in pair}
    chance = (
        sum(sum(left == name for left, _ in both) * sum(right == name for _, right in both) for name in names)
        / len(both) ** 2
    )
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def told(rows: list[Row]) -> float:
    """Print all figures; the share of pairs in which the suggestion is preferred, over all readings."""
    readers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        readers[row["reader"]][row["review"]] = winner(row)
    for reader, read in sorted(readers.items()):
        share = sum(who == "ours" for who in read.values()) / len(read)
        low, high = interval(share, len(read))
        ties = sum(who == "same" for who in read.values())
        print(
            f"  {reader}: preferred in {share:.0%} of {len(read)} pairs (95% {low:.0%} to {high:.0%}), {ties} the same"
        )
    for one, other in combinations(sorted(readers), 2):
        print(f"  agreement of {one} and {other}: kappa {kappa(readers[one], readers[other]):.2f}")
    for criterion in CRITERIA:
        ours, posted = marks(rows, criterion)
        print(f"    {criterion:9} suggestion {ours:.2f}, posted {posted:.2f} of 2")
    share = sum(winner(row) == "ours" for row in rows) / len(rows)
    low, high = interval(share, len({row["review"] for row in rows}))
    kept = "kept" if share >= AIM else "MISSED"
    print(
        f"  all readings: the suggestion preferred in {share:.0%} (95% {low:.0%} to {high:.0%}), aim {AIM:.0%}: {kept}"
    )
    return share


def main() -> int:
    """Print the count; 1 where the aim is missed, 2 where nothing can be counted."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SCORES
    if not path.exists():
        print(f"no {path.name} yet: write a sheet with sheet.py, read it as rubric.md says, and put the scores here")
        return 0
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = checked(list(csv.DictReader(file)))
    except ScoresError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"suggestions beside the replies really posted, {len(rows)} readings; how they were read: rubric.md")
    return 0 if rows and told(rows) >= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
