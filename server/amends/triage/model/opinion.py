"""What the model thinks of a review: how likely each kind and topic is, and the words that weighed most."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from amends.embedding import encode
from amends.triage.model import ngrams
from amends.triage.model.columns import ELSEWHERE, KIND_AXES, Rows, beside, rated, weighed_up
from amends.triage.model.machines import probability, shares
from amends.triage.model.sample import Sample
from amends.triage.model.weights import HEADS, KINDS, SETS, TOPICS, Weights, weights

UNDERSTOOD = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
"""Languages whose sentences become vectors that mean something."""
_ABUSE = HEADS.index("abuse")
_TOLD, _LITTLE = 4, 0.05


@dataclass(frozen=True)
class Opinion:
    """Probabilities of kinds with the threshold of each, of topics, and why."""

    scores: dict[str, float]
    thresholds: dict[str, float]
    topics: dict[str, float]
    words: dict[str, tuple[str, ...]]
    english: bool
    """Is it in the language that the model was taught in?"""


def _sum(rows: Rows, line: Rows) -> float:
    return float(probability(rows @ line[:-1] + line[-1])[0])


class _Bag:
    """A review's sequences and what they say for each head."""

    def __init__(self, words: str, by: Weights) -> None:
        self.words, self.by = words, by
        places, counts = ngrams.counted(words)
        # Two measures of how rare a sequence is: among reviews of apps, and among all that offence was learnt from.
        weighed = {name: ngrams.weighed(places, counts, by[name]) for name in ("rarity", "rarity-abuse")}
        self.places, self.values, self.rude = places, weighed["rarity"], weighed["rarity-abuse"]
        heads = by["bag"][places].astype(np.float32)
        self.heads = np.append(self.values @ heads[:, :_ABUSE], self.rude @ heads[:, _ABUSE])[None, :]

    @cached_property
    def _phrases(self) -> tuple[list[str], NDArray[np.int64]]:
        """The different words and pairs of words, and which of the places is each one's."""
        plain = ngrams.plain(self.words)
        found = dict(zip(ngrams.phrases(plain), ngrams.word_places(plain), strict=True))
        return list(found), np.searchsorted(self.places, list(found.values()))

    def told(self, head: str) -> tuple[str, ...]:
        """The words and pairs of words that spoke most for a head, most first."""
        column, (phrases, at) = HEADS.index(head), self._phrases
        values = self.rude if column == _ABUSE else self.values
        said_for = values[at] * self.by["bag"][self.places[at], column]
        much = np.flatnonzero(said_for > _LITTLE)
        best = [phrases[which] for which in much[np.argsort(-said_for[much], kind="stable")]]
        return tuple(_apart(best))


def _apart(best: list[str]) -> list[str]:
    """The first few that don't repeat a word of an earlier one."""
    kept: list[str] = []
    for phrase in best:
        if not set(phrase.split()) & {word for one in kept for word in one.split()}:
            kept.append(phrase)
    return kept[:_TOLD]


def _kinds(sample: Sample, bag: _Bag, english: bool, turned: Rows) -> tuple[dict[str, float], dict[str, float]]:
    by, register = bag.by, ELSEWHERE
    if english:
        register = shares(bag.heads[:, : len(SETS)] + sample.fields @ by["register-beside"].T + by["register-bias"])
    share = rated(sample.share, turned[0], by["share-line"])
    aside = beside(np.array([[share]]), sample.structure[None, :], np.array([sample.hits]), register)
    margins = by.machines["kinds"](np.hstack([turned, aside]))
    likely, thresholds = {}, {}
    for column, kind in enumerate(KINDS):
        margin = margins[:, column]
        if english:
            heads = slice(start := HEADS.index(kind), start + len(SETS))
            by_words = bag.heads[:, heads] + aside @ by[f"{kind}-beside"].T + by[f"{kind}-bias"]
            likely[kind] = _sum(weighed_up(margin, by_words, register), by[f"{kind}-sum"])
        else:
            likely[kind] = _sum(margin[:, None], by[f"{kind}-alone"])
        thresholds[kind] = float(register[0] @ by[f"{kind}-thresholds"])
    return likely, thresholds


def _topics(turned: Rows, by: Weights) -> dict[str, float]:
    margins = by.machines["topics"](turned).max(axis=0)
    lines = (by[f"{topic}-sum"] for topic in TOPICS)
    return {
        topic: float(probability(margin * line[0] + line[1]))
        for topic, margin, line in zip(TOPICS, margins, lines, strict=True)
    }


@lru_cache(maxsize=256)
def opinion_of(sample: Sample, language: str | None, clauses: tuple[str, ...]) -> Opinion:
    """What the model thinks; `clauses` may be about topics of their own. Kept, as a review is read several times."""
    by, tongue = weights(), (language or "en").split("-")[0].lower()
    bag, english = _Bag(sample.words, by), tongue == "en"
    scores = {"abuse": float(probability(bag.heads[0, HEADS.index("abuse")] + by["abuse-bias"])[0])}
    if tongue not in UNDERSTOOD:
        return Opinion(scores, {}, {}, _words(bag, scores, english), english)
    vectors = encode([sample.sentence, *clauses])
    turned = by.axes(vectors)
    likely, thresholds = _kinds(sample, bag, english, turned[:1, :KIND_AXES])
    scores |= likely
    thresholds |= {topic: float(by[f"{topic}-threshold"][0]) for topic in TOPICS}
    return Opinion(scores, thresholds, _topics(turned, by), _words(bag, scores, english), english)


def _words(bag: _Bag, scores: dict[str, float], english: bool) -> dict[str, tuple[str, ...]]:
    return {kind: bag.told(kind) for kind, score in scores.items() if score >= 0.2 and (english or kind == "abuse")}
