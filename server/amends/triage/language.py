"""Which language a review is in: by its words where they are enough, else what the page says."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from amends.triage.reading import blanked

SURE, LIKELY = 0.75, 0.5
"""From which probability on the words outweigh the page, and from which they count at all."""
# A language left out cannot win, and the model's rarest ones win short texts by accident.
KNOWN = (
    "en", "de", "nl", "fy", "fr", "es", "it", "pt", "pl", "sv", "da", "no", "fi", "cs", "tr", "ru", "uk", "ja", "ko",
    "zh", "ar", "he", "hu", "ro", "el", "id", "th", "vi", "hi", "fa", "bg", "ca", "sk", "hr", "sl", "lt", "lv", "et",
    "ms",
)  # fmt: skip
_READ = 800


@lru_cache(maxsize=1)
def _identifier() -> Any:
    # Imported here: the model takes half a second and fifty megabytes, and most commands never need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(KNOWN)
    return identifier


@lru_cache(maxsize=1024)
def language_of(text: str, page: str | None = None) -> str | None:
    """The BCP 47 tag of a text, `page` being what the page says; None where nothing tells."""
    words = " ".join(blanked(text[:_READ]).split())
    if not any(letter.isalpha() for letter in words):
        return page
    tag, probability = _identifier().classify(words)
    if probability < (SURE if page else LIKELY):
        return page
    if page and page.split("-")[0].lower() == tag:
        return page
    return _chinese(words) if tag == "zh" else str(tag)


def _chinese(words: str) -> str:
    """Traditional or simplified, by which old character set holds more of the text."""
    traditional, simplified = (sum(_holds(charset, letter) for letter in words) for charset in ("big5", "gb2312"))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _holds(charset: str, letter: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
