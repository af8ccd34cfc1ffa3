"""Whose address or number is this: ours, the customer's, or can't that be told?"""

from __future__ import annotations

import re
from typing import Literal

from amends.linting.context import Context
from amends.linting.text import Text

_NUMBER = re.compile(r"(?<![\w/.])\+?\(?\d[\d\s().\-/]{6,20}\d(?!\w)")
_FREE_MAIL = re.compile(
    r"@(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|mail|proton(mail)?|yandex|qq|163)\.",
    re.IGNORECASE,
)
_REGIONS = {"de": ("DE", "AT", "CH"), "fr": ("FR", "BE"), "nl": ("NL", "BE"), "es": ("ES", "MX"), "en": ("US", "GB")}
"""Where numbers without a country's code are read as, by language; others are found with their code."""
_BEFORE = 70


def phones(draft: Text, language: str) -> list[re.Match[str]]:
    """Telephone numbers, those that can be one in the countries of the language."""
    candidates = [match for match in _NUMBER.finditer(draft.raw) if sum(map(str.isdigit, match[0])) >= 7]
    return [match for match in candidates[:20] if _is_phone(match[0], language)]


def _is_phone(written: str, language: str) -> bool:
    # Loaded late: its tables take 50 ms, and few drafts hold anything like a number.
    from phonenumbers import NumberParseException, is_valid_number, parse

    for region in _REGIONS.get(language, ("US", "GB", "DE", "FR")):
        try:
            if is_valid_number(parse(written, region)):
                return True
        except NumberParseException:
            continue
    return False


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
    if _ends_with(context, before, "yours"):
        return "theirs"
    if _ends_with(context, before, "ours"):
        return "ours"
    if _in_review(context, written) or (_FREE_MAIL.search(written) and context.has_phrases("personal-data")):
        return "theirs"
    return "unknown"


def _words_before(draft: Text, place: int) -> Text:
    start = max(draft.sentence_at(place).start, place - _BEFORE)
    return Text(draft.raw[start:place].rstrip(" :,(<-–\n"))


def _ends_with(context: Context, before: Text, name: str) -> bool:
    return any(match.end() == len(before.raw) for match in context.phrases("personal-data", name).find(before))


def _in_review(context: Context, written: str) -> bool:
    review = context.review_text
    if "@" in written:
        return written.lower() in review.folded
    return any(digits(written) == digits(match[0]) for match in _NUMBER.finditer(review.raw))
