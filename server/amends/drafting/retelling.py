"""Which sentences of an old reply may be said to another customer, with this review's slots in them.

A sentence comes back only where nothing in it is another customer's: what it quoted, a version, an issue, a fix or a
product becomes a slot, no figure, address, link, mark or name stays, and each word is one that we say ourselves in this
scenario or that this review, issue or profile says. A question or a request states nothing: it may also hold words
that are in any text, and words that the team said to at least three other customers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from amends.drafting.quotation import plain
from amends.drafting.setting import Setting
from amends.drafting.slots import written_day
from amends.playbook import Wording, lexicon, wording
from amends.records import Issue, PostedReply, Review, Scenario
from amends.triage.details import versions

_SAID_TO = 3
"""Customers the team must have said a word to before it is the team's, and not one customer's."""
_LONGEST, _FEWEST_WORDS = 220, 4
_OWN_PIECE = 12
"""Characters from which a piece of our own sentences gives one away."""
_REQUESTS = ("please", "bitte", "veuillez", "alstublieft")
"""What a sentence begins with that asks for something and states nothing."""
_QUOTED = re.compile(r"[“”„«»\"]\s?([^“”„«»\"]{2,300}?)\s?[“”«»\"]")
_PLAIN = re.compile(r"(?:[^\W\d_]|[ .,;:!?()'’–—-]|\{[a-z_]+\})+[.!?]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SLOT = re.compile(r"\{[a-z_]+\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_MARKS = re.compile(r"(\S\s?)\{quote\}(\s?\S)")


@dataclass(frozen=True)
class Answered:
    """A reply the team posted, the review it answered, and the issue that review was tied to."""

    reply: PostedReply
    review: Review
    issue: Issue | None = None


def words_of(text: str) -> list[str]:
    """The words in small letters."""
    return _WORD.findall(text.lower().replace("’", "'"))


class Retelling:
    """Knows what may be said to one customer of what was said to others."""

    def __init__(self, setting: Setting, answered: Sequence[Answered]) -> None:
        self._setting = setting
        review, issue, profile = setting.review, setting.issue, setting.profile
        given = (review.words, review.product, issue and issue.title, profile and profile.name)
        names = {word for one in answered for word in words_of(one.review.author or "")}
        self._theirs = {word for text in given if text for word in words_of(text)}
        self._ours = _our_words(setting.wording.language, setting.triage.scenario) - names
        self._teams = _words_of_the_team(answered) - names
        self._blank = _blank_words(setting.wording.language) - names

    def sentences(self, one: Answered) -> Iterator[str]:
        """The sentences of a reply that may be said again, with slots, in order; none of those we make ourselves."""
        ours = _our_pieces(self._setting.wording.language)
        for line in one.reply.text.splitlines():
            for sentence in _SENTENCE_END.split(plain(line)):
                template = self._slotted(sentence, one)
                short = len(sentence) > _LONGEST or len(sentence.split()) < _FEWEST_WORDS
                if template and not short and not any(piece in sentence for piece in ours):
                    yield template

    def _slotted(self, sentence: str, one: Answered) -> str | None:
        """The sentence with slots for what was the other customer's; None where that is not enough."""
        if "{" in sentence or "}" in sentence:
            return None
        template = _QUOTED.sub(lambda found: _quote_slot(found.group(1), one), sentence)
        for value, slot in self._values(one):
            template = re.sub(rf"(?<![\w.]){re.escape(value)}(?![\w]|\.\d)", slot, template, flags=re.IGNORECASE)
        if not _PLAIN.fullmatch(template) or not self._may_say(template, one.review):
            return None
        marks = _marks(self._setting.wording.language)
        return template.replace("{quote}", marks.format("{quote}")).replace("{issue}", marks.format("{issue}"))

    def _values(self, one: Answered) -> Iterator[tuple[str, str]]:
        """What may stand in the old reply → the slot it is; longest things first."""
        if one.issue:
            yield plain(one.issue.title).strip(" ."), "{issue}"
            if one.issue.released_on:
                yield written_day(one.issue.released_on, self._setting.wording), "{released}"
                yield one.issue.released_on[:10], "{released}"
            if one.issue.fixed_in:
                yield one.issue.fixed_in, "{fixed_in}"
        if one.review.product:
            yield plain(one.review.product), "{product}"
        for version in versions(one.review.words, one.review.product_version):
            yield version, "{version}"

    def _may_say(self, template: str, review: Review) -> bool:
        bare = _SLOT.sub(" ", template)
        said = words_of(bare)
        if not self._theirs.issuperset(_names_in(bare, self._setting.wording.language)):
            return False
        strange = set(said) - self._ours - self._theirs
        if strange & set(words_of(review.words)) or not strange <= self._teams | self._blank:
            return False
        return not strange or template.endswith("?") or said[0] in _REQUESTS


def _quote_slot(quoted: str, one: Answered) -> str:
    """The slot of quoted words; what is neither the customer's nor the issue's stays quoted, and so is not said."""
    folded = quoted.casefold().strip(" .?!")
    if one.issue and folded == plain(one.issue.title).casefold().strip(" ."):
        return "{issue}"
    return "{quote}" if folded in plain(one.review.words).casefold() else f"“{quoted}”"


def _names_in(bare: str, language: str) -> set[str]:
    """Words with a capital inside a sentence, which may be names; where nouns have capitals nobody can tell."""
    inside = [] if lexicon(language).words("nouns") else bare.split()[1:]
    capital = (word for word in inside if word[:1].isupper() and not re.match(r"I\b", word))
    return {name for word in capital for name in words_of(word)}


@lru_cache(maxsize=1024)
def _said_in(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


def _words_of_the_team(answered: Sequence[Answered]) -> frozenset[str]:
    """Words said to enough customers; all customers without a name count as one."""
    customers: defaultdict[str, set[str]] = defaultdict(set)
    for one in answered:
        whom = plain(one.review.author or "").casefold()
        for word in _said_in(one.reply.text):
            customers[word].add(whom)
    return frozenset(word for word, whom in customers.items() if len(whom) >= _SAID_TO)


def _variants(said: Wording, scenario: Scenario | None = None) -> Iterator[str]:
    for sets in said.moves.values():
        for name, variants in sets.items():
            if scenario is None or name.split(".")[0] in ("any", "formal", "informal", scenario):
                yield from variants


@lru_cache(maxsize=256)
def _our_words(language: str, scenario: Scenario) -> frozenset[str]:
    """The words of all that we say ourselves in a scenario."""
    return frozenset(
        word for variant in _variants(wording(language), scenario) for word in words_of(_SLOT.sub(" ", variant))
    )


@lru_cache(maxsize=32)
def _blank_words(language: str) -> frozenset[str]:
    """Words that are in any text and tell nothing of anybody."""
    lists = ("blank_words", "dangling", "joints", "breaks")
    return frozenset(word for name in lists for phrase in lexicon(language).words(name) for word in words_of(phrase))


@lru_cache(maxsize=32)
def _our_pieces(language: str) -> tuple[str, ...]:
    """The pieces of our own sentences between their slots: what the team left of a suggestion as it was."""
    pieces = {piece.strip(" .,:;?!“”„«»") for variant in _variants(wording(language)) for piece in _SLOT.split(variant)}
    return tuple(sorted(piece for piece in pieces if len(piece) >= _OWN_PIECE))


@lru_cache(maxsize=32)
def _marks(language: str) -> str:
    """How a language puts words in quotation marks: `“{}”`."""
    found = next(filter(None, map(_MARKS.search, _variants(wording(language)))), None)
    return f"{found.group(1)}{{}}{found.group(2)}" if found else "“{}”"
