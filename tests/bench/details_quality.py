"""How well versions and devices are found in real reviews, beside labels made by reading them.

Run: python tests/bench/details_quality.py [--missed]. `details_labels.json` holds, by the hash of a review's text, what
it names and in which draw it was labelled, always before anything was measured on it:
1. half with digits or device words, half at random: the rules were written on it.
2. drawn when the rules were written, and read again afterwards. First measurement: devices P 0.91, R 0.85.
3. numbers that look like versions, only versions labelled, read again afterwards. First measurement: P 0.73, R 0.89.
4. drawn last, devices mostly. First measurement: devices P 0.98, R 0.96; what was mended for draw 3 came later.
So for versions no draw is left that nobody looked at. "a|b" are two ways to say the same; "a?" may be named or not,
because no reader could say what it is. One person labelled them all.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from lint_replies import DATA

from amends.triage.details import devices, versions

LABELS = Path(__file__).with_name("details_labels.json")
_COLUMNS = ("comment", "review", "body", "review_text", "Review", "Review Text")
MUST, AIM = (0.95, 0.90), (0.98, 0.95)
_MAKER = re.compile(
    r"(?:(?:samsung|galaxy|google|apple|sony|htc|motorola|acer|lg|fitbit|asus|huawei|amazon|microsoft)\s)+(?=.)"
)


def texts() -> dict[str, str]:
    """Every review of the data sets by the hash of its text."""
    found = {}
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for text in filter(None, ((row.get(name) or "").strip() for name in _COLUMNS)):
                    found[hashlib.sha256(text.encode()).hexdigest()[:16]] = text
    return found


def normal(name: str) -> str:
    """A name without its maker, its blanks and its plural."""
    short = _MAKER.sub("", name.lower().replace("i phone", "iphone"), count=1)
    return re.sub(r"[^\w.+]", "", re.sub(r"(book|phone|pad|pod)s$", r"\1", short))


def compared(found: Iterable[str], labelled: list[str]) -> tuple[Counter[str], list[str]]:
    """How many were right, missed and too many, and which were not right."""
    left, counts, wrong = {normal(one) for one in found}, Counter[str](), []
    for label in labelled:
        names = {normal(name.rstrip("?")) for name in label.split("|")}
        hit = bool(left & names)
        left -= names
        if not label.endswith("?"):
            counts["right" if hit else "missed"] += 1
            wrong += [] if hit else [f"missed {label}"]
    counts["extra"] += len(left)
    return counts, wrong + [f"extra {name}" for name in left]


def told(name: str, counts: Counter[str]) -> None:
    """One line of the table."""
    precision = counts["right"] / max(1, counts["right"] + counts["extra"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    said = "aim reached" if (precision, recall) >= AIM and recall >= AIM[1] else "must reached"
    said = said if precision >= MUST[0] and recall >= MUST[1] else "MISSED"
    print(f"  {name:20} {counts['right'] + counts['missed']:4} named  P {precision:.3f}  R {recall:.3f}  {said}")


def main() -> int:
    """Print the table of versions and devices, draw by draw."""
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    rows = {key: text for key, text in texts().items() if key in labels}
    print(
        f"{len(rows)} of {len(labels)} labelled reviews found; must P {MUST[0]} R {MUST[1]}, aim P {AIM[0]} R {AIM[1]}"
    )
    for kind, reader in (("versions", versions), ("devices", devices)):
        totals: dict[int, Counter[str]] = {draw: Counter() for draw in (1, 2, 3, 4)}
        for key, text in sorted(rows.items()):
            if kind in labels[key]:
                counts, wrong = compared(reader(text), labels[key][kind])
                totals[labels[key]["drawn"]] += counts
                if wrong and "--missed" in sys.argv:
                    print(f"    {key} {'; '.join(wrong)}")
        for draw, counts in totals.items():
            if counts["right"] + counts["missed"]:
                told(f"{kind}, draw {draw}", counts)
        told(f"{kind}, all", sum(totals.values(), Counter()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
