"""A question gets an answer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from amends.linting.context import Context, lexicon_of
from amends.linting.phrase import Found
from amends.linting.phrases import language_phrases
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import Place
from amends.linting.themes import themes
from amends.records import Rating, Review

_ID = "question-unanswered"


_ASKS, _TELLS = "asks", "tells"
"""Lists of what asks and what answers: `asks-why` and `tells-why` …; `asks` and `answered` for any question."""
_WHY, _WHO, _WHETHER, _REPAIR = "-why", "-who", "-whether", "-repair"
_BOTH = 2
_LOOSE = ("", _WHETHER)
"""Kinds that a sentence has only where it has no other."""


def _applies(context: Context) -> bool:
    return context.same_language and bool(_asked(context))


def _asked(context: Context) -> list[tuple[str, str]]:
    """The questions that ask for something, each with its kind; "why would anyone buy this?" does not."""
    review = context.review_text
    rhetorical = {review.sentence_at(found.begin) for found in context.reviewed(_ID, "rhetorical")}
    sentences = [
        (name.removeprefix(_ASKS), _question(context, found, place))
        for name in _kinds(context)
        for found in context.reviewed(_ID, name)
        if (place := review.sentence_at(found.begin)) not in rhetorical
    ]
    told = {sentence for kind, sentence in sentences if kind not in _LOOSE}
    return [
        each for each in dict.fromkeys(sentences) if each[0] not in _LOOSE or (each[1] not in told and "?" in each[1])
    ]


def _question(context: Context, found: Found, place: Place) -> str:
    """What a sentence asks: from where it begins to ask, or all of it where that tells nothing."""
    asked = context.review_text.raw[found.begin : place.end]
    return asked if themes(asked, context.language) else context.review_text.raw[place.start : place.end]


def _breaks(context: Context, sentence: str) -> bool:
    return bool(lexicon_of(context.language).pattern("bug").search(sentence))


def _kinds(context: Context) -> tuple[str, ...]:
    return _asking(context.language)


@lru_cache(maxsize=64)
def _asking(language: str) -> tuple[str, ...]:
    """The lists of questions there are in a language."""
    known = language_phrases(language)
    return tuple(name for rule, name in known.lists if rule == _ID and name.startswith(_ASKS)) if known else ()


def _check(context: Context) -> Iterable[Hit]:
    if context.says(_ID, "answered") or context.draft.links:
        return ()
    return () if any(_answers(context, kind, question) for kind, question in _asked(context)) else (Hit(),)


def _answers(context: Context, kind: str, question: str) -> bool:
    """Does the draft speak of what was asked, and where the kind of question is known, in a way that answers it?"""
    asked = themes(question, context.language)
    if not kind:
        return bool(asked & themes(context.draft.raw, context.language))
    # "Why does it crash?" asks for a fix as much as for a reason.
    broken = kind == _REPAIR or (kind == _WHY and _breaks(context, question))
    if broken and context.says(_ID, _TELLS + _REPAIR):
        return True
    if (kind == _WHO and (context.draft.emails or context.phones)) or _explains(context, question):
        return True
    if kind == _WHETHER and context.says(_ID, "short"):
        return True
    said = [_around(context, found.begin) for found in context.flagged(_ID, _TELLS + kind)]
    return any(not asked or asked & themes(each, context.language) for each in said)


def _explains(context: Context, question: str) -> bool:
    """Does a sentence that neither thanks nor says sorry speak of two of the things that were asked about?"""
    asked = {theme for theme in themes(question, context.language) if isinstance(theme, str)}
    courtesies = [lexicon_of(context.language).pattern(name) for name in ("thanks", "apology")]
    return len(asked) >= _BOTH and any(
        len(asked & themes(sentence.folded, context.language)) >= _BOTH
        for sentence in context.draft.read_sentences
        if not any(courtesy.search(sentence.folded) for courtesy in courtesies)
    )


def _around(context: Context, character: int) -> str:
    """The sentence that holds a character, and those before and after it that don't say thank you."""
    sentences = context.draft.sentences
    number = sentences.index(context.draft.sentence_at(character))
    thanks = lexicon_of(context.language).pattern("thanks")
    pieces = [context.draft.raw[place.start : place.end] for place in sentences[max(0, number - 1) : number + 2]]
    own = context.draft.raw[sentences[number].start : sentences[number].end]
    return " ".join(piece for piece in pieces if piece == own or not thanks.search(piece))


_FREEZER = Review(text="Nice pan. Can you tell me whether the lid survives the dishwasher?", rating=Rating(value=4))
_TIMER = Review(text="Why are there two timers on the screen now?", rating=Rating(value=2))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="The customer asked something: answer it, or say when you will.",
    label="Answers what was asked",
    group="acknowledge",
    why="A question that is passed over is asked again, louder.",
    source=("S4.3.2", "S4.1.4", "S1.4"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(
        Example("Thank you for the kind words about the pan! Jo", review=_FREEZER),
        Example("Thank you. I'm sorry about the two timers. Write to help@app.example. Jo", review=_TIMER),
    ),
    good=(
        Example("Thank you for the kind words about the pan! It does, up to 65 degrees. Jo", review=_FREEZER),
        Example("Thank you! Yes: the lid takes the dishwasher up to 65 degrees. Jo", review=_FREEZER),
        Example(
            "Thank you. I'm sorry about the two timers: they are there because tea and eggs take a timer each. "
            "Write to help@app.example if you'd like to hide one. Jo",
            review=_TIMER,
        ),
    ),
)
