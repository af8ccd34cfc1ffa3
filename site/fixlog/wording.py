"""What the site itself says, in the reader's language: one JSON file a language under `words/`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from fixlog.escaping import escaped
from fixlog.word_files import DEFAULT, FOLDER, PLATFORMS, named, ours, theirs

if TYPE_CHECKING:
    from babel import Locale

PLAIN_ENGLISH = "en-GB"
"""English of no country says its days as most of the world does."""


class Wording:
    """The sentences of one language. Values put into them are escaped; what comes out is HTML."""

    def __init__(self, sentences: dict[str, Any], locale: str, theme: Path | None = None) -> None:
        self._sentences = sentences
        self._locale = PLAIN_ENGLISH if locale == DEFAULT else locale
        self.theme = theme
        self.language: str = sentences["language"]
        self._others: dict[str, Wording] = {}
        self._plain = {key: Markup(text) for key, text in sentences.items() if isinstance(text, str)}

    def __call__(self, key: str, **values: Any) -> Markup:
        """The sentence; where it has a singular and a plural, `count` decides."""
        if not values:
            return self._plain[key]
        sentence = self._sentences[key]
        if "count" in values:
            count = round(values["count"], 1)  # 1.04 is said as 1, so it takes the form of one
            if isinstance(sentence, dict):
                sentence = sentence.get(_plural(self._locale, count), sentence["other"])
            values["count"] = self.number(count)
        said = [(text, escaped(values[name]) if name else "") for text, name in _pieces(sentence)]
        return Markup("".join(chain.from_iterable(said)))

    def lasting(self, hours: float, in_hours: str, in_minutes: str) -> Markup:
        """The one of two sentences that counts these hours; below one hour minutes are counted, and at least one."""
        minutes = max(1, round(hours * 60))
        return self(in_hours, count=hours) if minutes >= 60 else self(in_minutes, count=minutes)

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(_locale(self._locale).text_direction)

    def day(self, day: date) -> str:
        """A date as one says it."""
        return _day(self._locale, day)

    def month(self, day: date) -> str:
        """The month a day is in, with its year."""
        return _month(self._locale, day)

    def days(self, first: date, last: date) -> str:
        """From one day to another."""
        return _days(self._locale, first, last)

    def number(self, value: float) -> str:
        """A number with no more digits than it needs."""
        return _number(self._locale, round(value, 1))

    def percent(self, share: float) -> str:
        """A share between 0 and 1; all of them only where it is all of them."""
        return _percent(self._locale, math.floor(share * 100 + 1e-9) / 100)

    def listed(self, items: Sequence[str]) -> Markup:
        """The items as one says them: a, b and c."""
        return escape(_listed(self._locale, tuple(items)))

    def platform(self, platform: str, *, seen: bool = False) -> str:
        """A platform's name, as it stands alone or, `seen`, in `seen_on`; nothing where nobody knows it."""
        if platform == "unknown":
            return ""
        key = f"platform_{platform}_seen" if seen else f"platform_{platform}"
        said: str | None = self._sentences.get(key)
        return said or platform_name(platform)

    def in_language(self, language: str) -> Wording:
        """The same in another language."""
        if language not in self._others:
            self._others[language] = wording(language, self.theme)
        return self._others[language]


@lru_cache(maxsize=1024)
def _pieces(sentence: str) -> tuple[tuple[str, str | None], ...]:
    """A sentence as texts and the names of what follows each: `Markup.format` would read it anew every time."""
    return tuple((text, name) for text, name, _format, _conversion in Formatter().parse(sentence))


def wording(language: str, theme: Path | None = None) -> Wording:
    """The sentences of the nearest language we have: `nl-BE` gives `nl`, an unknown one English.

    A theme's `words/LANGUAGE.json` replaces single sentences, or brings a language we have not.
    """
    own, added = named(FOLDER), named(theme / "words") if theme else {}
    for name in (language.casefold(), language.casefold().split("-")[0]):
        if name in own or name in added:
            sentences = {**ours(own.get(name, own[DEFAULT])), **theirs(added.get(name))}
            return Wording({**sentences, "language": (own | added)[name].stem}, _known(language, name), theme)
    return Wording({**ours(own[DEFAULT]), **theirs(added.get(DEFAULT))}, DEFAULT, theme)


def languages() -> tuple[str, ...]:
    """The languages the site itself can speak."""
    return tuple(sorted(path.stem for path in named(FOLDER).values()))


@lru_cache(maxsize=1024)
def platform_name(platform: str) -> str:
    """A platform's name where it is the same in all languages; an unknown id is spelt out."""
    known: str | None = ours(FOLDER / f"{PLATFORMS}.json").get(platform)
    return known or " ".join(word[:1].upper() + word[1:] for word in platform.split("-") if word)


@lru_cache(maxsize=256)
def own_name(language: str) -> str:
    """What a language calls itself; one we know nothing of by its code."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").display_name or language
    except (ValueError, UnknownLocaleError):
        name = language
    return name[:1].upper() + name[1:]


# Babel takes a while to load, and a build that finds nothing changed says nothing.
@cache
def _locale(name: str) -> Locale:
    from babel import Locale

    return Locale.parse(name, sep="-")


def _known(language: str, name: str) -> str:
    """The language as dates and numbers are said in it: with its country, where that is known."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return name
    return language


@cache
def _plural(locale: str, count: float) -> str:
    return str(_locale(locale).plural_form(count))


@lru_cache(maxsize=20_000)
def _day(locale: str, day: date) -> str:
    from babel.dates import format_date

    return format_date(day, "long", _locale(locale))


@lru_cache(maxsize=5_000)
def _month(locale: str, day: date) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=_locale(locale))


def _days(locale: str, first: date, last: date) -> str:
    from babel.dates import format_interval

    return format_interval(first, last, "yMMMd", locale=_locale(locale))


@lru_cache(maxsize=5_000)
def _number(locale: str, value: float) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(locale))


def _percent(locale: str, share: float) -> str:
    from babel.numbers import format_percent

    return format_percent(share, locale=_locale(locale))


@lru_cache(maxsize=5_000)
def _listed(locale: str, items: tuple[str, ...]) -> str:
    from babel.lists import format_list

    return format_list(items, locale=_locale(locale)) if items else ""
