"""The real replies that the rules are held against: 1,808 of two support teams, each with its review."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amends.records import Rating, Review

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("AMENDS_DATA") or ROOT.parent / "shared") / "datasets"


@dataclass(frozen=True)
class Posted:
    """One reply as it was posted, the review it answers, and the language the data set names."""

    reply: str
    review: Review
    language: str

    @property
    def key(self) -> str:
        """A hash that names the pair without a word of it."""
        return key_of(self.review.text, self.reply)


def key_of(review: str, reply: str) -> str:
    """A hash that names a review and a reply without a word of them."""
    return hashlib.blake2s(f"{review}\0{reply}".encode(), digest_size=8).hexdigest()


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def posted() -> Iterator[Posted]:
    """Every real reply with its review."""
    for row in _rows("replies_familylink_2026.csv"):
        if row["reply_text"].strip():
            review = Review(text=row["review_text"], author=row["author_name"], rating=_stars(row["rating"]))
            yield Posted(row["reply_text"], review, "en")
    for row in _rows("replies_firefox_android_2018.csv"):
        if row["Developer Reply Text"].strip():
            title = None if row["Review Title"] in ("", "null") else row["Review Title"]
            review = Review(
                text=row["Review Text"],
                title=title,
                rating=_stars(row["Star Rating"]),
                product_version=row["App Version Name"] or None,
            )
            yield Posted(row["Developer Reply Text"], review, row["Reviewer Language"].split("-")[0].split("_")[0])


def _stars(given: str) -> Rating:
    return Rating(value=float(given))
