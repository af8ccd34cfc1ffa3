"""Which language a review is in: its script and commonest words tell, else a model does, else the page."""

from __future__ import annotations

import re
from functools import lru_cache

from amends.language_model import telling_apart
from amends.triage.commonest import language_by_words
from amends.triage.reading import blanked
from amends.triage.scripts import language_by_script

_NO_LETTERS = re.compile(r"[\u2190-\u2bff\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\U0001f000-\U0001faff]")
"""Emoji, arrows and broken halves of characters: the model would read them as letters of some language."""
_LEAD = 0.25
"""By which share of all words the commonest ones of a language must lead to be believed without the model."""
_HINT = 0.08
"""From which lead on they settle what the model finds likely only."""
SURE, LIKELY = 0.75, 0.5
"""From which probability on the words outweigh the page, and from which they count at all."""
_READ = 800


@lru_cache(maxsize=1024)
def language_of(text: str, page: str | None = None) -> str | None:
    """The BCP 47 tag of a text, `page` being what the page says; None where nothing tells."""
    words = " ".join(_NO_LETTERS.sub(" ", blanked(text[:_READ])).split())
    if not any(letter.isalpha() for letter in words):
        return page
    tag = _told(words, SURE if page else LIKELY)
    return page if tag is None or (page and _same(page, tag)) else tag


def _told(words: str, enough: float) -> str | None:
    """The language of the words themselves, None where they are too few or of no language in particular."""
    if by_script := language_by_script(words):
        return by_script
    by_words, lead = language_by_words(words)
    if lead >= _LEAD:
        return by_words
    tag, probability = telling_apart().classify(words)
    if probability >= enough:
        return str(tag)
    return by_words if lead >= _HINT else None


def _same(page: str, tag: str) -> bool:
    """Does the page say the same, and as much? A bare `zh` leaves open which script."""
    return page.split("-")[0].lower() == tag.split("-")[0] and page != "zh"
