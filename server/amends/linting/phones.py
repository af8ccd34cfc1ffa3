"""Finds telephone numbers; a number is one only if it can be dialled."""

from __future__ import annotations

import re
from functools import lru_cache

from amends.linting.text import Text

NUMBER = re.compile(r"(?<![\w/.])\+?\(?\d[\d\s().\-/]{6,20}\d(?!\w)")
"""What might be one: digits with the marks people put between them."""
_REGIONS = {"de": ("DE", "AT", "CH"), "fr": ("FR", "BE"), "nl": ("NL", "BE"), "es": ("ES", "MX"), "en": ("US", "GB")}
"""Where numbers without a country's code are read as, by language; others are found with their code."""
_MOST = 20
_CALLED = re.compile(
    r"\b(mobile|cell|phone|tel|telephone|landline|handy|telefon|whatsapp|fax|call|ring|dial)\b[^.!?\n\d]{0,30}$"
)
"""What stands before a number that is one even if no country would connect it."""

_SHAPED = re.compile(r"0\d{2,4}[ /-]\d{3} ?\d{3,4}")
"""A number as people write theirs, also one that is kept free for films and examples."""


def phones(text: Text, language: str) -> tuple[re.Match[str], ...]:
    """Telephone numbers, those that can be one in the countries of the language."""
    candidates = [match for match in NUMBER.finditer(text.raw) if sum(map(str.isdigit, match[0])) >= 7]
    return tuple(
        match
        for match in candidates[:_MOST]
        if _SHAPED.fullmatch(match[0])
        or _can_be_dialled(match[0], language)
        or (_CALLED.search(text.folded, max(0, match.start() - 40), match.start()))
    )


@lru_cache(maxsize=1024)
def _can_be_dialled(written: str, language: str) -> bool:
    # Loaded late: its tables take 50 ms, and few drafts hold anything like a number.
    from phonenumbers import NumberParseException, is_valid_number, parse

    countries: tuple[str | None, ...] = _REGIONS.get(language, ("US", "GB", "DE", "FR"))
    for country in (None,) if written.startswith("+") else countries:
        try:
            if is_valid_number(parse(written, country)):
                return True
        except NumberParseException:
            continue
    return False
