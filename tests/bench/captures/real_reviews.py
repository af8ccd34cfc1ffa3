"""Real reviews of the data sets that AMENDS_DATA names, for measuring; nothing of them is kept here."""

from __future__ import annotations

import csv
import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from amends.records import Contact, Person, Profile, Rating, Review

Row = dict[str, str]
T = TypeVar("T")
PROFILE = Profile(
    name="Quire",
    contact=Contact(email="help@quire.example", phone="+44 20 7946 0018", url="https://quire.example/help"),
    staff=(Person(name="Jo Berg", role="support"),),
    promise_hours=24,
    stands_for="tools that stay out of the way",
)
"""An invented business that answers them all."""


def folder() -> Path:
    """Where the data sets lie; without them a sentence and exit 0, as a skipped test would."""
    found = Path(os.environ.get("AMENDS_DATA") or Path(__file__).resolve().parents[3].parent / "shared") / "datasets"
    if not found.is_dir():
        print(f"skipped: no data sets in {found}; set AMENDS_DATA to the folder that holds `datasets`")
        sys.exit(0)
    return found


def _rating(value: str) -> Rating | None:
    return Rating(value=float(value)) if value.strip() in ("1", "2", "3", "4", "5") else None


def _maalej(row: Row) -> Review:
    return Review(text=row["comment"], title=row["title"] or None, rating=_rating(row["rating"]))


def _clap(row: Row) -> Review:
    version = row["version"] if row["version"].strip(" ?") else None
    return Review(text=row["review"], rating=_rating(row["rating"]), product_version=version)


def _clap_cluster(row: Row) -> Review:
    version = row["version"] if row["version"].strip(" ?") else None
    return Review(text=row["body"], rating=_rating(row["rating"]), product_version=version, author=row["author"])


def _vu(row: Row) -> Review:
    return Review(text=row["review"], title=row["topic"] or None, rating=_rating(row["score"]), product=row["app_name"])


def _family_link(row: Row) -> Review:
    return Review(text=row["review_text"], author=row["author_name"], rating=_rating(row["rating"]))


def _firefox(row: Row) -> Review:
    title = row["Review Title"] if row["Review Title"] != "null" else None
    version = row["App Version Name"] if row["App Version Name"] != "null" else None
    return Review(
        text=row["Review Text"], title=title, rating=_rating(row["Star Rating"]), product_version=version,
        language=row["Reviewer Language"],
    )  # fmt: skip


SETS: dict[str, Callable[[Row], Review]] = {
    "maalej2016": _maalej,
    "clap_rq1": _clap,
    "clap_rq3_clusters": _clap_cluster,
    "vu_amsterdam": _vu,
    "replies_familylink_2026": _family_link,
    "replies_firefox_android_2018": _firefox,
    "trustpilot_bt_texts": lambda row: Review(text=row["Review"]),
    "deepmatcher_pairs": lambda row: Review(text=row["user_feedback"]),
}
"""Data set → how a row of it is a review."""


def rows(name: str) -> list[Row]:
    """The rows of one data set."""
    with (folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def every_review() -> Iterator[Review]:
    """Every review of every set; one that a set repeats comes once."""
    for name, review_of in SETS.items():
        seen: set[str] = set()
        for review in map(review_of, rows(name)):
            if review.words not in seen:
                seen.add(review.words)
                yield review


def complaints(count: int) -> list[Review]:
    """The first complaints (one to three stars) about one app, in the order of the set."""
    found = [review for review in map(_family_link, rows("replies_familylink_2026")) if review.text.strip()]
    return [review for review in found if review.rating and review.rating.value <= 3][:count]


def by_hash(text: str, choices: Sequence[T], salt: str) -> T:
    """One of `choices`, the same each time for a text."""
    digest = hashlib.blake2s(f"{salt}\0{text}".encode("utf-8", "replace"), digest_size=4).digest()
    return choices[int.from_bytes(digest, "big") % len(choices)]
