"""Is somebody named in a text that is to be published?"""

from __future__ import annotations

import re

from amends.linting.names import names_nobody
from amends.records import Review


def names_author(text: str, review: Review) -> bool:
    """Does the text hold a word of the reviewer's name, however it is written?"""
    author = review.author or ""
    return not names_nobody(author) and bool(_words(text) & _words(author))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
