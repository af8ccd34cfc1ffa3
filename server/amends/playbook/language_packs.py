"""What we can say and recognise in a language: a folder of `languages/` each, with its sentences and its word lists."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from pydantic import ConfigDict, Field

from amends.playbook.phrase_search import PhraseSearch, as_written
from amends.playbook.reading import ROOM, record, table
from amends.records import Record

DEFAULT = "en"
"""The language used where there is no folder for the one asked for."""
_FILES = ("wording.toml", "lexicon.toml", "phrases.toml")


def phrases_pattern(phrases: tuple[str, ...]) -> PhraseSearch:
    """Finds any of `phrases` as whole words, in any case; `*` at an end is any beginning or ending."""
    return PhraseSearch(phrases)


_WORD = re.compile(r"\w+")
_HEAD = 3
"""Letters by which it is told whether a text may hold a word."""


class Lexicon(Record):
    """Named word lists of one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    lists: dict[str, tuple[str, ...]]

    @cached_property
    def _patterns(self) -> dict[str, PhraseSearch]:
        return {}

    @cached_property
    def joints(self) -> re.Pattern[str]:
        """Finds the words that join clauses, with the space around them; behind an apostrophe there is none."""
        choices = "|".join(as_written(word) + ("" if word.endswith("'") else r"\s") for word in self.words("joints"))
        return re.compile(rf"\s(?:{choices})" if choices else r"(?!)", re.IGNORECASE)

    def words(self, name: str) -> tuple[str, ...]:
        """The phrases of one list; an unknown name has none."""
        return self.lists.get(name, ())

    def pattern(self, name: str) -> PhraseSearch:
        """The pattern that finds any phrase of one list; of an unknown name it finds nothing."""
        if name not in self._patterns:
            self._patterns[name] = phrases_pattern(self.words(name))
        return self._patterns[name]


class Wording(Record):
    """The sentences of one language, by move and set, with `{slots}`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    moves: dict[str, dict[str, tuple[str, ...]]]
    """Move → set (`any`, a scenario, or narrower) → variants."""
    words: dict[str, tuple[str, ...]]
    """Short pieces that fill slots, such as the names of months."""
    concerns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """How we name what a customer talks about → the words that tell of it."""

    things: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """How we name anything else: a pattern with `{thing}` → the articles that stand before it in a review."""

    @cached_property
    def _concern_patterns(self) -> dict[str, PhraseSearch]:
        return {name: phrases_pattern(words) for name, words in self.concerns.items()}

    @cached_property
    def first_person(self) -> PhraseSearch:
        """Finds the words only a person who signs can say."""
        return phrases_pattern(self.words.get("first-person", ()))

    def concern_pattern(self, name: str) -> PhraseSearch:
        """Finds the words that tell of one concern."""
        return self._concern_patterns[name]

    @cached_property
    def _concern_heads(self) -> dict[str, frozenset[str]]:
        """Of each concern how its words begin; what may begin in any way has an empty head."""
        return {
            name: frozenset("" if word.startswith("*") else _heads(word)[0] for word in words)
            for name, words in self.concerns.items()
        }

    def concerns_near(self, text: str) -> list[str]:
        """The concerns of which a text may hold a word: soon told, as most hold words of a few."""
        heads = {"", *_heads(text)}
        return [name for name, begun in self._concern_heads.items() if not heads.isdisjoint(begun)]

    @cached_property
    def thing_patterns(self) -> dict[str, re.Pattern[str]]:
        """How we name a thing → what finds such things in a review."""
        ends = "|".join(map(re.escape, self.words.get("things-end", ())))
        return {
            name: re.compile(
                rf"(?<!\w)(?:{'|'.join(articles)})\s+([^\W\d_]{{4,18}})(?=\s+(?:{ends})\b|[.,;!?]|\s*$)", re.I
            )
            for name, articles in self.things.items()
        }

    @cached_property
    def loose_things(self) -> re.Pattern[str]:
        """Finds any word behind one of `things-before`."""
        before = "|".join(map(re.escape, self.words.get("things-before", ())))
        return re.compile(rf"(?<!\w)(?:{before})\s+([^\W\d_]{{4,18}})(?!\w)", re.I) if before else re.compile(r"(?!)")

    def variants(self, move: str, sets: tuple[str, ...]) -> tuple[str, ...]:
        """The sentences for a move, of the first of `sets` that has some."""
        by_set = self.moves.get(move, {})
        return next((by_set[name] for name in sets if name in by_set), ())


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages there is a complete folder for: sentences, word lists and phrases."""
    found = (path for path in (ROOM / "languages").iterdir() if all((path / name).is_file() for name in _FILES))
    return tuple(sorted(path.name for path in found))


def complete(language: str | None) -> str | None:
    """The complete folder that serves `language`: its own, or its main language's (`en` for `en-GB`); else None."""
    known = {name.lower(): name for name in languages()}
    tag = (language or "").lower()
    return known.get(tag) or known.get(tag.split("-")[0])


def spoken(*wanted: str | None) -> str:
    """The first of the languages that we have a complete folder for, or the default."""
    return next(filter(None, map(complete, wanted)), DEFAULT)


@lru_cache(maxsize=32)
def _lexicon(language: str) -> Lexicon:
    path = ROOM / "languages" / language / "lexicon.toml"
    return record(Lexicon, {"language": language, "lists": table(path)}, path)


@lru_cache(maxsize=32)
def _wording(language: str) -> Wording:
    path = ROOM / "languages" / language / "wording.toml"
    return record(Wording, {"language": language, **table(path)}, path)


def lexicon(language: str | None = None) -> Lexicon:
    """The word lists of a language, or of the default where there is no folder for it."""
    return _lexicon(spoken(language))


def wording(language: str | None = None) -> Wording:
    """The sentences of a language, or of the default where there is no folder for it."""
    return _wording(spoken(language))


def _heads(text: str) -> list[str]:
    """The first letters of each word."""
    return [word[:_HEAD] for word in _WORD.findall(text.lower())]
