"""A public reply holds nothing that leads to a person, and asks for nothing of the kind in public."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.contacts import is_ours, standing
from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Contact, Profile, Review

_ID = "personal-data"
_MARKETPLACE_ORDER = re.compile(r"(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)")
_OUT = "Take it out: whoever reads the reply can use it. Write to the customer in private."
_ASK = "Ask for this in private: give your own address or number instead."
_WHOSE = "If this is a customer's, take it out; if it's yours, say whose it is."


def _check(context: Context) -> Iterable[Hit]:
    for match in (*context.draft.emails, *context.phones):
        whose = standing(context, match)
        if whose == "theirs":
            yield Hit(*match.span(), message=_OUT)
        elif whose == "unknown":
            yield Hit(*match.span(), severity="warning", message=_WHOSE)
    for match in (*context.found(_ID, "number"), *_MARKETPLACE_ORDER.finditer(context.draft.raw)):
        if not is_ours(context, match[0]):
            yield Hit(match.start(), match.end(), message=_OUT)
    yield from _asked_in_public(context)


def _asked_in_public(context: Context) -> Iterable[Hit]:
    asked = context.found(_ID, "ask")
    private = [match.start() for match in context.found(_ID, "private")] if asked else []
    for match in asked:
        # A sentence before or after may say where to, as in "Please mail us. Tell us your order number."
        start, end = match.start() - 120, match.end() + 120
        if not any(start <= place < end for place in private):
            yield Hit(match.start(), match.end(), message=_ASK)


_SHOP = Profile(name="Bean & Leaf", contact=Contact(email="hello@beanleaf.example"))

RULE = Rule(
    id=_ID,
    severity="error",
    message="Take the customer's personal data out of the public reply.",
    label="No personal data, given or asked for",
    group="safe",
    why="What stands under a review is read by strangers, for years.",
    source=("S4.6.4", "S4.6.1"),
    check=_check,
    bad=(
        "We wrote to you at jane.doe@gmail.com yesterday.",
        "We tried your number, +44 20 7946 0958, twice.",
        "Your order 4471123 left on Monday.",
        "Please reply here with your order number.",
        Example("I have called 020 7946 0958.", review=Review(text="Call me back on 020 7946 0958!")),
    ),
    good=(
        "Thank you, Jane. I'm sorry it was late. Please e-mail us at help@shop.example with your order number. Kai",
        Example(
            "Thank you, Jane. I'm sorry the tea was late. Please write: hello@beanleaf.example. Kai", profile=_SHOP
        ),
        "Thanks for the report. It is fixed in 4.2.1, which came out on 2026-11-20. Kai",
    ),
)
