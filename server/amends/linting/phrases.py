"""What rules look for in words: `playbook/languages/LANGUAGE/phrases.toml`, whose head explains the notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from amends.linting.text import Place, Text
from amends.playbook.reading import ROOM, table

UNKNOWN = "und"
"""A language we have no phrases for, as BCP 47 writes it."""

_GAP = r"\s+(?:[^\s.!?;:]+\s+){0,6}?"
_LITERAL = re.compile(r"(?:^|(?<=[ /-]))[^\W\d_](?:'?[^\W\d_])*")
_QUANTITY = re.compile(r"\{\d+,?\d*\}")
_MACRO = re.compile(r"\{([a-z_]+)\}")


class Phrase:
    """One phrase as a pattern, and the beginnings of words of which one must be there for it to match."""

    def __init__(self, written: str, words: dict[str, str], common: frozenset[str] = frozenset()) -> None:
        spelled = expanded(written, words)
        self.needles = needles(spelled, common)
        self.pattern = re.compile(as_pattern(spelled), re.IGNORECASE)


class PhraseList:
    """Phrases of which any will do, each looked for only in the sentences that hold one of its words."""

    def __init__(self, phrases: tuple[Phrase, ...], language: Language) -> None:
        self.phrases = phrases
        self.language = language

    def each(self, text: Text) -> Iterator[re.Match[str]]:
        """The places of all phrases, phrase by phrase."""
        marked = self.language.marked(text)
        for phrase in self.phrases:
            for place in marked.get(phrase, ()) if phrase.needles else text.sentences:
                yield from phrase.pattern.finditer(text.raw, place.start, place.end)

    def find(self, text: Text) -> list[re.Match[str]]:
        """The places of all phrases in the order of the text."""
        return sorted(self.each(text), key=lambda match: (match.start(), -match.end()))

    def stands_in(self, text: Text) -> bool:
        """Is any of the phrases there?"""
        return any(True for _ in self.each(text))

    def ends(self, raw: str) -> bool:
        """Does a short text end with one of the phrases?"""
        return any(match.end() == len(raw) for phrase in self.phrases for match in phrase.pattern.finditer(raw))


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


def needles(spelled: str, common: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Beginnings of words, the rarest, of which one is in every text the phrase matches; none where that is unsure."""
    per_choice = [_surest(choice, common) for choice in _choices(_QUANTITY.sub("*", spelled))]
    return tuple(needle for each in per_choice for needle in each) if all(per_choice) else ()


def _surest(sequence: str, common: frozenset[str]) -> tuple[str, ...]:
    """Of the parts that must all be there and begin a word, the one least often met."""
    flat, groups = _without_groups(sequence)
    certain = re.sub(r"\[[^\]]*\][?*]?|\\\w[?*+]?|\{[^}]*\}|\w[?*]", "\0", flat)
    literals = [(run.lower(),) for run in _LITERAL.findall(certain)]
    parts = [part for part in (*literals, *(needles(group, common) for group in groups)) if part]
    return min(parts, key=lambda part: sum(_frequency(needle, common) for needle in part), default=())


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


class Language:
    """The phrases of one language by rule and list."""

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.name = name
        words: dict[str, str] = data.get("words", {})
        about: dict[str, list[str]] = data.get("language", {})
        self.common = frozenset(about.get("common", ()))
        self.stop = frozenset(about.get("stop", ()))
        self.kin = {word: number for number, line in enumerate(about.get("kin", ())) for word in line.split()}
        self.lists = {
            (rule, name): PhraseList(tuple(Phrase(phrase, words, self.common) for phrase in phrases), self)
            for rule, section in data.items()
            if rule not in ("words", "language")
            for name, phrases in section.items()
        }
        self.rules = frozenset(rule for rule, _ in self.lists)
        self._needles: dict[str, list[tuple[str, Phrase]]] = {}
        for phrase in (phrase for each in self.lists.values() for phrase in each.phrases):
            for needle in set(phrase.needles):
                self._needles.setdefault(needle[:1], []).append((needle, phrase))
        self._begun_by = lru_cache(maxsize=20_000)(self._look_up)

    def _look_up(self, word: str) -> tuple[Phrase, ...]:
        """The phrases that a word may belong to."""
        # "2hrs" begins with the word hrs, too.
        begins = (word, word.lstrip("0123456789"))
        known = (pair for each in begins for pair in self._needles.get(each[:1], ()))
        return tuple({phrase: None for needle, phrase in known if any(each.startswith(needle) for each in begins)})

    def marked(self, text: Text) -> dict[Phrase, list[Place]]:
        """For each phrase, the sentences that hold one of its words; worked out once a text."""
        if self.name not in text.marks:
            marked: dict[Phrase, list[Place]] = {}
            for place, words in zip(text.sentences, text.sentence_words, strict=True):
                for phrase in {phrase for word in set(words) for phrase in self._begun_by(word)}:
                    marked.setdefault(phrase, []).append(place)
            text.marks[self.name] = marked
        found: dict[Phrase, list[Place]] = text.marks[self.name]
        return found


NOTHING = PhraseList((), Language(UNKNOWN, {}))
"""The list of a rule that has none."""


def phrase_languages() -> tuple[str, ...]:
    """The languages that have a `phrases.toml`."""
    return tuple(sorted(path.parent.name for path in (ROOM / "languages").glob("*/phrases.toml")))


@lru_cache(maxsize=64)
def language_phrases(language: str) -> Language | None:
    """All phrases of a language, or None where nobody has written any."""
    path = ROOM / "languages" / language / "phrases.toml"
    return Language(language, table(path)) if language.isalnum() and path.is_file() else None
