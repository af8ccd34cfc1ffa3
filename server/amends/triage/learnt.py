"""What the learnt model says beside the word lists; loaded only when a review is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.records import Kind
from amends.triage.reading import Reading

if TYPE_CHECKING:
    from amends.triage.model.opinion import Opinion

_SENTENCE = re.compile(r"(?<=[.!?…。！？])\s*|\n+")
_READ, _CLAUSES, _CLAUSE = 1000, 2, 60
_SHORT = 300
"""Up to which length of a review there is time for two of its sentences."""
_HINTS = ("topic-service", "topic-support", "topic-price", "topic-payment")


def opinion(reading: Reading, language: str | None) -> Opinion | None:
    """What the model thinks of a review in this language; None where there is no word to read."""
    if not reading.length:
        return None
    # Imported here: numpy and the weights take a tenth of a second, and most commands never need them.
    from amends.triage.model.opinion import opinion_of
    from amends.triage.model.sample import sample_of

    return opinion_of(sample_of(reading), language, clauses(reading))


def clauses(reading: Reading) -> tuple[str, ...]:
    """The few sentences of a longer review that name what the model knows: each can be about something else."""
    found = [one.strip() for one in _SENTENCE.split(reading.words[:_READ]) if one.strip()]
    hints = [reading.lexicon.pattern(name) for name in _HINTS]
    named = [one[:_CLAUSE] for one in found if any(hint.search(one) for hint in hints)]
    return tuple(named[: _CLAUSES if len(reading.words) <= _SHORT else 1]) if len(found) > 1 else ()


def why(learnt: Opinion | None, asserted: tuple[Kind, ...]) -> tuple[str, ...]:
    """The words that weighed most for what the model asserts."""
    told = ((kind, learnt.words[kind]) for kind in asserted if kind in learnt.words) if learnt else ()
    return tuple(f"learnt, {kind}: {', '.join(words)}" for kind, words in told if words)


def warm() -> None:
    """Load the weights and the sentence encoder, which the first review would wait for."""
    from amends.embedding import warm as warm_embedding
    from amends.triage.model.weights import weights

    weights()
    warm_embedding()
