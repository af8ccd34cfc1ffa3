"""Which language is a draft in? Its commonest words tell, in microseconds; a model is asked only where they don't."""

from __future__ import annotations

from functools import lru_cache

from amends.language_model import telling_apart
from amends.linting.phrases import UNKNOWN, language_phrases, phrase_languages
from amends.linting.text import Text

_SURE = 0.28
_HARDLY = 0.12
_FEW = 4
_CERTAIN = 0.98
_ENOUGH = 8
_SHARES = "shares"
"""The name under which a text keeps them."""
_PLAIN, _MOSTLY = "en", 0.36
"""Most texts are English and show it: those needn't be asked about."""
# A language left out cannot win, and the model's rarest ones win short texts by accident.
_TOLD_APART = (
    "en", "de", "nl", "fr", "es", "it", "pt", "pl", "sv", "da", "no", "fi", "cs", "tr", "ru", "uk", "ja", "ko", "zh",
    "ar", "he", "hu", "ro", "el", "id", "th", "vi", "hi", "fa", "bg", "sk", "hr",
)  # fmt: skip


def language_of(draft: Text, reviewed_in: str | None = None) -> str:
    """The draft's language if there are phrases for it, else `und`; of very few words, the review's decides."""
    shares = _shares(draft)
    best = max(shares, key=lambda language: shares[language], default=UNKNOWN)
    share = shares.get(best, 0.0)
    # Languages of one family share their commonest words, so that only English is told by them alone.
    if share >= _SURE and (best == _PLAIN or len(draft.words) < _FEW):
        return best
    if len(draft.words) < _FEW:
        main = (reviewed_in or "").split("-")[0]
        return best if share else main if main in shares else UNKNOWN
    return UNKNOWN if share < _HARDLY else _asked(draft.raw[:1000], tuple(shares))


@lru_cache(maxsize=1)
def phrase_languages_cached() -> tuple[str, ...]:
    """The languages with phrases, looked up on disk once."""
    return phrase_languages()


def _shares(text: Text) -> dict[str, float]:
    """Of each language the share of its commonest words; worked out once a text."""
    shares: dict[str, float] | None = text.marks.get(_SHARES)
    if shares is None:
        counts = dict.fromkeys(phrase_languages_cached(), 0)
        speakers = _speakers()
        for word in text.letters:
            for language in speakers.get(word, ()):
                counts[language] += 1
        every = len(text.letters) or 1
        shares = text.marks[_SHARES] = {language: count / every for language, count in counts.items()}
    return shares


@lru_cache(maxsize=1)
def _speakers() -> dict[str, tuple[str, ...]]:
    """Of each common word the languages it is common in."""
    speakers: dict[str, tuple[str, ...]] = {}
    for language in phrase_languages_cached():
        known = language_phrases(language)
        for word in known.common if known else ():
            speakers[word] = (*speakers.get(word, ()), language)
    return speakers


@lru_cache(maxsize=512)
def _spoken_in(raw: str) -> str | None:
    language, probability = telling_apart(_TOLD_APART).classify(raw)
    return str(language) if probability >= _CERTAIN else None


def spoken_in(text: Text) -> str | None:
    """The language of a text if that is certain, also of one we have no phrases for; None of a few words."""
    if sum(map(str.isalpha, text.words)) < _ENOUGH:
        return None
    return _PLAIN if _shares(text).get(_PLAIN, 0.0) >= _MOSTLY else _spoken_in(text.raw[:1000])


@lru_cache(maxsize=512)
def _asked(raw: str, languages: tuple[str, ...]) -> str:
    language = str(telling_apart(_TOLD_APART).classify(raw)[0])
    return language if language in languages else UNKNOWN
