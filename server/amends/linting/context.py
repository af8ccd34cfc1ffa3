"""Everything a rule may look at: the draft, and what is known around it, each thing worked out once."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from amends.linting.languages import language_of
from amends.linting.phones import phones
from amends.linting.phrase import Found, Key
from amends.linting.phrases import NOTHING, Language, language_phrases
from amends.linting.text import Place, Text, fold, text
from amends.playbook import Lexicon, Platform, lexicon, trades_of
from amends.records import Issue, Profile, Review

_FEW = 6
_TELLING = 1000
"""Characters by which it shows whether a review complains."""


@lru_cache(maxsize=2048)
def count_words(raw: str, language: str | None, name: str) -> int:
    """How many words of a lexicon's list begin a text; counted once for a review while its reply is typed."""
    return lexicon_of(language).pattern(name).count(raw[:_TELLING])


@lru_cache(maxsize=64)
def lexicon_of(language: str | None) -> Lexicon:
    """The word lists of a language, without a look at the disk each time."""
    return lexicon(language)


@dataclass(frozen=True)
class Context:
    """A draft, the review it answers, and what we know of platform, business and earlier replies."""

    draft: Text
    platform: Platform
    platform_named: bool = False
    review: Review | None = None
    issue: Issue | None = None
    profile: Profile | None = None
    recent: tuple[str, ...] = ()
    """The team's other replies, newest first."""

    @cached_property
    def language(self) -> str:
        """The draft's language, or `und`."""
        return language_of(self.draft, self.review.language if self.review else None)

    @cached_property
    def known(self) -> Language | None:
        """What we know of the draft's language."""
        return language_phrases(self.language)

    @cached_property
    def trade_ids(self) -> tuple[str, ...]:
        """The trades of the business, as far as known."""
        return tuple(trade.id for trade in trades_of(self.profile.trade if self.profile else None))

    def has(self, need: str) -> bool:
        """Is there a review, a profile, a named platform, any recent reply?"""
        return self.platform_named if need == "platform" else bool(getattr(self, need))

    @cached_property
    def there(self) -> frozenset[str]:
        """What there is of all that a rule may need."""
        return frozenset(need for need in ("review", "profile", "platform", "recent") if self.has(need))

    def has_phrases(self, rule: str) -> bool:
        """Has somebody written down what this rule looks for in the draft's language?"""
        return self.known is not None and rule in self.known.rules

    @cached_property
    def _spoken(self) -> Language:
        return self.known or NOTHING

    @cached_property
    def _marked(self) -> Container[Key]:
        """The lists that may have something to say of the draft."""
        return self._spoken.drafts.marked(self.draft)

    def found(self, rule: str, name: str = "flag") -> list[Found]:
        """Where the phrases of a list stand in the draft."""
        key = (rule, name)
        return self._spoken.drafts.find(key, self.draft) if key in self._marked else []

    def reviewed(self, rule: str, name: str) -> list[Found]:
        """Where the phrases of a list stand in the review, read in the draft's language."""
        return self._spoken.of_reviews(name).find((rule, name), self.review_text)

    def says(self, rule: str, name: str) -> bool:
        """Does the draft hold a phrase of the list?"""
        key = (rule, name)
        return key in self._marked and self._spoken.drafts.stands_in(key, self.draft)

    def review_says(self, rule: str, name: str) -> bool:
        """Does the review hold a phrase of the list, read in the draft's language?"""
        return self._spoken.of_reviews(name).stands_in((rule, name), self.review_text)

    def ends(self, rule: str, name: str, raw: str) -> bool:
        """Does a short text end with a phrase of the list?"""
        return self._spoken.ends((rule, name), fold(raw))

    def is_one(self, rule: str, name: str, raw: str) -> bool:
        """Is a short text a phrase of the list, and nothing more?"""
        return self._spoken.is_one((rule, name), raw if raw.islower() else fold(raw))

    def without(self, rule: str, name: str, words: Iterable[str]) -> list[str]:
        """Words in small letters, but those that are a phrase of the list."""
        is_one, key = self._spoken.is_one, (rule, name)
        return [word for word in words if not is_one(key, word)]

    def sentences(self, rule: str, name: str) -> set[Place]:
        """The sentences of the draft that hold a phrase of a list."""
        return {self.draft.sentence_at(match.start()) for match in self.found(rule, name)}

    def beside(self, character: int) -> set[Place]:
        """The sentence that holds a character, and the one after it."""
        sentences = self.draft.sentences
        here = self.draft.sentence_at(character)
        number = sentences.index(here) if here in sentences else 0
        return set(sentences[number : number + 2])

    def unkept(self, rule: str, name: str) -> list[Found]:
        """The phrases of a list that no `keep` phrase overlaps."""
        found = self.found(rule, name)
        if not found:
            return found
        kept = self.found(rule, "keep")
        return [hit for hit in found if not any(hit.begin < keep.finish and keep.begin < hit.finish for keep in kept)]

    def flagged(self, rule: str, name: str = "flag") -> list[Found]:
        """The phrases of a list that no `keep` phrase overlaps and whose sentence holds no `unless` phrase."""
        hits = self.unkept(rule, name)
        if not hits:
            return hits
        excused = self.sentences(rule, "unless")
        return [hit for hit in hits if self.draft.sentence_at(hit.begin) not in excused]

    def angers(self, rule: str) -> bool:
        """Do the phrases of another rule flag something in the draft?"""
        return bool(self.flagged(rule))

    @cached_property
    def review_text(self) -> Text:
        """Title and text of the review; empty where there is none."""
        return text(self.review.words if self.review else "")

    @cached_property
    def same_language(self) -> bool:
        """Is the review in the draft's language, as far as can be told?"""
        told = (self.review.language if self.review else None) or language_of(self.review_text)
        return self.language != "und" and told.split("-")[0] == self.language

    @cached_property
    def complaint(self) -> bool:
        """Does the review complain? Its stars say so, or at three stars and without stars, its words."""
        if self.review is None:
            return False
        share = self.review.rating.share if self.review.rating else 0.5
        if share == 0.5:
            return self._bad_words > self._good_words
        # "Best app ever" under one star is a slip of the finger.
        slip = share < 0.5 and self.review_text.word_count <= _FEW and self._good_words and not self._bad_words
        return share < 0.5 and not slip

    @property
    def _bad_words(self) -> int:
        raw = self.review_text.raw
        return count_words(raw, self._speaks, "complaint") + count_words(raw, self._speaks, "bug")

    @property
    def _good_words(self) -> int:
        return count_words(self.review_text.raw, self._speaks, "praise")

    @property
    def _speaks(self) -> str | None:
        return self.language if self.known else None

    @cached_property
    def phones(self) -> tuple[re.Match[str], ...]:
        """Telephone numbers in the draft."""
        return phones(self.draft, self.language)

    @cached_property
    def apologises(self) -> bool:
        """Does the draft say sorry, in a language we know?"""
        return self.known is not None and bool(lexicon_of(self.language).pattern("apology").search(self.draft.raw))

    @cached_property
    def answers_trouble(self) -> bool:
        """Is the reply to somebody with a problem? The review tells; without stars, an apology does, too."""
        silent = self.review is None or self.review.rating is None
        return self.complaint or (silent and self.apologises)
