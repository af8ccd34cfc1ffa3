"""What the model sees of a review: its words, and what the fields beside them tell."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from amends.triage.reading import Reading

ENCODED = 320
"""Bytes that are turned into a vector, at most of a millisecond for each hundred: what is wrong is said early.

Bytes, as a character of another script is two or three, and says and costs about as much more.
"""
LISTS = (
    "bug", "bug_strong", "feature_request", "complaint", "praise", "negation", "question", "topic-performance",
    "resolution", "trouble", "turns", "said_when", "vent", "emotion-disappointment", "emotion-joy", "emotion-anger",
)  # fmt: skip
"""Word lists whose hits the model counts."""
_ENOUGH = 2
"""So many hits of a list say as much as more."""
_LONG = 600


def cut(text: str, size: int) -> str:
    """The beginning of a text that fits into this many bytes."""
    return text[:size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")


@dataclass(frozen=True)
class Sample:
    """A review as the model sees it."""

    words: str
    share: float | None
    titled: bool
    versioned: bool
    joined: bool
    """Title and text in one, with a tab between, as the Play console's interface hands them out."""
    hits: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """What is turned into a vector."""
        return cut(" ".join(self.words[: 2 * ENCODED].split()), ENCODED)

    @property
    def structure(self) -> NDArray[np.float32]:
        """Length, question marks and whether there is a title, each about 0 to 1."""
        length = min(len(self.words), _LONG)
        parts = [length / _LONG, math.log1p(length) / 6, "?" in self.words[:_LONG], self.titled]
        return np.array(parts, dtype=np.float32)

    @property
    def fields(self) -> NDArray[np.float32]:
        """What tells where a review was written: which fields it has, and how long it is."""
        rating = [-1.0 if self.share is None else self.share, self.share is None]
        return np.array([*rating, *self.structure, self.versioned, self.joined], dtype=np.float32)

    def without(self, *, rating: bool = False, title: bool = False, version: bool = False) -> Sample:
        """The same review on a page that shows less."""
        return replace(
            self,
            share=None if rating else self.share,
            titled=self.titled and not title,
            joined=self.joined and not title,
            versioned=self.versioned and not version,
        )


def sample_of(reading: Reading) -> Sample:
    """What the model sees of a review that was read."""
    title, text = reading.title.strip(), reading.text.strip()
    return Sample(
        words=f"{title}. {text}" if title else text,
        share=reading.share,
        titled=bool(title),
        versioned=bool(reading.review.product_version),
        joined="\t" in text,
        hits=(*(min(reading.count(name), _ENOUGH) for name in LISTS), *_plain(reading)),
    )


def _plain(reading: Reading) -> tuple[int, ...]:
    """Words of complaint and of praise that no negation turns round."""
    return min(len(reading.complaint), _ENOUGH), min(len(reading.praise), _ENOUGH)
