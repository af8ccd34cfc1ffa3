"""What the model sees of a review: its words, and what the fields beside them tell."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from amends.records import Review
from amends.triage.reading import CAP, blanked

ENCODED = 400
"""Characters that are turned into a vector, at a millisecond for each hundred: what is wrong is said early."""
_LONG = 600


@dataclass(frozen=True)
class Sample:
    """A review as the model sees it."""

    words: str
    share: float | None
    titled: bool
    versioned: bool

    @property
    def sentence(self) -> str:
        """What is turned into a vector."""
        return " ".join(self.words[: 2 * ENCODED].split())[:ENCODED]

    @property
    def structure(self) -> NDArray[np.float32]:
        """Rating, length, question marks and which fields there are, each about 0 to 1."""
        length = len(self.words)
        return np.array(
            [
                -1.0 if self.share is None else self.share,
                self.share is None,
                min(length, _LONG) / _LONG,
                math.log1p(min(length, _LONG)) / 6,
                "?" in self.words[:_LONG],
                self.titled,
            ],
            dtype=np.float32,
        )

    @property
    def fields(self) -> NDArray[np.float32]:
        """What tells where a review was written: which fields it has, and how long it is."""
        return np.concatenate([self.structure, np.array([self.versioned], dtype=np.float32)])

    def without(self, *, share: bool = False, fields: bool = False) -> Sample:
        """The same review on a page that shows less."""
        bare = replace(self, titled=False, versioned=False) if fields else self
        return replace(bare, share=None) if share else bare


def sample_of(review: Review) -> Sample:
    """What the model sees of this review."""
    title = blanked(review.title[:300]).strip() if review.title else ""
    text = blanked(review.text[:CAP]).strip()
    words = f"{title}. {text}" if title else text
    share = review.rating.share if review.rating else None
    return Sample(words, share, bool(title), bool(review.product_version))
