"""No mail address or phone number where the platform takes none, not even our own."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule, told_by


def _applies(context: Context) -> bool:
    return context.platform.contact is not None and not context.platform.contact.value


def _check(context: Context) -> Iterable[Hit]:
    fact = context.platform.contact
    return [Hit(*match.span(), **told_by(fact, context)) for match in (*context.draft.emails, *context.phones)]


RULE = Rule(
    id="contact-not-allowed",
    severity="error",
    message="Take the address or number out: this platform allows none in replies. Say the way in words.",
    label="No addresses or numbers where the platform takes none",
    group="safe",
    why="A reply with an address or a number is refused or taken down here.",
    applies=_applies,
    check=_check,
    bad=(
        Example("Thank you. Please mail us at help@shop.example. Jo", platform="tripadvisor"),
        Example("Thank you. Please call us on +44 20 7946 0018. Jo", platform="workspace-marketplace"),
    ),
    good=(Example("Thank you. Please call the front desk and ask for me. Jo", platform="tripadvisor"),),
)
