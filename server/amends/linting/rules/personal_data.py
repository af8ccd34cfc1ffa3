"""A public reply holds nothing that leads to a person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.contacts import is_ours, standing
from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.rules.postal_address import STREET, whose_address
from amends.records import Contact, Profile, Review

_ID = "personal-data"
_MARKETPLACE_ORDER = re.compile(r"(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)")
_OUT = "Take it out: whoever reads the reply can use it. Write to the customer in private."
_WHOSE = "If this is a customer's, take it out; if it's yours, say whose it is."


def _check(context: Context) -> Iterable[Hit]:
    for match in (*context.draft.emails, *context.phones):
        whose = standing(context, match)
        if whose == "theirs":
            yield Hit(*match.span(), message=_OUT)
        elif whose == "unknown":
            yield Hit(*match.span(), severity="warning", message=_WHOSE)
    numbers = [(found[0], found.span()) for found in context.found(_ID, "number")]
    numbers += [(match[0], match.span()) for match in _MARKETPLACE_ORDER.finditer(context.draft.raw)]
    for written, place in numbers:
        if not is_ours(context, written):
            yield Hit(*place, message=_OUT)
    homes = [match for match in STREET.finditer(context.draft.raw) if whose_address(context, match) == "theirs"]
    yield from (Hit(*match.span(), message=_OUT) for match in homes)
    told = [
        found for found in context.flagged(_ID, "whereabouts") if found[0].lower() not in context.review_text.folded
    ]
    yield from (Hit(*found.span(), severity="warning", message=_OUT) for found in told)


_SHOP = Profile(name="Bean & Leaf", contact=Contact(email="hello@beanleaf.example"))

RULE = Rule(
    id=_ID,
    severity="error",
    message="Take the customer's personal data out of the public reply.",
    label="No personal data",
    group="safe",
    why="What stands under a review is read by strangers, for years.",
    source=("S4.6.4",),
    check=_check,
    bad=(
        "We wrote to you at jane.doe@gmail.com yesterday.",
        "We tried your number, +44 20 7946 0958, twice.",
        "Your order 4471123 left on Monday.",
        "Your son attends the Fernhill school.",
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
