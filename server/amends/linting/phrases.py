"""What rules look for in words: `playbook/languages/LANGUAGE/phrases.toml`, whose head explains the notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from amends.linting.text import Text
from amends.playbook.reading import ROOM, table

_GAP = r"\s+(?:[^\s.!?;:]+\s+){0,6}?"
_LITERAL = re.compile(r"[^\W\d_]{2,}")
_MACRO = re.compile(r"\{([a-z_]+)\}")


class Phrase:
    """One phrase as a pattern, and the words of which one must be there for it to match."""

    def __init__(self, written: str, words: dict[str, str]) -> None:
        spelled = expanded(written, words)
        self.needles = needles(spelled)
        self.pattern = re.compile(as_pattern(spelled), re.IGNORECASE)

    def find(self, text: Text) -> Iterator[re.Match[str]]:
        """The places where the phrase stands."""
        if not self.needles or any(needle in text.folded for needle in self.needles):
            yield from self.pattern.finditer(text.raw)


class PhraseList:
    """Phrases of which any will do."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self.phrases = phrases

    def find(self, text: Text) -> list[re.Match[str]]:
        """The places of all phrases in the order of the text."""
        found = [match for phrase in self.phrases for match in phrase.find(text)]
        return sorted(found, key=lambda match: (match.start(), -match.end()))

    def stands_in(self, text: Text) -> bool:
        """Is any of the phrases there?"""
        return any(True for phrase in self.phrases for _ in phrase.find(text))


def expanded(written: str, words: dict[str, str]) -> str:
    """A phrase with its `{names}` replaced by what they stand for."""
    for _ in range(3):
        written = _MACRO.sub(lambda name: f"({words[name[1]]})", written)
    return written


def as_pattern(spelled: str) -> str:
    """The regular expression of a phrase: whole words, any spaces, either apostrophe, ` .. ` for words between."""
    pattern = re.sub(r"\((?!\?)", "(?:", spelled)
    pattern = pattern.replace("'", "['’ʼ]").replace(" .. ", "\0")
    pattern = pattern.replace(" ?", r"\s*").replace(" ", r"\s+").replace("\0", _GAP)
    return rf"(?<!\w)(?:{pattern})(?!\w)"


def needles(spelled: str) -> tuple[str, ...]:
    """Words of which at least one is in every text the phrase matches; none where that cannot be told."""
    per_choice = [_surest(choice) for choice in _choices(spelled)]
    return tuple(needle for each in per_choice for needle in each) if all(per_choice) else ()


def _surest(sequence: str) -> tuple[str, ...]:
    """Of the parts that must all be there, the one that is rarest: whose shortest word is longest."""
    flat, groups = _without_groups(sequence)
    certain = re.sub(r"\[[^\]]*\][?*]?|\\\w[?*+]?|\{[^}]*\}|\w[?*]", "\0", flat)
    literals = [(run.lower(),) for run in _LITERAL.findall(certain)]
    parts = [part for part in (*literals, *map(needles, groups)) if part]
    return max(parts, key=lambda part: min(map(len, part)), default=())


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
    """A sequence with its groups cut out, and the insides of those groups that must match."""
    flat, groups, depth, start = "", [], 0, 0
    for place, character in enumerate(sequence):
        if character == "(":
            start = place + 1 if depth == 0 else start
            depth += 1
        elif character == ")":
            depth -= 1
            must = sequence[start:place] if depth == 0 and sequence[place + 1 : place + 2] not in ("?", "*") else None
            groups += [must] if must is not None and not must.startswith("?") else []
            flat += "\0" if depth == 0 else ""
        elif depth == 0:
            flat += character
    return flat, groups


class Language:
    """The phrases of one language by rule and list."""

    def __init__(self, data: dict[str, Any]) -> None:
        words: dict[str, str] = data.get("words", {})
        about: dict[str, list[str]] = data.get("language", {})
        self.common = frozenset(about.get("common", ()))
        self.stop = frozenset(about.get("stop", ()))
        self.kin = {word: number for number, line in enumerate(about.get("kin", ())) for word in line.split()}
        self.lists = {
            (rule, name): PhraseList(tuple(Phrase(phrase, words) for phrase in phrases))
            for rule, section in data.items()
            if rule not in ("words", "language")
            for name, phrases in section.items()
        }
        self.rules = frozenset(rule for rule, _ in self.lists)


NOTHING = PhraseList(())


def phrase_languages() -> tuple[str, ...]:
    """The languages that have a `phrases.toml`."""
    return tuple(sorted(path.parent.name for path in (ROOM / "languages").glob("*/phrases.toml")))


@lru_cache(maxsize=64)
def language_phrases(language: str) -> Language | None:
    """All phrases of a language, or None where nobody has written any."""
    path = ROOM / "languages" / language / "phrases.toml"
    return Language(table(path)) if language.isalnum() and path.is_file() else None
