"""What a customer feels and wants, what it is about, where the root lies, and how soon it needs an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from amends.records import Crux, Emotion, Intent, Kind, Severity, Topic
from amends.triage.reading import Reading

if TYPE_CHECKING:
    from amends.triage.model.opinion import Opinion

HOLDS = ("hold_legal", "hold_injury", "hold_discrimination", "hold_press", "hold_self_harm")
"""Word lists that leave the answer to a person."""

_DOUBT = 0.3
"""At which part of its threshold a topic is so unlikely that a word of its list means something else."""

_CRUX_OF: dict[str, Crux] = {
    "shipping": "process", "payment": "process", "account": "process", "service": "service", "support": "service",
    "quality": "product", "performance": "product", "price": "experience", "usability": "experience",
    "ads": "experience", "content": "experience", "privacy": "unfair",
}  # fmt: skip


def topics(reading: Reading, learnt: Opinion | None = None) -> tuple[Topic, ...]:
    """What it is about, most mentioned first, three at most; `other` when there are words and no list knows them."""
    counts = {topic: reading.count(f"topic-{topic}") for topic in get_args(Topic) if topic != "other"}
    for topic, likely in (learnt.topics if learnt else {}).items():
        if learnt and (counts[topic] or not reading.count("insults")):
            # A bare insult sounds like a word about the staff.
            counts[topic] = _mentions(counts[topic], likely, learnt.thresholds[topic])
    named = sorted((topic for topic, n in counts.items() if n), key=lambda topic: -counts[topic])
    return tuple(named[:3]) or (("other",) if reading.length else ())


def _mentions(listed: int, likely: float, threshold: float) -> int:
    """How often a topic is mentioned that the model knows, too: its word weighs as two of the list, and as a veto."""
    if likely >= threshold:
        return listed + 2
    return listed if likely >= threshold * _DOUBT else 0


def crux(reading: Reading, about: tuple[Topic, ...], kinds: tuple[Kind, ...]) -> Crux:
    """Where the root lies: unfair treatment, the product, service, process, experience; unknown for praise."""
    if not {"complaint", "bug", "abuse"} & set(kinds):
        return "unknown"
    if reading.count("unfair") or reading.count("hold_discrimination"):
        return "unfair"
    if "bug" in kinds:
        return "product"
    return next((_CRUX_OF[topic] for topic in about if topic in _CRUX_OF), "unknown")


def emotion(reading: Reading, kinds: tuple[Kind, ...]) -> Emotion:
    """The strongest feeling in the words; joy only where there is praise."""
    counts: dict[Emotion, int] = {name: reading.count(f"emotion-{name}") for name in get_args(Emotion)}
    counts["joy"] = counts["joy"] if kinds[0] == "praise" else 0
    counts["anger"] += reading.count("insults") + (1 if _shouts(reading.words) else 0)
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else _emotion_of_rating(reading, kinds)


def _emotion_of_rating(reading: Reading, kinds: tuple[Kind, ...]) -> Emotion:
    if kinds[0] == "praise":
        return "joy"
    low = reading.share is not None and reading.share <= 0.25
    return "disappointment" if low or "complaint" in kinds else "neutral"


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return "!!!" in text or (len(letters) > 20 and sum(map(str.isupper, letters)) > 0.7 * len(letters))


def intent(reading: Reading, kinds: tuple[Kind, ...]) -> Intent:
    """Do they want a solution, let off steam, tell others, or praise?"""
    if kinds[0] == "praise":
        return "praise"
    wants, vents = reading.count("resolution"), reading.count("vent")
    if wants and wants >= vents:
        return "resolution"
    if vents or kinds[0] == "abuse":
        return "vent"
    if {"bug", "feature_request"} & set(kinds) or reading.count("warn_others"):
        return "inform"
    if "question" in kinds:
        return "resolution"
    return "vent" if "complaint" in kinds else "unknown"


def holds(reading: Reading, kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """The words that leave this to a person: law, injury, discrimination, press, self-harm; not in plain praise."""
    if reading.count("hold_self_harm"):
        return reading.hits("hold_self_harm")
    if kinds == ("praise",):
        return ()
    return tuple(word for name in HOLDS for word in reading.hits(name))


def severity(reading: Reading, kinds: tuple[Kind, ...], held: tuple[str, ...]) -> Severity:
    """How soon it needs an answer: held or at risk is urgent, bad and angry is high, praise can wait."""
    if held or reading.count("at_risk"):
        return "urgent"
    negative = {"complaint", "bug", "abuse"} & set(kinds)
    low = reading.share is not None and reading.share <= 0.25
    if negative and (low or reading.count("bug_strong") or len(reading.complaint) >= 3):
        return "high"
    if kinds[0] in ("praise", "other") and not negative and "question" not in kinds:
        return "low" if not low else "normal"
    return "normal"
