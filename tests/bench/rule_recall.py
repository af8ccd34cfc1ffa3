"""What share of the faults put into 150 replies the rules find, and what they say of 30 good ones.

Run: python tests/bench/rule_recall.py [--set LANGUAGE] [--half read|unread] [--missed]

The replies and how they came about: flawed_replies.md. `--half` takes every other line: of the set `unseen` the odd
ones (the first is 1) were read once, the even ones never. Findings of error and warning level count, advice only for
thanks and brevity.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint_replies import DATA

from amends.linting import lint
from amends.records import Linted, Profile, Rating, Review

_HERE = Path(__file__).parent
AIM = 0.90
ADVICE_COUNTS = {"no-thanks", "too-long", "too-much-intent"}
CALLED = {
    "account-state-in-public": "account-state",
    "asking-private-details-in-public": "asking-private-details",
    "heated": "heat",
    "threatening": "legal-threat",
    "canned-phrases": "canned",
}
"""Faults whose rule has another name."""
NARROWER = {
    "personal-data": {"postal-address", "full-name", "health-data", "payment-details", "account-state"},
    "too-long": {"over-limit"},
}
"""Faults that a narrower rule may name as well; told apart in the figures."""
_LOUDNESS = ("advice", "warning", "error")
_TEXTS = ("review_text", "Review Text", "Review", "review", "comment")


def reviews() -> dict[str, dict[str, str]]:
    """The rows of every data set by the hash of their text."""
    found = {}
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in _TEXTS:
                    if row.get(name):
                        found[_hash(row[name])] = {**row, "text": row[name]}
    for path in sorted((DATA / "acos").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.split("\t")[0]
            found[_hash(text)] = {"text": text}
    return found


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def replies(language: str = "en") -> Path:
    """The file with a language's replies; English has no ending."""
    return _HERE / ("flawed_replies.jsonl" if language == "en" else f"flawed_replies_{language}.jsonl")


def linted(language: str = "en") -> Iterator[tuple[dict[str, Any], Linted]]:
    """Each reply's line and what the rules say of it, its review beside it."""
    lines = [json.loads(line) for line in replies(language).read_text(encoding="utf-8").splitlines()]
    rows = reviews() if any("review_hash" in told for told in lines) else {}
    for told in lines:
        invented = told.get("review")
        review = Review.model_validate(invented) if invented else _reviewed(rows[told["review_hash"]], told)
        profile = Profile.model_validate(told["profile"]) if told.get("profile") else None
        yield told, lint(told["draft"], review=review, platform=told.get("platform"), profile=profile)


def _reviewed(row: dict[str, str], told: dict[str, Any]) -> Review:
    return Review(
        text=row["text"],
        author=row.get("author_name") or None,
        product_version=row.get("App Version Name") or row.get("version") or None,
        rating=_rating(told["rating"]),
    )


def _rating(given: Any) -> Rating | None:
    return None if given is None else Rating.model_validate(given if isinstance(given, dict) else {"value": given})


def main() -> None:
    """Print recall by fault and in all, and what the good replies draw."""
    put, got, near = Counter[str](), Counter[str](), 0
    missed: dict[str, list[str]] = defaultdict(list)
    good: list[tuple[str, list[tuple[str, str]]]] = []
    language = sys.argv[sys.argv.index("--set") + 1] if "--set" in sys.argv else "en"
    halves = {"read": (0,), "unread": (1,)}
    half = halves[sys.argv[sys.argv.index("--half") + 1]] if "--half" in sys.argv else (0, 1)
    for number, (line, result) in enumerate(linted(language)):
        if number % 2 not in half:
            continue
        levels = {
            one.rule: one.severity for one in sorted(result.findings, key=lambda one: _LOUDNESS.index(one.severity))
        }
        for fault in line["intended"]:
            rule = CALLED.get(fault, fault)
            found = rule in levels and (levels[rule] != "advice" or rule in ADVICE_COUNTS)
            put[fault] += 1
            got[fault] += found
            near += not found and any(levels.get(other, "advice") != "advice" for other in NARROWER.get(fault, ()))
            missed[fault] += [] if found else [f"{line['draft']}\n      told: {sorted(levels.items())}"]
        if not line["intended"]:
            good.append((line["draft"], [(one.rule, one.severity) for one in result.findings]))
    for fault in sorted(put):
        print(f"{fault:36}{got[fault]:4} of {put[fault]:3}")
    print(
        f"recall {sum(got.values())} of {sum(put.values())}, {sum(got.values()) / sum(put.values()):.3f} (aim {AIM});"
        f" {near} more were named by a narrower rule"
    )
    loud = [draft for draft, found in good if any(level != "advice" for _, level in found)]
    wordy = [draft for draft, found in good if sum(level == "advice" for _, level in found) > 2]
    print(f"of {len(good)} good replies {len(loud)} draw an error or a warning, {len(wordy)} more than two advices")
    if "--missed" in sys.argv:
        for fault, drafts in sorted(missed.items()):
            for draft in drafts:
                print(f"\n[{fault}] {draft}")
        for draft, told in good:
            if any(level != "advice" for _, level in told) or len(told) > 2:
                print(f"\n[good] {draft}\n      told: {told}")


if __name__ == "__main__":
    main()
