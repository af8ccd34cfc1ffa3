"""Which words must stand in a sentence for a phrase to match it: phrases whose words are not there are not looked for."""

from __future__ import annotations

import re

Part = tuple[str, ...]
"""Beginnings of words of which one must be there."""
Way = tuple[Part, ...]
"""Parts that must all be there, the rarest first."""

_LITERAL = re.compile(r"(?:^|(?<=[ /-]))[^\W\d_](?:'?[^\W\d_])*")
_QUANTITY = re.compile(r"\{\d+,?\d*\}")
_UNSURE = re.compile(r"\[[^\]]*\][?*+]?|\\\w[?*+]?|\{[^}]*\}|\w[?*]")


def ways(spelled: str, common: frozenset[str] = frozenset()) -> tuple[Way, ...]:
    """For each alternative of a phrase the parts it cannot do without; empty where one has none."""
    found = [_parts(choice, common) for choice in _choices(_QUANTITY.sub("*", spelled))]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def needles(spelled: str, common: frozenset[str] = frozenset()) -> Part:
    """Beginnings of words, the rarest, of which one is in every text the phrase matches; none where that is unsure."""
    return tuple(needle for way in ways(spelled, common) for needle in way[0])


def _parts(sequence: str, common: frozenset[str]) -> Way:
    """The parts of one alternative that must all be there and begin a word, the one least often met first."""
    flat, groups = _without_groups(sequence)
    literals = [(run.lower(),) for run in _LITERAL.findall(_UNSURE.sub("\0", flat))]
    parts = [part for part in (*literals, *(needles(group, common) for group in groups)) if part]
    return tuple(sorted(set(parts), key=lambda part: (sum(_frequency(needle, common) for needle in part), part)))


def _frequency(needle: str, common: frozenset[str]) -> float:
    """About how often a word begins so: short beginnings stand for many words, and some words are everywhere."""
    return 2.0 ** -len(needle) * 4 + (0.0 if needle not in common else 1.0 if len(needle) < 4 else 0.4)


def _choices(spelled: str) -> list[str]:
    """The alternatives of a phrase, split where `|` stands outside all groups."""
    choices, depth = [""], 0
    for character in spelled:
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += character
    return choices


def _without_groups(sequence: str) -> tuple[str, list[str]]:
    """A sequence with its groups cut out, and the insides of those groups that must match where a word begins."""
    flat, groups, depth, start = "", [], 0, 0
    for place, character in enumerate(sequence):
        if character == "(":
            start = place + 1 if depth == 0 else start
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                inside, after = sequence[start:place], sequence[place + 1 : place + 2]
                if after not in ("?", "*") and not inside.startswith("?") and flat[-1:] in ("", " ", "-", "/"):
                    groups.append(inside)
                # What follows "(very )?" begins a word, what follows "(un)?" does not.
                flat += " " if all(choice.endswith(" ") for choice in _choices(inside)) else "\0"
        elif depth == 0:
            flat += "" if character in "?*" and flat[-1:] == " " and sequence[place - 1] == ")" else character
    return flat, groups
