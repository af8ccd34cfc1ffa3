"""Triage beside other people's labels: floors that simple rules must hold, not marks to tune to."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from amends.records import Rating, Review
from amends.triage import triage


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """The F1 of (label, said) pairs."""
    pairs = list(pairs)
    both = sum(label and said for label, said in pairs)
    return 2 * both / max(1, sum(label for label, _ in pairs) + sum(said for _, said in pairs))


@pytest.mark.captured
def test_bugs_and_praise_in_app_reviews(captured: Callable[[str], Path]) -> None:
    with captured("datasets/clap_rq1.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))[::2]
    found = [triage(Review(text=row["review"], rating=Rating(value=float(row["rating"])))) for row in rows]
    bugs = f1((row["category"] == "BUG", "bug" in one.kinds) for row, one in zip(rows, found, strict=True))
    praise = f1(
        (row["category"] == "OTHER" and row["rating"] in "45", "praise" in one.kinds)
        for row, one in zip(rows, found, strict=True)
    )
    assert bugs > 0.75
    assert praise > 0.75
