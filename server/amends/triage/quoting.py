"""The customer's own words that matter most, as places in the review's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.playbook import Lexicon
from amends.records import Kind, Span
from amends.triage.reading import Reading

MOST = 3
"""How many places are given."""
_CLAUSE = re.compile(r"[^.!?;:,()\[\]\n。！？；，、…\"“”«»]+(?:[.](?=\d)[^.!?;:,()\[\]\n\"“”«»]+)*")
_LISTS: dict[Kind, tuple[str, ...]] = {
    "bug": ("bug_strong", "bug", "complaint"),
    "complaint": ("complaint", "emotion-disappointment", "bug"),
    "abuse": ("complaint", "bug"),
    "feature_request": ("feature_request",),
    "question": ("question",),
    "praise": ("praise",),
    "other": ("complaint", "praise"),
}
_TURNED = ("complaint", "praise")
"""Lists whose words a negation before them turns round."""
_GOOD_LENGTH = range(3, 13)
"""Words of a clause that reads well when quoted."""


def quotes(reading: Reading, kinds: tuple[Kind, ...], most: int = MOST) -> tuple[Span, ...]:
    """The clauses that carry the review, best first; the first clause where no word list knows any."""
    weighed = [
        (_weight(reading, piece.start, piece.end, kinds[0]), piece) for piece in pieces(reading.text, reading.lexicon)
    ]
    ranked = sorted((pair for pair in weighed if pair[0] > 0), key=lambda pair: -pair[0])
    if not ranked:
        return tuple(piece for _weight_, piece in weighed[: most - MOST + 1])
    return tuple(piece for _weight_, piece in ranked[:most])


def pieces(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """The clauses of a text, in the order they come."""
    for clause in _CLAUSE.finditer(text):
        start = clause.start()
        for joint in lexicon.joints.finditer(clause.group()):
            yield from _trimmed(text, start, clause.start() + joint.start())
            start = clause.start() + joint.end()
        yield from _trimmed(text, start, clause.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "'’%"):
        end -= 1
    if any(letter.isalpha() for letter in text[start:end]):
        yield Span(start=start, end=end)


def _weight(reading: Reading, start: int, end: int, kind: Kind) -> float:
    if not (hits := _worth(reading, start, end, kind)):
        return 0.0
    about = _first_within(reading.topic_places, start, end) is not None
    return hits + 1.2 * about + (1.0 if len(reading.text[start:end].split()) in _GOOD_LENGTH else 0.0)


def _worth(reading: Reading, start: int, end: int, kind: Kind) -> float:
    worth = 0.0
    for rank, name in enumerate(_LISTS[kind]):
        at = _first_within(reading.places(name), start, end)
        if at is None or (name in _TURNED and _first_within(reading.places("negation"), start, at) is not None):
            continue
        worth += 1.0 / (1 + rank)
    return worth


def _first_within(places: tuple[tuple[int, int], ...], start: int, end: int) -> int | None:
    """Where the first of these places within a clause starts."""
    return next((first for first, last in places if start <= first and last <= end), None)
