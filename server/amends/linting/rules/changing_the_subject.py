"""Stay with what the customer wrote about."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.themes import themes
from amends.records import Rating, Review

_ID = "changing-the-subject"


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    if not (context.complaint and context.same_language):
        return
    spoken_of = themes(context.review_text.raw, context.language)
    for found in context.flagged(_ID, "news"):
        place = context.draft.sentence_at(found.begin)
        if not themes(context.draft.raw[place.start : place.end], context.language) & spoken_of:
            yield Hit(*found.span())


_LATE = Review(text="The parcel came nine days late and the courier was rude.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="Stay with the complaint: leave out what else is good, new or nice.",
    label="Stays with the subject",
    group="acknowledge",
    why="Turning to something pleasant tells the customer that the complaint was inconvenient.",
    source=("S3.7",),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "I see the soup was cold, but our desserts are really excellent.",
        "On the bright side, you had a lovely view.",
        "By the way, we open late on Fridays.",
        Example("Sorry for the wait for the parcel. We have just opened a terrace by the river. Jo", review=_LATE),
    ),
    good=(
        "Thank you for telling us. I'm sorry the soup was cold: the kitchen checks every bowl from today. Rui",
        Example(
            "Thank you for writing. I'm sorry the parcel came so late. We have opened a second depot for the couriers "
            "of the north since Monday. If it happens to you again, please write to us at help@shop.example. Rui",
            review=_LATE,
        ),
    ),
)
