"""Don't send people back to what they said they had tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from amends.linting.context import Context
from amends.linting.deeds import begins_with_an_act, done, is_told_again
from amends.linting.phrases import language_phrases
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import Place, text
from amends.linting.themes import themes_of
from amends.records import Rating, Review

_ID = "step-already-tried"
_QUOTES = re.compile(r"[“”„«»]")
"""What repeats the customer's words tells them nothing to do."""
_ENOUGH, _MOST = 3, 0.6
"""Telling words that a step shares with what was tried: so many, or two that are this share of the step's."""


def _applies(context: Context) -> bool:
    return context.same_language and (
        bool(_tried(context))
        or context.review_says(_ID, "tried")
        or bool(done(context.review_text.raw, context.language))
    )


def _tried(context: Context) -> list[str]:
    """The steps there are phrases for that the review says were tried: `X-tried`, with `X-told` for the draft."""
    return [step for step in _steps(context.language) if context.review_says(_ID, f"{step}-tried")]


@lru_cache(maxsize=64)
def _steps(language: str) -> tuple[str, ...]:
    """The steps there are phrases for in a language."""
    known = language_phrases(language)
    names = sorted(name for rule, name in known.lists if rule == _ID) if known else []
    return tuple(name.removesuffix("-tried") for name in names if name.endswith("-tried"))


def _check(context: Context) -> Iterable[Hit]:
    spared = context.sentences(_ID, "again") - context.sentences(_ID, "asked")
    told = [found for step in _tried(context) for found in context.found(_ID, f"{step}-told")]
    told = [found for found in told if not _is_quoted(context, found.begin)]
    hits = [Hit(*found.span()) for found in told if context.draft.sentence_at(found.begin) not in spared]
    return hits or [Hit(*place) for place in (*_retold(context), *_done_again(context)) if place not in spared]


def _is_quoted(context: Context, character: int) -> bool:
    """Does the sentence that holds a character repeat the customer's words?"""
    place = context.draft.sentence_at(character)
    return bool(_QUOTES.search(context.draft.raw[place.start : place.end]))


def _done_again(context: Context) -> Iterator[Place]:
    """The sentences that tell to do again, to the same thing, what the review says was done."""
    language = context.language
    known = done(context.review_text.raw, language)
    telling = context.sentences(_ID, "told") if known else set()
    for sentence in context.draft.read_sentences if known else ():
        tells = sentence.place in telling or begins_with_an_act(sentence.words, language)
        if tells and not _QUOTES.search(sentence.folded) and is_told_again(sentence.folded, known, language):
            yield sentence.place


def _retold(context: Context) -> Iterator[Place]:
    """The sentences of the draft that tell to do what the review says, in nearly the same words, was done."""
    review = context.review_text
    tried = [review.sentence_at(found.begin) for found in context.reviewed(_ID, "tried")]
    done = frozenset(word for place in tried for word in _telling(context, review.raw[place.start : place.end]))
    every = _telling(context, review.raw) if tried else frozenset()
    for place in sorted(context.sentences(_ID, "told")) if tried else ():
        sentence = context.draft.raw[place.start : place.end]
        if _QUOTES.search(sentence):
            continue
        step = _telling(context, sentence)
        same = len(step & done)
        if same >= _ENOUGH or (same > 1 and same >= _MOST * len(step)) or len(step & every) > _ENOUGH:
            yield place


def _telling(context: Context, raw: str) -> frozenset[str]:
    """The telling words of a sentence, but those that stand in half of all reviews."""
    words = context.without(_ID, "generic", text(raw).words)
    return frozenset(word for word in themes_of(words, context.language) if isinstance(word, str))


_DONE = Review(text="Crashes on start. I already reinstalled it twice and cleared the cache.", rating=Rating(value=1))
_PRINTS = Review(
    text="I opened the desktop menu, pressed the print button and the preview came, but no printer.",
    rating=Rating(value=2),
)
_LEAKS = Review(
    text="Leaks. I descaled it, then returned the kettle on the 3rd. Nothing since.", rating=Rating(value=1)
)

RULE = Rule(
    id=_ID,
    severity="warning",
    message="They said they tried this: leave it out, or say why once more.",
    label="No step they already tried",
    group="act",
    why="Being sent back to the first step proves that nobody read the review.",
    source=("S4.3.2", "S4.5.2", "S2.5"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(
        Example("Thank you. I'm sorry it crashes on start. Please reinstall the app. Jo", review=_DONE),
        Example("Thank you. I'm sorry. Take it off the phone and put it on again. Jo", review=_DONE),
        Example("Thank you, and sorry. Please press the print button in the desktop menu. Jo", review=_PRINTS),
        Example("Thank you, and sorry. It is lime, so descaling the machine helps. Jo", review=_LEAKS),
        Example("Thank you, and sorry. Send the kettle back to us with the label in the box. Jo", review=_LEAKS),
    ),
    good=(
        Example(
            "Thank you, and for trying twice. I'm sorry it crashes on start. Could you send the report under "
            "Settings to help@app.example? I look at it today. Jo",
            review=_DONE,
        ),
    ),
)
