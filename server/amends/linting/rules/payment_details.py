"""Nothing that leads to anybody's money."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule, always

_ID = "payment-details"
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b")


def _check(context: Context) -> Iterable[Hit]:
    yield from (Hit(*found.span()) for found in context.flagged(_ID))
    raw = context.draft.raw
    yield from (Hit(*match.span(), severity="error") for match in _CARD.finditer(raw) if _is_card(match[0]))
    yield from (Hit(*match.span(), severity="error") for match in _IBAN.finditer(raw) if _is_iban(match[0]))


def _is_card(written: str) -> bool:
    """Does the check digit of a card fit?"""
    figures = [int(character) for character in reversed(written) if character.isdigit()]
    doubled = (sum(divmod(2 * figure, 10)) for figure in figures[1::2])
    return len(set(figures)) > 1 and (sum(figures[::2]) + sum(doubled)) % 10 == 0


def _is_iban(written: str) -> bool:
    """Does the check number of an account fit?"""
    plain = written.replace(" ", "")
    return len(plain) >= 15 and int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


RULE = Rule(
    id="payment-details",
    severity="warning",
    message="Take it out: how somebody paid is nothing for a public reply.",
    label="Nothing about how anyone paid",
    group="safe",
    why="Two such details are enough for a stranger to pretend to be the customer.",
    source=("S4.6.4",),
    needs=frozenset({}),
    applies=always,
    check=_check,
    bad=(
        "Your Visa card was declined.",
        "We refunded the card ending in 4421.",
        "Our IBAN is GB82 WEST 1234 5698 7654 32.",
        "It was card 4111 1111 1111 1111.",
    ),
    good=("Thank you for telling us. The payment page listed one card type too few; it takes all four again. Bo",),
)
