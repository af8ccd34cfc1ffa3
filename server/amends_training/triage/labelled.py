"""The labelled reviews, read from the folder that AMENDS_DATA names, each with its fold."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from amends.playbook import lexicon
from amends.records import Rating, Review
from amends.triage.model.sample import Sample, sample_of
from amends.triage.reading import Reading

FOLDS = 5
_CLAP_BUGS = {"BUG", "PERFORMANCE", "ENERGY", "SECURITY"}


@dataclass(frozen=True)
class Labelled:
    """A review, which set it is from, and what people said of it."""

    source: str
    review: Review
    sample: Sample
    labels: dict[str, bool] = field(default_factory=dict)

    @property
    def fold(self) -> int:
        """Which fifth it belongs to: texts of equal letters to the same one."""
        words = "".join(filter(str.isalnum, self.sample.words.lower()))
        return int(hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(), 16) % FOLDS


def folder() -> Path:
    """Where the data sets lie: $AMENDS_DATA, else a folder `shared` beside the checkout."""
    root = Path(__file__).resolve().parents[3]
    return Path(os.environ.get("AMENDS_DATA") or root.parent / "shared") / "datasets"


def _rows(name: str) -> list[dict[str, str]]:
    with (folder() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _stars(value: str) -> Rating | None:
    try:
        return Rating(value=float(value))
    except ValueError:
        return None


def _one(source: str, review: Review, **labels: bool) -> Labelled:
    return Labelled(source, review, sample_of(Reading(review, lexicon("en"))), labels)


def maalej() -> Iterator[Labelled]:
    """App reviews of four types, from two stores."""
    for row in _rows("maalej2016.csv"):
        review = Review(text=row["comment"], title=row["title"] or None, rating=_stars(row["rating"]))
        kind = row["label"].lower()
        yield _one("maalej", review, bug=kind == "bug", feature_request=kind == "feature")


def clap() -> Iterator[Labelled]:
    """Android reviews with the version they were written on."""
    for row in _rows("clap_rq1.csv"):
        version = None if row["version"] in ("", "?") else row["version"]
        review = Review(text=row["review"], rating=_stars(row["rating"]), product_version=version)
        kind = row["category"].upper()
        yield _one("clap", review, bug=kind in _CLAP_BUGS, feature_request=kind == "FEATURE")


def vu() -> Iterator[Labelled]:
    """iOS reviews that students labelled."""
    for row in _rows("vu_amsterdam.csv"):
        review = Review(
            text=row["review"],
            title=row["topic"] or None,
            rating=_stars(row["score"]),
            product_version=row["version"] or None,
        )
        kind = row["category_final"].lower()
        yield _one("vu", review, bug=kind == "bug report", feature_request=kind == "requirement")


def spaced(sentence: str) -> str:
    """A sentence that was cut into tokens, put together again as a customer would have written it."""
    for mark in (" ,", " .", " !", " ?", " :", " ;", " )", " '", " n't"):
        sentence = sentence.replace(mark, mark[1:])
    return sentence.replace("n ' t", "n't").replace("' ", "'").replace("( ", "(").replace(" - ", "-")


def _felt(quads: list[str]) -> Rating | None:
    """Stars for a sentence by its feelings, 0 to 2 each; or a missing rating would be what tells a restaurant."""
    feelings = [int(quad.split()[2]) for quad in quads if quad.strip()]
    return Rating(value=1 + 2 * sum(feelings) / len(feelings)) if feelings else None


def dining() -> Iterator[Labelled]:
    """Sentences about restaurants, where service and prices are marked; none is about a product that fails."""
    for name in ("rest16_quad_train.tsv", "rest16_quad_dev.tsv"):
        for line in (folder() / "acos" / name).read_text(encoding="utf-8").splitlines():
            sentence, *quads = line.split("\t")
            about = {quad.split()[1] for quad in quads if quad.strip()}
            service, price = any("SERVICE" in one for one in about), any("#PRICES" in one for one in about)
            said = {"bug": False, "feature_request": False, "service": service, "price": price}
            yield _one("dining", Review(text=spaced(sentence), rating=_felt(quads)), **said)
            yield _one("dining-tokens", Review(text=sentence), **said)


def tweets() -> Iterator[Labelled]:
    """Tweets, offensive or not."""
    for row in _rows("davidson_abuse.csv"):
        yield _one("tweets", Review(text=row["tweet"]), abuse=row["class"] != "2")


def unlabelled() -> Iterator[Labelled]:
    """Reviews that nobody labelled: three more sets, one of them in eight languages."""
    for row in _rows("replies_firefox_android_2018.csv"):
        yield _one("firefox", Review(text=row["Review Text"], rating=_stars(row["Star Rating"])))
    for row in _rows("replies_familylink_2026.csv"):
        yield _one("familylink", Review(text=row["review_text"], rating=_stars(row["rating"])))
    for row in _rows("trustpilot_bt_texts.csv"):
        yield _one("bt", Review(text=row["Review"]))


@lru_cache(maxsize=1)
def everything() -> tuple[Labelled, ...]:
    """All rows of all sets, in one order."""
    return (*maalej(), *clap(), *vu(), *dining(), *tweets(), *unlabelled())
