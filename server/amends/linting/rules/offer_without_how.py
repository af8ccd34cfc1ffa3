"""An offer says how to get it."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Contact, Profile

_ID = "offer-without-how"


def _check(context: Context) -> Iterable[Hit]:
    if context.draft.emails or context.draft.links or context.phones:
        return ()
    offers = context.flagged(_ID, "offer") + (context.flagged(_ID, "invite") if _may_say_where(context) else [])
    return [Hit(*found.span()) for found in offers] if offers and not context.says(_ID, "how") else ()


def _may_say_where(context: Context) -> bool:
    """Do we know an address or a number of ours, and may it stand in a reply here?"""
    contact = context.profile and context.profile.contact
    allowed = context.platform.contact is None or context.platform.contact.value
    return allowed and bool(contact and (contact.email or contact.phone or contact.url))


_SHOP = Profile(name="Lid & Co", contact=Contact(email="help@lid.example"))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="Say how the customer gets it: where to write, what to bring, or that nothing is to be done.",
    label="An offer says how to get it",
    group="act",
    why="An offer without the way to it makes one more question to ask.",
    source=("S4.5.2", "S1.6", "S2.7"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "Thank you. We would like to offer another table one evening. Jo",
        "Sorry about the lid. If you still want it, we could swap it. Jo",
        Example("Sorry about the wait. Please contact our team so that we can help. Jo", profile=_SHOP),
    ),
    good=(
        "Thank you. I'm sorry about the lid. We'd like to replace it: write to help@shop.example. Jo",
        "Thank you. I'm sorry about the lid. We'd like to replace it: bring it to the shop, no receipt is needed. Jo",
    ),
)
