"""Reviews that likely report the same problem, found in one another's words and named by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from amends.embedding import encode
from amends.matching.comparing import Comparison, comparison, probabilities
from amends.matching.wordings import CAP, TO_REVIEWS, Wordings
from amends.records import Review

MOST = 1000
"""Reviews that are grouped at once, the last ones given."""
TOGETHER = 0.15
"""How likely two reviews of a group report the same problem, on average, at least: most pairs of reviews do not."""
_SHARE, _SMALL = 0.5, 10
"""A group of this share of all, and this many, says what the app is rather than what is wrong: it is parted …"""
_STEP, _SURE = 0.05, 0.5
"""… by asking so much more of it, unless its reviews rather report the same than not."""
_NAME = 80
_SENTENCE = re.compile(r"[^.!?\n]{8,300}")

Square = NDArray[np.float64]


@dataclass(frozen=True)
class Pattern:
    """A problem that several reviews report: opened as an issue, `name` is its title, the reviews its reporters."""

    name: str
    reviews: tuple[Review, ...]
    since: str | None
    until: str | None


def patterns(reviews: Sequence[Review]) -> list[Pattern]:
    """Groups of two or more, the largest first, of the last reviews that say something."""
    told = [review for review in reviews if review.words.strip()][-MOST:]
    if len(told) < 2:
        return []
    texts = [review.words.strip() for review in told]
    likeness = likenesses(texts, comparison())
    found = [group for group in groups(likeness) if len(group) > 1]
    return [_pattern([told[place] for place in group], likeness[np.ix_(group, group)]) for group in found]


def likenesses(texts: Sequence[str], compare: Comparison) -> Square:
    """How likely each two texts report the same problem."""
    return probabilities(compare.pair_logits(pair_evidence(texts, compare)))


def pair_evidence(texts: Sequence[str], compare: Comparison) -> NDArray[np.float64]:
    """The meaning and the words that each two texts share: the first two of `comparing.EVIDENCE`."""
    wordings = Wordings(texts, replace(compare, title_mean=compare.review_mean), {}, TO_REVIEWS)
    evidence = np.stack(
        [np.stack([wordings.meaning(wordings.vectors[text]), wordings.words(text)], axis=1) for text in texts]
    )
    both: NDArray[np.float64] = (evidence + evidence.transpose(1, 0, 2)) / 2
    return both


def groups(likeness: Square, together: float = TOGETHER) -> list[list[int]]:
    """Those that hang together, the largest first; a group that holds most of all is parted until it does not."""
    found, to_do = [], [(group, together) for group in _joined(likeness, together)]
    while to_do:
        group, asked = to_do.pop()
        most_of_all = len(group) > max(_SMALL, _SHARE * len(likeness))
        parts = _parts(likeness, group, asked + _STEP) if most_of_all and asked + _STEP <= _SURE else []
        to_do += [(part, asked + _STEP) for part in parts]
        found += [] if parts else [group]
    return sorted(found, key=lambda group: (-len(group), group))


def _parts(likeness: Square, group: list[int], together: float) -> list[list[int]]:
    """The groups within a group; none where most of it would fall into single reviews."""
    parts = _joined(likeness[np.ix_(group, group)], together)
    alone = sum(len(part) == 1 for part in parts)
    return [[group[place] for place in part] for part in parts] if alone <= len(group) / 2 else []


def _joined(likeness: Square, together: float) -> list[list[int]]:
    """Joins the two most alike groups, by the mean over their pairs, until none are alike enough."""
    near = likeness.copy()
    np.fill_diagonal(near, -1.0)
    members = [[place] for place in range(len(near))]
    while len(members) > 1:
        one, other = divmod(int(near.argmax()), len(near))
        if near[one, other] < together:
            break
        sizes = len(members[one]), len(members[other])
        near[one] = near[:, one] = np.average(near[[one, other]], axis=0, weights=sizes)
        near[one, one] = -1.0
        near[other] = near[:, other] = -1.0
        members[one] += members[other]
        members[other] = []
    return [sorted(group) for group in members if group]


def _pattern(reviews: list[Review], likeness: Square) -> Pattern:
    days = sorted(day for review in reviews if (day := review.posted_at or review.seen_at))
    middle = reviews[int(likeness.sum(axis=1).argmax())]
    since, until = (days[0][:10], days[-1][:10]) if days else (None, None)
    return Pattern(_name(middle, reviews), tuple(reviews), since, until)


def _name(middle: Review, reviews: Sequence[Review]) -> str:
    """The sentence of the review in the middle that means most nearly what the group says."""
    sentences = [found.strip() for found in _SENTENCE.findall(middle.words[:CAP])] or [middle.words.strip()]
    centre = encode([review.words.strip()[:CAP] for review in reviews]).mean(axis=0)
    best: str = sentences[int((encode(sentences) @ centre).argmax())]
    return best if len(best) <= _NAME else best[: _NAME - 1].rsplit(" ", 1)[0] + "…"
