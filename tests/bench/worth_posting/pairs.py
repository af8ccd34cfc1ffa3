"""The pairs of replies that are compared: which reviews, which reply is A, and both without what gives them away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from captures.real_reviews import PROFILE, SETS, rows

from amends.drafting import draft
from amends.records import Review

REPLIES = {"replies_familylink_2026": "reply_text", "replies_firefox_android_2018": "Developer Reply Text"}
"""Data set → its column of replies."""
PLATFORM, SIGNED = "google-play", "Sam"
_LANGUAGE = "Reviewer Language"
_INITIALS = re.compile(r"\s*\^\s?\w{1,4}\.?\s*$")
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w.-]+\w|(?:https?://|www\.)[^\s)]+[^\s).,;]|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|gle|gl|la|net)/?[^\s).,;]*"
    r"|\+\d[\d ]{6,}\d"
)
_QUOTES = str.maketrans("“”„‘’", '"""\'\'')


@dataclass(frozen=True)
class Pair:
    """A review with the reply posted and our first suggestion, both made alike."""

    id: str
    review: Review
    ours: str
    posted: str

    @property
    def sides(self) -> tuple[str, str]:
        """The two replies as A and B."""
        return (self.ours, self.posted) if ours_is_a(self.id) else (self.posted, self.ours)


def number_of(text: str) -> int:
    """The number a review is drawn by: an even one belongs to the half that was read while drafts were improved."""
    return int.from_bytes(hashlib.blake2s(f"worth\0{text}".encode("utf-8", "replace"), digest_size=6).digest(), "big")


def ours_is_a(id_: str) -> bool:
    """Does our suggestion stand first in the pair with this hash?"""
    return hashlib.blake2s(f"side\0{id_}".encode()).digest()[0] % 2 == 0


def alike(reply: str) -> str:
    """A reply as both are shown: one paragraph, no address, the same signature."""
    signed = re.sub(rf"\s*{PROFILE.staff[0].name}(?:, {PROFILE.name})?\s*$", "", reply)
    plain = _ADDRESS.sub("[address]", _INITIALS.sub("", signed)).translate(_QUOTES)
    return f"{' '.join(plain.split())} {SIGNED}"


def answered() -> list[tuple[Review, str]]:
    """English reviews with the reply posted, of the half kept for reading, in the order they are drawn."""
    found = {}
    for name, column in REPLIES.items():
        for row in rows(name):
            review = SETS[name](row)
            english = row.get(_LANGUAGE, "en") == "en"
            if english and review.text.strip() and row[column].strip() not in ("", "null"):
                found[review.text] = (review, row[column])
    kept = [text for text in found if number_of(text) % 2]
    return [found[text] for text in sorted(kept, key=number_of)]


def pairs(skipped: list[str]) -> Iterator[Pair]:
    """The pairs in order; the scenarios in which nothing is drafted go into `skipped`."""
    for review, posted in answered():
        drafted = draft(review, platform=PLATFORM, profile=PROFILE)
        if not drafted.suggestions:
            skipped.append(drafted.scenario)
            continue
        yield Pair(f"{number_of(review.text):012x}", review, alike(drafted.suggestions[0].text), alike(posted))
