"""Whose address or number is this: ours, the customer's, or can't that be told?"""

from __future__ import annotations

import re
from typing import Literal

from amends.linting.context import Context
from amends.linting.phones import NUMBER
from amends.linting.text import Text

_FREE_MAIL = re.compile(
    r"@(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|mail|proton(mail)?|yandex|qq|163)\.",
    re.IGNORECASE,
)
_BEFORE = 70


def digits(written: str) -> str:
    """The digits alone, the last nine: the same number with and without its country's code."""
    return "".join(filter(str.isdigit, written))[-9:]


def is_ours(context: Context, written: str) -> bool:
    """Does it stand in the business's profile, or at the profile's mail domain?"""
    contact = context.profile.contact if context.profile else None
    if contact is None:
        return False
    if "@" in written:
        return (
            bool(contact.email) and written.rpartition("@")[2].lower() == str(contact.email).rpartition("@")[2].lower()
        )
    return bool(contact.phone) and digits(written) == digits(str(contact.phone))


def standing(context: Context, match: re.Match[str]) -> Literal["ours", "theirs", "unknown"]:
    """Whose an address or number is, by the profile, the review and the words before it."""
    written = match[0]
    if is_ours(context, written):
        return "ours"
    before = _words_before(context.draft, match.start())
    if context.ends("personal-data", "yours", before):
        return "theirs"
    if context.ends("personal-data", "ours", before):
        return "ours"
    if _in_review(context, written) or (_FREE_MAIL.search(written) and context.has_phrases("personal-data")):
        return "theirs"
    return "unknown"


def _words_before(draft: Text, character: int) -> str:
    start = max(draft.sentence_at(character).start, character - _BEFORE)
    return draft.raw[start:character].rstrip(" :,(<-–\n")


def _in_review(context: Context, written: str) -> bool:
    review = context.review_text
    if "@" in written:
        return written.lower() in review.folded
    return any(digits(written) == digits(match[0]) for match in NUMBER.finditer(review.raw))
