"""Which words must stand in a sentence for a phrase to match it, so that most phrases needn't be looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

Part = tuple[str, ...]
"""Words of which one must be there; one that ends in a space is a whole word, others only begin one."""
Way = tuple[Part, ...]
"""Parts that must all be there, the rarest first."""


class Common(dict[str, float]):
    """How often a language's commonest words are met, between 0 and 1; one language's is never another's."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other


_NONE = Common()

_LITERAL = re.compile(r"(?:^|(?<=[ /-]))([^\W\d_](?:'?[^\W\d_])*)(?=([ /,!.:;\1-]|$)?)")
_QUANTITY = re.compile(r"\{(\d+),?\d*\}")
_SET = re.compile(r"\[[^\]]*\]")
_DIGIT = re.compile(r"(?:\\d|[0-9])(?![?*])")
HOLDS_DIGIT = "0"
"""The needle that is in every word with a digit."""
_UNSURE = re.compile(r"\[[^\]]*\][?*+]?|\\\w[?*+]?|\{[^}]*\}|[\w /,'-][?*+]")
_BRACKET = re.compile(r"[()]")
_FORK = re.compile(r"[()|]")
_REMEMBERED = 50_000
"""Groups that stand in many phrases are worked out once."""
_WORD_ENDS, _OPEN, _CLOSED = " -/,.:;!", "\0", "\1"
"""What ends a word in a phrase; what stands in a flat sequence for a place where a word may go on, or has ended."""


def ways(spelled: str, common: Common = _NONE, *, closed: bool = True) -> tuple[Way, ...]:
    """For each alternative of a phrase the parts it cannot do without; empty where one has none.

    `closed` tells whether a word ends where the phrase does.
    """
    sure = _QUANTITY.sub(lambda times: "+" if int(times[1]) else "*", spelled)
    found = [_parts(choice, common, closed) for choice in _choices(sure)]
    return tuple(dict.fromkeys(found)) if all(found) else ()


@lru_cache(maxsize=_REMEMBERED)
def needles(spelled: str, common: Common = _NONE, *, closed: bool = True) -> Part:
    """Words, the rarest, of which one is in every text the phrase matches; none where that is unsure."""
    return tuple(needle for way in ways(spelled, common, closed=closed) for needle in way[0])


def ranked(words: Sequence[str]) -> Common:
    """How often each of a language's commonest words is met, of the first the most."""
    return Common({word: 3 / (3 + rank) for rank, word in reversed(list(enumerate(words)))})


def _parts(sequence: str, common: Common, closed: bool) -> Way:
    """The parts of one alternative that must all be there and begin a word, the one least often met first."""
    flat, groups = _without_groups(sequence, closed)
    literals = []
    for match in _LITERAL.finditer(_UNSURE.sub(_OPEN, flat)):
        at_end = match.end(1) == len(match.string)
        whole = closed if at_end else bool(match[2])
        literals.append((match[1].lower() + " " * whole,))
    if _DIGIT.search(_SET.sub(_OPEN, flat)):
        literals.append((HOLDS_DIGIT,))
    parts = [part for part in (*literals, *(needles(inside, common, closed=ends) for inside, ends in groups)) if part]
    return tuple(sorted(set(parts), key=lambda part: (sum(_frequency(needle, common) for needle in part), part)))


def _frequency(needle: str, common: Common) -> float:
    """About how often such a word is met: short beginnings stand for many words, and some words are everywhere."""
    begins = 2.0 ** -len(needle) * (0.1 if needle.endswith(" ") else 0.5)
    return begins + common.get(needle.rstrip(), 0.0)


@lru_cache(maxsize=_REMEMBERED)
def _choices(spelled: str) -> tuple[str, ...]:
    """The alternatives of a phrase, split where `|` stands outside all groups."""
    cuts, depth = [0], 0
    for mark in _FORK.finditer(spelled):
        if mark[0] == "|":
            if depth == 0:
                cuts.append(mark.end())
        else:
            depth += 1 if mark[0] == "(" else -1
    ends = [*(cut - 1 for cut in cuts[1:]), len(spelled)]
    return tuple([spelled[start:end] for start, end in zip(cuts, ends, strict=True)])


def _close(sequence: str, place: int) -> int:
    """Where the group that opens at a place closes."""
    depth = 0
    for mark in _BRACKET.finditer(sequence, place):
        depth += 1 if mark[0] == "(" else -1
        if depth == 0:
            return mark.start()
    return len(sequence) - 1


def _word_ends(sequence: str, place: int, closed: bool) -> bool:
    """Does a word surely end before a place of a sequence?"""
    if place >= len(sequence):
        return closed
    if sequence[place] == "(":
        end = _close(sequence, place)
        if not all(choice.startswith(" ") for choice in _choices(sequence[place + 1 : end])):
            return False
        return sequence[end + 1 : end + 2] not in ("?", "*") or _word_ends(sequence, end + 2, closed)
    return sequence[place] in _WORD_ENDS and sequence[place + 1 : place + 2] not in ("?", "*")


def _without_groups(sequence: str, closed: bool) -> tuple[str, list[tuple[str, bool]]]:
    """A sequence without its groups, and the insides of those that must match where a word begins.

    Each inside with whether a word ends where it does.
    """
    flat, groups, place = "", [], 0
    while place < len(sequence):
        if sequence[place] != "(":
            opens = sequence.find("(", place)
            flat += sequence[place : opens if opens >= 0 else len(sequence)]
            place = opens if opens >= 0 else len(sequence)
            continue
        end = _close(sequence, place)
        inside, after = sequence[place + 1 : end], sequence[end + 1 : end + 2]
        optional = after in ("?", "*") and after != ""
        if not optional and not inside.startswith("?") and flat[-1:] in ("", " ", "-", "/"):
            groups.append((inside, _word_ends(sequence, end + 1, closed)))
        # What follows "(very )?" begins a word, what follows "(un)?" does not.
        begins = all(choice.endswith(" ") for choice in _choices(inside)) and flat[-1:] in ("", " ", "-", "/")
        flat += " " if begins else _CLOSED if _word_ends(sequence, place, closed) else _OPEN
        place = end + 1 + optional
    return flat, groups
