"""Is it a known issue? Ranks issues by the words and the meaning they share with a review, and says which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from amends.matching.learning import NOTHING, Learnt
from amends.records import Issue, Match, Review

if TYPE_CHECKING:
    from amends.embedding.encoder import Vectors
    from amends.matching.grouping import Pattern

__all__ = ["DEFAULT", "NOTHING", "Learnt", "patterns", "rank", "warm"]

DEFAULT = 0.7
"""The score from which a match is shown when nothing else is asked for."""


def rank(
    review: Review, issues: Sequence[Issue], *, top: int = 5, min_score: float = DEFAULT, learnt: Learnt = NOTHING
) -> list[Match]:
    """The issues that may be what a review reports, best first; none where none reaches `min_score`."""
    # Imported here: numpy takes a tenth of a second, and many commands import this room and rank nothing.
    from amends.matching import ranking

    return ranking.rank(review, issues, top=top, min_score=min_score, learnt=learnt)


def patterns(reviews: Sequence[Review]) -> list[Pattern]:
    """Reviews that likely report the same problem, the largest group first, each named in their own words."""
    from amends.matching import grouping

    return grouping.patterns(reviews)


def warm(
    issues: Sequence[Issue] = (), learnt: Learnt = NOTHING, known: Mapping[str, Vectors] | None = None
) -> Mapping[str, Vectors]:
    """Load what the first call would wait for, and read the issues; gives what their texts mean.

    What is in `known`, from an earlier time, is not read again.
    """
    from amends.matching import ranking

    return ranking.warm(issues, learnt, known or {})
