"""How well the reader for unknown pages reads a folder of labelled pages kept outside the repository.

Run: python tests/bench/unknown_quality.py [FOLDER] [--half NAME] [--missed]; FOLDER is $AMENDS_DATA/unknown otherwise.
`labels.json` of the folder is a list of
`{"page", "url", "half", "reviews": [{"text", "author", "rating": [value, best], "date", "title", "reply"}]}`: a page
without reviews has an empty list, a field that the page does not show is null and not counted. A review is found when
four fifths of its text agree; a field is right when it equals the label but for spaces and case. A part of a date is
not asked for: a page that says "three weeks ago" has no date.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "server"), str(ROOT / "scripts")]

import chromium  # noqa: E402

from amends.cli.page_reading import PageReader, page_reader  # noqa: E402

Review = dict[str, Any]
LEAST_F1 = 0.85
FOUND = 0.8
FIELDS = ("text", "author", "rating", "date", "title", "reply")


def plain(words: object) -> str:
    """Words without spaces, case and quotation marks."""
    return re.sub(r"[\s\"'„“”«»]+", "", str(words or "")).lower()


def field(review: Review, name: str) -> str:
    """A field of a review as the reader gives it, in the labels' words."""
    if name == "rating":
        rating = review.get("rating")
        return "" if not rating else f"{rating['value'] / rating['best']:.3f}"
    if name == "reply":
        return plain((review.get("reply") or {}).get("text"))
    return plain(str(review.get("posted_at", ""))[:10] if name == "date" else review.get(name))


def expected(label: Review, name: str) -> str | None:
    """A field as the label gives it; None where the page does not show it."""
    if label.get(name) is None:
        return None
    return f"{label[name][0] / label[name][1]:.3f}" if name == "rating" else plain(label[name])


def pairs(left: list[Review], told: list[Review]) -> Iterator[tuple[Review, Review]]:
    """Each label with the review that was read for it, which is taken out of those left."""
    for label in told:
        words = plain(label["text"])
        ranked = [(SequenceMatcher(None, words, plain(one["text"]), False).ratio(), at) for at, one in enumerate(left)]
        score, at = max(ranked, default=(0, 0))
        if score >= FOUND:
            yield left.pop(at), label


def compared(found: list[Review], told: list[Review], *, missed: bool) -> Counter[str]:
    """Counts of one page: reviews told, read, right, and of each field how many were shown and how many right."""
    counts, left = Counter({"told": len(told), "read": len(found)}), list(found)
    for review, label in pairs(left, told):
        counts["right"] += 1
        for name in FIELDS:
            wanted, got = expected(label, name), field(review, name)
            counts[f"{name} shown"] += wanted is not None
            counts[f"{name} right"] += wanted == got and wanted is not None
            counts[f"{name} invented"] += wanted is None and bool(got)
            if missed and (wanted != got if wanted is not None else got):
                print(f"    {name}: {got[:70]!r} instead of {str(wanted)[:70]!r}")
    for review in left if missed else ():
        print(f"    not told: {json.dumps(review, ensure_ascii=False)[:300]}")
    return counts


def f1(counts: Counter[str]) -> float:
    """Of reviews; 1 where none was told and none read."""
    both = counts["told"] + counts["read"]
    return 2 * counts["right"] / both if both else 1.0


def measured(reader: PageReader, folder: Path, label: Review, *, missed: bool) -> tuple[Counter[str], float]:
    """One page's counts and the reader's confidence, printed as it goes."""
    page = (folder / label["page"]).read_bytes()
    read = reader.read(page, label["url"], choice={"mode": "unknown"})
    counts = compared(read["reviews"], label["reviews"], missed=missed)
    sure = read["confidence"] or 0.0
    numbers = f"{counts['told']:3} told {counts['read']:3} read {counts['right']:3} right"
    print(f"{label['page']:44} {numbers}  F1 {f1(counts):.2f}  sure {sure:.2f}")
    return counts, sure


def main() -> int:
    """Measure every page; 1 when a review was invented on a page without any, or F1 is under the limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(os.environ.get("AMENDS_DATA", ".")) / "unknown")
    parser.add_argument("--half", help="only the pages of this half")
    parser.add_argument("--missed", action="store_true", help="print what was not right")
    given = parser.parse_args()
    if not (file := given.folder / "labels.json").is_file():
        print(f"no labelled pages in {given.folder}: nothing measured")
        return 0
    labels = json.loads(file.read_text("utf-8"))
    labels = [label for label in labels if given.half in (None, label["half"])]
    with page_reader(chromium.ensure()) as reader:
        pages = [measured(reader, given.folder, label, missed=given.missed) for label in labels]
    return told(pages)


def told(pages: list[tuple[Counter[str], float]]) -> int:
    """The table at the end, and whether the limits were kept."""
    full, empty = ([page for page in pages if bool(page[0]["told"]) is kind] for kind in (True, False))
    total = sum((counts for counts, _ in full), Counter[str]())
    invented = sum(counts["read"] for counts, _ in empty)
    mean = sum(f1(counts) for counts, _ in full) / max(1, len(full))
    print(f"{len(full)} pages with reviews: F1 {f1(total):.3f} over reviews, {mean:.3f} over pages (limit {LEAST_F1})")
    print(f"  not told but read on them: {total['read'] - total['right']}")
    for name in FIELDS:
        shown, right, more = (total[f"{name} {part}"] for part in ("shown", "right", "invented"))
        print(f"  {name:7} {right}/{shown} right ({right / max(1, shown):.3f}), read though not shown {more}")
    print(f"{len(empty)} pages without: {invented} reviews invented (limit 0)")
    for least, below in ((0.0, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01)):
        sure = [counts for counts, confidence in pages if counts["read"] and least <= confidence < below]
        both = sum(sure, Counter[str]())
        print(f"  sure {least:.2f} to {below:.2f}: {len(sure)} pages, {both['right']}/{both['read']} reviews right")
    return 0 if f1(total) >= LEAST_F1 and not invented else 1


if __name__ == "__main__":
    sys.exit(main())
