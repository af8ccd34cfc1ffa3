"""A reply to a problem says how to reach us."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Contact, Profile, Rating, Review

_ID = "contact-missing"


def _applies(context: Context) -> bool:
    allowed = context.platform.contact is None or context.platform.contact.value
    return allowed and context.complaint and not context.says(_ID, "fixed")


def _check(context: Context) -> Iterable[Hit]:
    draft = context.draft
    given = draft.emails or draft.links or context.phones or context.says(_ID, "way")
    return () if given else (Hit(),)


_REVIEW = Review(text="Two weeks and still no answer about my torn coat.", rating=Rating(value=1))
_SHOP = Profile(name="Coat Corner", contact=Contact(email="care@coatcorner.example"))

RULE = Rule(
    id=_ID,
    severity="advice",
    message="Say how to reach you: an address or a number of the business.",
    label="Says how to reach us",
    group="invite",
    why="A way to a real person takes the matter out of the public, where it can be settled.",
    source=("S4.3.4", "S1.8", "S1.7"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. I'm sorry about the coat. I will mend it by Friday. Una", review=_REVIEW, profile=_SHOP),),
    good=(
        Example(
            "Thank you. I'm sorry about the coat and the silence. Write to me at care@coatcorner.example "
            "and I will answer the same day. Una",
            review=_REVIEW,
            profile=_SHOP,
        ),
    ),
)
