"""No street and house number of a customer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "postal-address"
STREET = re.compile(
    r"\b\d{1,5}[a-zA-Z]?,? (?:[A-Z][\w'’.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct"
    r"|Crescent|Place|Square|Boulevard|Blvd|Terrace|Gardens|Grove|Hill|Row|Mews|Parade)\b"
    r"|\b\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|allée|quai|impasse)"
    r" (?:de |du |des |d['’]|la |le )*[A-ZÉÈ]\w+"
    r"|\b(?:[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo) (?:de |del |la |los )*[A-ZÁÉ]\w+(?: \w+)?,? (?:n[.º°]? ?)?\d{1,4}\b"
    r"|\b[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|weg|gasse|platz|allee|ufer|straat|laan|plein|gracht|kade|dijk)"
    r" \d{1,4} ?[a-zA-Z]?\b"
)
_BEFORE = 60


_PERSON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau|Mme|M|Sra?)\.? (?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}| at home| the door)$"
)
"""A person before an address, as in "Mrs Fenn, 2 Mill Lane"."""


def whose_address(context: Context, match: re.Match[str]) -> Literal["theirs", "ours", "unknown"]:
    """Whose an address is, by the words before it."""
    start = max(context.draft.sentence_at(match.start()).start, match.start() - _BEFORE)
    before = context.draft.raw[start : match.start()].rstrip(" :,(")
    if _PERSON.search(before) or context.ends(_ID, "yours", before):
        return "theirs"
    return "ours" if context.ends(_ID, "ours", before) else "unknown"


def _check(context: Context) -> Iterable[Hit]:
    for match in STREET.finditer(context.draft.raw):
        standing = whose_address(context, match)
        if standing != "ours":
            yield Hit(*match.span(), severity="error" if standing == "theirs" else None)


RULE = Rule(
    id=_ID,
    severity="warning",
    message="If this is the customer's address, take it out; if it's ours, say so.",
    label="No customer's address",
    group="safe",
    why="An address under a complaint leads strangers to somebody's door.",
    source=("S4.6.4",),
    check=_check,
    bad=("We sent it to 12 Station Road on Monday.", "The parcel went to your home at Lindenstraße 5."),
    good=("Thank you. Please come and see us at 12 Station Road, any day until six. Jo",),
)
