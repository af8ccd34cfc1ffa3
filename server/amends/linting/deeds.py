"""What somebody says they did, and what a reply speaks of doing: an act, and what it is done to."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from amends.linting.context import lexicon_of
from amends.linting.phrases import NOTHING, language_phrases
from amends.linting.text import text, words_of
from amends.linting.themes import stem, themes_of

_CLAUSE = re.compile(r"[,;:–]| (?:and|then|but|und|dann|aber|en|dan|maar|et|puis|mais|y|luego|pero) ")
_ROOT = 4
"""Letters an act's stem has at least where no list names it."""
_BY = frozenset({"by", "tried", "after", "kept"})
"""What makes a form in -ing one that tells what was done."""
_NOUN = frozenset({"your", "our", "the", "this", "that", "my", "any", "no", "an", "we", "i"})
"""What makes a word that may be an act a thing, or somebody else's act."""
_IT = frozenset({"it", "them", "this", "that", "everything", "both", "all"})


class Deed(NamedTuple):
    """An act, by its number in the list of deeds or its stem, and what it is done to."""

    act: int | str
    objects: frozenset[str | int]
    is_open: bool
    """Is the act done to "it", so that it may be done to anything?"""


class _Acts(NamedTuple):
    """Words of deeds by language: to their number, those that tell of the past, and those that tell of none."""

    numbers: dict[str, int]
    past: frozenset[str]
    idle: frozenset[str]
    own: frozenset[str]


_Read = Callable[[str, str, _Acts, str], int | str | None]
"""Tells which act a word is, by the word before it; None where it is none."""


@lru_cache(maxsize=16)
def _acts(language: str) -> _Acts:
    """A line of the list holds the words of one act: those for the past, a colon, all others."""
    lines = [line.partition(" : ") for line in lexicon_of(language).words("deeds")]
    numbers = {word: number for number, (past, _, now) in enumerate(lines) for word in f"{past} {now}".split()}
    past = frozenset(word for each, _, now in lines for word in each.split() if word not in now.split())
    own, idle = (frozenset(lexicon_of(language).words(name)) for name in ("myself", "idle"))
    return _Acts(numbers, past, frozenset(map(stem, idle)), own)


@lru_cache(maxsize=1024)
def done(raw: str, language: str) -> tuple[Deed, ...]:
    """The deeds an author tells of in a review, in sentences that speak of the author or leave out who."""
    acts = _acts(language)
    sentences = [one for one in text(raw).read_sentences if acts.numbers and _is_own(one.words, acts)]
    return tuple(deed for sentence in sentences for deed in _deeds(sentence.folded, language, _done))


def is_told_again(folded: str, known: tuple[Deed, ...], language: str) -> bool:
    """Does a sentence that tells to do something speak of a deed that was done?"""
    wanted = {deed.act for deed in known}
    return any(_is_same(old, new) for new in _deeds(folded, language, _told, wanted) for old in known)


def _deeds(folded: str, language: str, read: _Read, wanted: Container[int | str] | None = None) -> Iterator[Deed]:
    """The deeds of one sentence; of those somebody wants, where that is known."""
    acts = _acts(language)
    before = "by"
    for clause in map(words_of, _CLAUSE.split(folded)):
        for number, word in enumerate(clause):
            act = read(word, before, acts, language)
            before = word
            if act is not None and (wanted is None or act in wanted):
                others = [other for other in clause if other != word and other not in acts.numbers]
                yield Deed(act, _objects(others, language), _IT.issuperset(clause[number + 1 : number + 2]))


def _objects(words: list[str], language: str) -> frozenset[str | int]:
    """What words tell, but those that stand in half of all reviews."""
    is_one = (language_phrases(language) or NOTHING).is_one
    return themes_of((word for word in words if not is_one(("step-already-tried", "generic"), word)), language)


def _done(word: str, before: str, acts: _Acts, language: str) -> int | str | None:
    if word in acts.past or (word.endswith("ing") and word in acts.numbers and before in _BY):
        return acts.numbers[word]
    # Other languages' words for the past are all in the list.
    if language != "en" or word in acts.numbers or not word.endswith("ed"):
        return None
    root = stem(word)
    return root if len(root) >= _ROOT and root not in acts.idle else None


def _told(word: str, before: str, acts: _Acts, language: str) -> int | str | None:
    if word in acts.past or before in _NOUN:
        return None
    return acts.numbers.get(word, stem(word) if language == "en" else None)


def begins_with_an_act(words: tuple[str, ...], language: str) -> bool:
    """Does a sentence begin with what somebody is to do?"""
    acts = _acts(language)
    return bool(words) and words[0] in acts.numbers and words[0] not in acts.past


def _is_own(words: tuple[str, ...], acts: _Acts) -> bool:
    return not acts.own or any(word in acts.own for word in words) or any(word in acts.numbers for word in words[:1])


def _is_same(one: Deed, other: Deed) -> bool:
    """Is it the same act, done to the same thing? What no list names tells by itself, done to "it"."""
    if one.act != other.act:
        return False
    alone = isinstance(one.act, str) and (one.is_open or other.is_open)
    return alone or bool(one.objects & other.objects) or not (one.objects or other.objects)
