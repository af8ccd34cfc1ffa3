"""How much a review is a bug report, a wish, a complaint, a question, praise, abuse: a score each, 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from amends.records import Kind
from amends.triage.reading import Reading

if TYPE_CHECKING:
    from amends.triage.model.opinion import Opinion

THRESHOLDS: dict[Kind, float] = {
    "bug": 0.5, "feature_request": 0.5, "complaint": 0.5, "question": 0.5, "praise": 0.5, "abuse": 0.5, "other": 0.5,
}  # fmt: skip
"""From which score on a kind is asserted, where the model does not know better."""
ORDER: tuple[Kind, ...] = ("abuse", "bug", "complaint", "feature_request", "question", "praise", "other")
"""Which asserted kind comes first when scores are equal."""

_HALF = 0.5
_NEARLY = 0.05
"""Difference of two scores that says nothing."""


def _score(evidence: float) -> float:
    return round(1 / (1 + math.exp(-evidence)), 3)


def _lean(reading: Reading, low: float, high: float) -> float:
    """`low` for the worst rating, `high` for the best, 0 in the middle or without one."""
    if reading.share is None:
        return 0.0
    return low * max(0.0, 1 - 2 * reading.share) + high * max(0.0, 2 * reading.share - 1)


def _bug(reading: Reading) -> float:
    strong, any_ = reading.count("bug_strong"), reading.count("bug")
    if not any_:
        return _score(-3.2 + _lean(reading, 0.3, -0.8))
    return _score(-1.0 + 1.4 * min(strong, 2) + 0.9 * min(any_ - strong, 3) + _lean(reading, 0.4, -0.7))


def _feature(reading: Reading) -> float:
    hits = reading.count("feature_request")
    return _score(-2.4 + 2.6 * min(hits, 1) + 0.7 * min(max(hits - 1, 0), 3) + _lean(reading, -0.2, 0.2))


def _complaint(reading: Reading) -> float:
    bad, good = len(reading.complaint), len(reading.praise)
    turned = reading.count("praise") - good
    return _score(-1.4 + 1.2 * min(bad, 4) + 0.8 * min(turned, 2) - 0.5 * min(good, 4) + _lean(reading, 2.6, -1.6))


def _praise(reading: Reading) -> float:
    bad, good = len(reading.complaint) + reading.count("bug_strong"), len(reading.praise)
    return _score(-1.6 + 1.1 * min(good, 3) - 0.7 * min(bad, 4) + _lean(reading, -2.8, 2.2))


def _question(reading: Reading) -> float:
    marks = min(reading.words.count("?"), 2)
    return _score(-2.6 + 1.4 * marks + 1.4 * min(reading.count("question"), 2))


def _abuse(reading: Reading) -> float:
    insults, slurs = reading.count("insults"), reading.count("slurs")
    return _score(-3.4 + 3.6 * min(insults, 1) + 0.9 * min(max(insults - 1, 0), 3) + 2.5 * min(slurs, 1))


def scores(reading: Reading, learnt: Opinion | None = None) -> dict[Kind, float]:
    """The score of every kind; `other` is what is left when none of the rest is likely.

    Where the model knows the language it says how likely a bug or a wish is; the word lists say the rest.
    """
    found: dict[Kind, float] = {
        "bug": _bug(reading),
        "feature_request": _feature(reading),
        "complaint": _complaint(reading),
        "question": _question(reading),
        "praise": _praise(reading),
        "abuse": _abuse(reading),
    }
    if learnt:
        listed = dict(found)
        found |= _learnt(found, learnt, reading.lexicon.language)
        found |= _plain(reading, found, listed)
    found["other"] = round(math.prod(1 - score for score in found.values()), 3)
    return found


def _plain(reading: Reading, learnt: Mapping[Kind, float], listed: Mapping[Kind, float]) -> dict[Kind, float]:
    """The scores that a word of their own raises on a page of which the model can't know what is sold there.

    It was taught by the pages of app stores, which show a title, a version, or both, and need not have met the thing. A
    word that only faults have outweighs it, from somebody who is not content; words of wishing have half the say.
    """
    review, found = reading.review, dict[Kind, float]()
    if review.title or review.product_version or "\t" in review.text:
        return found
    if reading.count("bug_strong") and (reading.share is None or reading.share <= _HALF):
        found["bug"] = max(learnt["bug"], listed["bug"])
    if reading.count("feature_request"):
        found["feature_request"] = max(
            learnt["feature_request"], round((learnt["feature_request"] + listed["feature_request"]) / 2, 3)
        )
    return found


def _learnt(listed: Mapping[Kind, float], learnt: Opinion, language: str) -> dict[Kind, float]:
    """The scores that the model changes: it was taught in English, so elsewhere the lists have their say."""
    kinds: tuple[Kind, ...] = ("bug", "feature_request")
    share = 1.0 if learnt.english else 0.5 if language != "en" else 0.8
    found: dict[Kind, float] = {
        kind: round(share * learnt.scores[kind] + (1 - share) * listed[kind], 3)
        for kind in kinds
        if kind in learnt.scores
    }
    return found | {"abuse": max(listed["abuse"], round(learnt.scores["abuse"], 3))}


def asserted(found: Mapping[Kind, float], thresholds: Mapping[str, float] = {}) -> tuple[Kind, ...]:
    """The kinds whose score reaches its threshold, best first; `other` when none does.

    A fault described in anger, or nearly as much as a wish, is a bug report first: what broke can be mended, and the
    anger goes with it.
    """
    reached = [kind for kind in ORDER if kind != "other" and found[kind] >= thresholds.get(kind, THRESHOLDS[kind])]
    ranked = sorted(reached, key=lambda kind: -found[kind])
    ahead = ranked[0] if "bug" in ranked else None
    if ahead == "complaint" or (ahead == "feature_request" and found[ahead] - found["bug"] <= _NEARLY):
        ranked.remove("bug")
        ranked.insert(0, "bug")
    return tuple(ranked) or ("other",)
