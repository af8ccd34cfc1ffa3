"""Take up the problem the customer has, and no other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from amends.linting.context import Context, lexicon_of
from amends.linting.phrase import Found
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import fold, words_of
from amends.linting.themes import themes, themes_of
from amends.records import Rating, Review

_ID = "answers-another-problem"


_TAKEN_UP = 2
"""Telling words a draft must share with its review before a strange clause in it is left alone."""
_FEWEST = 4
"""Telling words a review must have before a clause can be said to speak of something else."""
_OPENING = 6
"""Words that may stand before a clause which opens its sentence, as "Thank you, and I am"."""
_SOME, _MORE, _NEVER = 2, 3, 99
"""Telling words of a clause from which it can be strange: where it names a kind of trouble, and where not; an apology
can't be then."""
_LONG, _FEW = 4, 0.25
"""In a clause of so many telling words, this share may be in the review by chance."""


def _applies(context: Context) -> bool:
    return context.same_language and context.complaint and bool(themes(context.review_text.raw, context.language))


def _check(context: Context) -> Iterable[Hit]:
    spoken_of = themes(context.review_text.raw, context.language)
    told = context.found(_ID, "object")
    if hits := [found for found in told if _is_of_another_kind(context, found, spoken_of)]:
        return [Hit(*found.span()) for found in hits]
    # Languages without clauses know kinds of trouble only.
    if not _reads(context) or _is_short(spoken_of) or _takes_up(context, spoken_of):
        return ()
    clauses = [*told, *context.flagged(_ID, "clause")]
    strange = [found for found in clauses if _opens(context, found) and _is_strange(context, found, spoken_of)]
    return [Hit(*found.span()) for found in strange]


def _is_of_another_kind(context: Context, found: Found, spoken_of: frozenset[str | int]) -> bool:
    """Does a phrase name a kind of trouble, as late parcels or crashes, of which the review names only others?"""
    said = _unnamed(found[0]) if _reads(context) else found[0]
    ours = frozenset(theme for word in words_of(fold(found[0])) for theme in _themes_of(word, context.language))
    named = any(
        isinstance(theme, int) for word in _telling(context, said) for theme in _themes_of(word, context.language)
    )
    return named and not ours & spoken_of and any(isinstance(theme, int) for theme in spoken_of)


def _reads(context: Context) -> bool:
    return context.known is not None and (_ID, "clause") in context.known.lists


def _is_short(spoken_of: frozenset[str | int]) -> bool:
    return sum(isinstance(theme, str) for theme in spoken_of) < _FEWEST


def _is_sorry(context: Context, found: Found) -> bool:
    return bool(lexicon_of(context.language).pattern("apology").match(found[0]))


def _opens(context: Context, found: Found) -> bool:
    """Does nothing stand before it in its sentence, or only a thank-you before an apology?"""
    start = context.draft.sentence_at(found.begin).start
    before = context.draft.raw[start : found.begin].rstrip()
    most = _OPENING if _is_sorry(context, found) else 0
    return len(before.split()) <= most or before.endswith((",", ";", ":", "-", "–", "—"))


def _is_strange(context: Context, found: Found, spoken_of: frozenset[str | int]) -> bool:
    """Are a clause's telling words, or all but one of many, none of the review's and not akin to any?

    An apology tells in other words what the customer told: it is strange only where it names another kind of trouble.
    """
    each = [_themes_of(word, context.language) for word in _telling(context, _unnamed(found[0]))]
    telling = [theirs for theirs in each if any(isinstance(theme, str) for theme in theirs)]
    near = sum(bool(theirs & spoken_of) for theirs in telling)
    named = any(not theirs & spoken_of and any(isinstance(theme, int) for theme in theirs) for theirs in telling)
    most = _SOME if named else _NEVER if _is_sorry(context, found) else _MORE
    return len(telling) >= most and near <= (_FEW * len(telling) if len(telling) >= _LONG else 0)


def _unnamed(said: str) -> str:
    """A clause without the names in it, which are the product's or a day's more often than a trouble's."""
    first, *others = said.split()
    return " ".join([first, *(word for word in others if word.islower() and word[0].isalpha())])


@lru_cache(maxsize=20_000)
def _themes_of(word: str, language: str) -> frozenset[str | int]:
    return themes_of([word], language)


def _takes_up(context: Context, spoken_of: frozenset[str | int]) -> bool:
    """Does the draft as a whole speak of what the review speaks of?"""
    both = themes(context.draft.raw, context.language) & spoken_of
    return sum(isinstance(theme, str) for theme in both) >= _TAKEN_UP


def _telling(context: Context, raw: str) -> list[str]:
    return context.without(_ID, "generic", words_of(fold(raw)))


_LATE = Review(text="The parcel came nine days late and the courier was rude.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="The review speaks of something else: take up what the customer wrote.",
    label="Takes up the customer's own problem",
    group="acknowledge",
    why="An answer to another problem is worse than none: it shows a reply pulled from a drawer.",
    source=("S3.7", "S4.3.2", "S4.1.2"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(
        Example("Thank you. I'm sorry that the app crashes on start. Please write to us today. Jo", review=_LATE),
        Example(
            "Thank you, and sorry. To put a password on the diary, open its menu and choose Lock. Write to "
            "help@diary.example if it isn't there. Jo",
            review=_LATE,
        ),
    ),
    good=(
        Example(
            "Thank you. I'm sorry the parcel came so late. Please write to us and I look at it today. Jo", review=_LATE
        ),
    ),
)
