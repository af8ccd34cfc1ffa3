"""Rank issues by the words they share with a review, rare words before common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from amends.matching.tokens import tokens
from amends.records import Issue, Match, Review

DEFAULT = 0.4
"""The score from which a match is shown when nothing else is asked for."""
_LONE = 0.5
"""What one shared word alone is worth, of two."""
_OTHER_PRODUCT = 0.3
_SAME_PRODUCT = 1.1
_PRIOR = 20
"""Issues imagined beside the real ones, so that scores of a small tracker compare with those of a large one."""


@dataclass(frozen=True)
class _Shared:
    """How much of one piece of an issue stands in the review."""

    score: float
    words: tuple[str, ...]
    piece: str


def rank(review: Review, issues: Sequence[Issue], *, top: int = 5, min_score: float = DEFAULT) -> list[Match]:
    """The issues that may be what a review reports, best first; none where none reaches `min_score`."""
    said = tokens(review.words)
    pieces = [_pieces(issue) for issue in issues]
    weights = _weights(pieces)
    matches = [_match(review, issue, said, own, weights) for issue, own in zip(issues, pieces, strict=True)]
    fitting = [match for match in matches if match.score >= min_score and match.score > 0]
    return sorted(fitting, key=lambda match: -match.score)[:top]


def _pieces(issue: Issue) -> dict[str, dict[str, str]]:
    texts = {"title": issue.title, "symptom": issue.symptom or ""}
    texts |= {f"alias “{alias}”": alias for alias in issue.aliases}
    return {name: found for name, text in texts.items() if (found := tokens(text))}


def _weights(pieces: list[dict[str, dict[str, str]]]) -> dict[str, float]:
    """How telling each word is: the fewer issues it is in, the more."""
    count = Counter(stem for own in pieces for stem in {stem for found in own.values() for stem in found})
    return {stem: math.log(1 + (len(pieces) + _PRIOR) / (1 + n)) for stem, n in count.items()}


def _match(
    review: Review, issue: Issue, said: dict[str, str], own: dict[str, dict[str, str]], weights: dict[str, float]
) -> Match:
    shares = [_shared(name, found, said, weights) for name, found in own.items()]
    best = max(shares, key=lambda shared: shared.score, default=_Shared(0.0, (), "title"))
    factor, product = _product(review, issue)
    why = [f"both say {', '.join(best.words)} ({best.piece})"] if best.words else []
    score = min(1.0, best.score * factor)
    return Match(issue=issue.id, score=round(score, 3), why=tuple(why + product + _version(review, issue)))


def _shared(name: str, found: dict[str, str], said: dict[str, str], weights: dict[str, float]) -> _Shared:
    both = [stem for stem in found if stem in said]
    if not both:
        return _Shared(0.0, (), name)
    whole = sum(sorted((weights[stem] for stem in found), reverse=True)[:8])
    share = min(1.0, sum(weights[stem] for stem in both) / whole)
    return _Shared(share if len(both) > 1 else share * _LONE, tuple(said[stem] for stem in both[:6]), name)


def _product(review: Review, issue: Issue) -> tuple[float, list[str]]:
    if not review.product or not issue.product:
        return 1.0, []
    if review.product.casefold() == issue.product.casefold():
        return _SAME_PRODUCT, [f"same product: {issue.product}"]
    return _OTHER_PRODUCT, [f"another product: {issue.product}"]


def _version(review: Review, issue: Issue) -> list[str]:
    if not review.product_version or not issue.fixed_in:
        return []
    return [f"written on version {review.product_version}, fixed in {issue.fixed_in}"]
