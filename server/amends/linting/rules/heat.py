"""A heated draft asks for a minute's pause."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "heat"
_LOUD = re.compile(r"!\s?!|\?!|!\?|\b[A-Z]{4,}\b[^a-z]{0,3}\b[A-Z]{2,}\b")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}\b")
_ABBREVIATIONS = frozenset(
    {"ad", "al", "am", "es", "id", "in", "is", "it", "no", "ok", "on", "or", "us", "tv", "um", "up"}
)
"""Common words that, in capitals, are often something else."""
_COLD = ("accusation", "sarcasm-or-insult", "legal-threat", "denial", "arguing", "belittling")
"""Rules whose phrases are said in anger."""
_HOT = 2


def _check(context: Context) -> Iterable[Hit]:
    words = context.flagged(_ID)
    cold = sum(map(context.angers, _COLD)) + _wry(context)
    loud = len(_LOUD.findall(context.draft.raw)) if cold else 0
    if 2 * len(words) + cold + loud + _emphasised(context) >= _HOT:
        yield Hit(*words[0].span()) if words else Hit()


def _emphasised(context: Context) -> int:
    """How many of the language's common words stand in capitals under a complaint: "we did NOT"."""
    known = context.known
    if known is None or not context.complaint:
        return 0
    said = (match[0].lower() for match in _CAPITALS.finditer(context.draft.raw) if match[0].isupper())
    return sum(1 for word in said if word in known.common | known.stop and word not in _ABBREVIATIONS)


def _wry(context: Context) -> bool:
    return context.complaint and any(context.flagged("sarcasm-or-insult", name) for name in ("irony", "wry"))


RULE = Rule(
    id=_ID,
    severity="warning",
    message="This reads angry: leave it for a minute, then read it once more as the customer.",
    label="Calm enough to post",
    group="own",
    why="A minute costs nothing; an angry reply stays, and is what other customers quote.",
    source=("S3.8", "S4.3.1"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "How dare you write this about us! We have had enough of such people!!",
        "You are lying. Our staff did nothing wrong. If it was so bad, why did you stay?",
    ),
    good=("Thank you! I'm sorry the USB port was loose. A new one leaves today; write to us if it sits badly. Jo",),
)
