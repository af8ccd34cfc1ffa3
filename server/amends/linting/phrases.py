"""What rules look for in words: `playbook/languages/LANGUAGE/phrases.toml`, whose head explains the notation."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

from amends.linting.needles import ranked
from amends.linting.phrase import Key, Phrase
from amends.linting.phrase_index import PhraseIndex
from amends.playbook.reading import ROOM, table

UNKNOWN = "und"
"""A language we have no phrases for, as BCP 47 writes it."""

WORD_LISTS = {"nobody", "office", "tail", "generic", "yours", "ours"}
"""Lists of which a word or the end of a text may be one; they are not looked for in sentences."""
_OF_REVIEWS = {"grievance", "praised", "rhetorical", "theirs", "tried", "wanted"}
"""Lists that are looked for in the review, beside those that name a step (`X-tried`) or a question (`asks-X`)."""


def _is_of_reviews(name: str) -> bool:
    """Is the list of this name looked for in the review?"""
    return name in _OF_REVIEWS or name.startswith("asks") or name.endswith("-tried")


class Language:
    """The phrases of one language by rule and list."""

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.name = name
        words: dict[str, str] = data.get("words", {})
        about: dict[str, list[str]] = data.get("language", {})
        self.common = frozenset(about.get("common", ()))
        self.stop = frozenset(about.get("stop", ()))
        self._rank = ranked((*about.get("common", ()), *about.get("stop", ())))
        self.kin: dict[str, set[int]] = {}
        for number, line in enumerate(about.get("kin", ())):
            for word in line.split():
                self.kin.setdefault(word, set()).add(number)
        self._words = words
        self._sections = {rule: section for rule, section in data.items() if rule not in ("words", "language")}
        self.rules = frozenset(self._sections)
        self.is_one = lru_cache(maxsize=20_000)(self._is_one)

    @cached_property
    def lists(self) -> dict[Key, tuple[Phrase, ...]]:
        """The phrases by rule and list; made when the first text in the language comes."""
        return {
            (rule, name): tuple(Phrase(phrase, self._words, self._rank) for phrase in phrases)
            for rule, section in self._sections.items()
            for name, phrases in section.items()
        }

    @cached_property
    def drafts(self) -> PhraseIndex:
        """The phrases that are looked for in drafts."""
        return PhraseIndex({key: phrases for key, phrases in self.lists.items() if key[1] not in WORD_LISTS})

    @cached_property
    def reviews(self) -> PhraseIndex:
        """The phrases that are looked for in reviews: a few, so that a review is soon read."""
        return PhraseIndex({key: phrases for key, phrases in self.lists.items() if _is_of_reviews(key[1])})

    def of_reviews(self, name: str) -> PhraseIndex:
        """The same, for whoever looks for a list of this name; LookupError where it is not among them."""
        if not _is_of_reviews(name):
            raise LookupError(f"{name!r} is looked for in a review: add it to _OF_REVIEWS in linting/phrases.py.")
        return self.reviews

    def ends(self, key: Key, folded: str) -> bool:
        """Does a short text in small letters end with one of a list's phrases?"""
        return any(phrase.ends(folded) for phrase in self.lists.get(key, ()))

    def _is_one(self, key: Key, folded: str) -> bool:
        """Is a short text in small letters one of a list's phrases, and nothing more?"""
        return any(phrase.pattern.fullmatch(folded) for phrase in self.lists.get(key, ()))

    def warm(self) -> None:
        """Make every pattern and index now, so that no draft waits for it."""
        self.drafts.warm()
        self.reviews.warm()
        for phrases in self.lists.values():
            for phrase in phrases:
                assert phrase.pattern


NOTHING = Language(UNKNOWN, {})
"""A language without phrases."""


def phrase_languages() -> tuple[str, ...]:
    """The languages that have a `phrases.toml`."""
    return tuple(sorted(path.parent.name for path in (ROOM / "languages").glob("*/phrases.toml")))


@lru_cache(maxsize=64)
def language_phrases(language: str) -> Language | None:
    """All phrases of a language, or None where nobody has written any."""
    folder = ROOM / "languages" / language
    if not language.isalnum() or not (folder / "phrases.toml").is_file():
        return None
    of_trades = folder / "trades.toml"
    return Language(language, {**table(folder / "phrases.toml"), **(table(of_trades) if of_trades.is_file() else {})})
