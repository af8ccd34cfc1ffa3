"""A question gets an answer."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.themes import themes
from amends.records import Rating, Review

_ID = "question-unanswered"


def _applies(context: Context) -> bool:
    return context.same_language and "?" in context.review_text.raw and bool(_asked(context))


def _asked(context: Context) -> list[str]:
    """The questions that ask for something; "why would anyone buy this?" does not."""
    review = context.review_text
    asked = [review.sentence_at(found.begin) for found in context.reviewed(_ID, "asks")]
    sentences = dict.fromkeys(review.raw[place.start : place.end] for place in asked)
    return [sentence for sentence in sentences if "?" in sentence]


def _check(context: Context) -> Iterable[Hit]:
    if context.says(_ID, "answered") or context.draft.links:
        return ()
    said = themes(context.draft.raw, context.language)
    return () if any(themes(question, context.language) & said for question in _asked(context)) else (Hit(),)


_FREEZER = Review(text="Nice pan. Can you tell me whether the lid survives the dishwasher?", rating=Rating(value=4))

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
    bad=(Example("Thank you for the kind words about the pan! Jo", review=_FREEZER),),
    good=(Example("Thank you! Yes: the lid takes the dishwasher up to 65 degrees. Jo", review=_FREEZER),),
)
