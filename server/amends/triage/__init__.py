"""What kind of review is this? Word lists and a small learnt model, each opinion with its reason."""

from __future__ import annotations

from amends.playbook import lexicon
from amends.records import Issue, Review, Span, Triage
from amends.triage import details, feelings, kinds
from amends.triage.language import language_of
from amends.triage.learnt import opinion, warm, why
from amends.triage.quoting import pieces, quotes
from amends.triage.reading import CAP, Reading, blanked
from amends.triage.scenario import Situation, scenario

__all__ = ["clauses", "telling", "triage", "warm"]


def triage(review: Review, *, issue: Issue | None = None) -> Triage:
    """What we think of a review; `issue` is the one a person tied it to."""
    language = language_of(review.words[: len(review.title or "") + 1000], review.language)
    reading = Reading(review, lexicon(language))
    learnt = opinion(reading, language)
    scores = kinds.scores(reading, learnt)
    asserted = kinds.asserted(scores, learnt.thresholds if learnt else {})
    topics = feelings.topics(reading, learnt)
    versions = details.versions(reading.words, review.product_version)
    held = feelings.holds(reading, asserted)
    fits, reason = scenario(Situation(reading, asserted, topics, versions, held, issue))
    return Triage(
        id=review.id,
        kind=asserted[0],
        kinds=asserted,
        scores=scores,
        topics=topics,
        crux=feelings.crux(reading, topics, asserted),
        intent=feelings.intent(reading, asserted),
        emotion=feelings.emotion(reading, asserted),
        severity=feelings.severity(reading, asserted, held),
        language=language,
        scenario=fits,
        versions=versions,
        devices=details.devices(reading.words),
        quotes=quotes(reading, asserted),
        why=(f"{fits}: {reason}", *_evidence(reading), *why(learnt, asserted)),
    )


def telling(review: Review, opinion: Triage) -> tuple[Span, ...]:
    """All the clauses that carry a review, best first: what `quotes` shows the first of."""
    return quotes(Reading(review, lexicon(opinion.language)), opinion.kinds, most=50)


def clauses(review: Review, opinion: Triage) -> tuple[Span, ...]:
    """All the clauses of a review, in the order they come."""
    return tuple(pieces(blanked(review.text[:CAP]), lexicon(opinion.language)))


def _evidence(reading: Reading) -> tuple[str, ...]:
    """The words that decided on the kinds, for whoever wants to know."""
    lists = {
        "bug": reading.hits("bug"),
        "feature_request": reading.hits("feature_request"),
        "complaint": reading.complaint,
        "praise": reading.praise,
        "abuse": reading.hits("insults"),
    }
    found = [f"{kind}: {', '.join(words[:4])}" for kind, words in lists.items() if words]
    return (*found, f"rating: {reading.share:.2f} of 1") if reading.share is not None else tuple(found)
