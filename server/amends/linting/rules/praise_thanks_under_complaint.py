"""No thanks for praise that nobody gave."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context, lexicon_of
from amends.linting.phrase import Found
from amends.linting.rule import Example, Hit, Rule
from amends.linting.themes import themes
from amends.records import Rating, Review

_ID = "praise-thanks-under-complaint"
_MIDDLING = 0.5
_READ = 1500
"""Characters of a review in which praise is looked for."""
_FOLLOWING = 30
"""Characters after a thank-you that may tell what it is for."""
_CLAUSE = re.compile(r"[.!?,;\n]|\b(?:but|though|although|aber|obwohl|maar|hoewel|mais|pero|aunque)\b")


def _applies(context: Context) -> bool:
    """Does the review complain, or give no stars that tell, and no praise?"""
    stars = context.review.rating.share if context.review and context.review.rating else _MIDDLING
    unpraised = stars == _MIDDLING and context.same_language and bool(context.review_text.words)
    return context.complaint or (unpraised and not _praises(context))


def _praises(context: Context) -> bool:
    praise = lexicon_of(context.language).pattern("praise")
    return bool(praise.search(context.review_text.raw)) or context.review_says(_ID, "praised")


def _check(context: Context) -> Iterable[Hit]:
    told = context.flagged(_ID, "love")
    praised = _praised(context) if told else frozenset()
    return [Hit(*found.span()) for found in told if not themes(_object(context, found), context.language) & praised]


def _object(context: Context, found: Found) -> str:
    """A thank-you, and what it is for: "kind words" with the "about the driver" that follows."""
    end = context.draft.sentence_at(found.begin).end
    return context.draft.raw[found.begin : min(end, found.finish + _FOLLOWING)]


def _praised(context: Context) -> frozenset[str | int]:
    """What the review speaks well of: the themes of its clauses that hold words of praise."""
    praise = lexicon_of(context.language).pattern("praise")
    clauses = _CLAUSE.split(context.review_text.raw[:_READ])
    return frozenset().union(*(themes(clause, context.language) for clause in clauses if praise.search(clause)))


_ONE_STAR = Review(text="Since the new layout the timer resets itself every night.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="This review complains: don't thank for praise, take up the complaint.",
    label="No thanks for praise under a complaint",
    group="thank",
    why="Thanks for the love under one star shows that nobody read it.",
    source=("S4.3.2", "S1.4", "S3.7"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(
        Example("Thanks! Appreciate the love!", review=_ONE_STAR),
        Example("We're so happy to hear you enjoy the app.", review=_ONE_STAR),
    ),
    good=(
        Example(
            "Thank you for the report. I'm glad the breakfast was good, and sorry the room was cold. Write to us at "
            "help@inn.example and I look at the heating today. Lin",
            review=Review(text="Cold room all night, but the breakfast was lovely.", rating=Rating(value=2)),
        ),
        Example(
            "Thank you for the report. I'm sorry the timer resets at night. We are testing a fix until Thursday; "
            "write to us at help@app.example if you'd like to try it. Lin",
            review=_ONE_STAR,
        ),
        Example(
            "I'm sorry the roof still leaks. I come to look at it on Saturday. Thank you for the kind word about the "
            "lads, who want to find the spot, too. Ring us if Saturday doesn't suit you. Kim",
            review=Review(text="Roof leaks after two visits. Nice lads, but no result.", rating=Rating(value=1)),
        ),
    ),
)
