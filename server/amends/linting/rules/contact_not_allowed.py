"""No mail address or phone number where the platform takes none, not even our own."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.banned import Span, ban, where_banned
from amends.linting.context import Context
from amends.linting.rule import Example, Rule


def _places(context: Context) -> Iterable[Span]:
    return (match.span() for match in (*context.draft.emails, *context.phones))


RULE = Rule(
    id="contact-not-allowed",
    severity="error",
    message="Take the address or number out: this platform allows none in replies. Say the way in words.",
    label="No addresses or numbers where the platform takes none",
    group="safe",
    why="A reply with an address or a number is refused or taken down here.",
    applies=where_banned("contact"),
    check=ban("contact", _places),
    bad=(
        Example("Thank you. Please mail us at help@shop.example. Jo", platform="tripadvisor"),
        Example("Thank you. Please call us on +44 20 7946 0018. Jo", platform="workspace-marketplace"),
    ),
    good=(Example("Thank you. Please call the front desk and ask for me. Jo", platform="tripadvisor"),),
)
