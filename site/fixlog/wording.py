"""What the site itself says, in the reader's language: one JSON file a language under `words/`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

FOLDER = Path(__file__).parent / "words"
PLATFORMS = "platforms"
DEFAULT = "en"


class Wording:
    """The sentences of one language. Values put into them are escaped; what comes out is HTML."""

    def __init__(self, sentences: dict[str, Any]) -> None:
        self._sentences = sentences
        self.language: str = sentences["language"]
        self.direction: str = sentences["direction"]

    def __call__(self, key: str, **values: object) -> Markup:
        """The sentence; where it has a singular and a plural, `count` decides."""
        sentence = self._sentences[key]
        if isinstance(sentence, dict):
            sentence = sentence["one" if values["count"] == 1 else "other"]
        return Markup(sentence).format(**values)

    def day(self, day: date) -> str:
        """A date as one says it."""
        pattern: str = self._sentences["date"]
        return pattern.format(day=day.day, month=self._sentences["months"][day.month - 1], year=day.year)

    def number(self, value: float) -> str:
        """A number with no more digits than it needs."""
        return f"{value:.1f}".removesuffix(".0")

    def listed(self, items: Sequence[str]) -> Markup:
        """The items as one says them: a, b and c."""
        how = self._sentences["platform_list"]
        if len(items) < 2:
            return escape("".join(items))
        pattern = how["two" if len(items) == 2 else "more"]
        return Markup(pattern).format(first=Markup(how["comma"]).join(items[:-1]), last=items[-1])


@cache
def _file(name: str) -> dict[str, Any]:
    sentences: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return sentences


def languages() -> tuple[str, ...]:
    """The languages the site itself can speak."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != PLATFORMS))


def wording(language: str) -> Wording:
    """The sentences of the nearest language we have: `nl-BE` gives `nl`, an unknown one English."""
    known = {name.casefold(): name for name in languages()}
    for name in (language.casefold(), language.casefold().split("-")[0]):
        if name in known:
            return Wording(_file(known[name]))
    return Wording(_file(DEFAULT))


def platform_name(platform: str) -> str:
    """A platform's name for readers; an unknown id is spelt out."""
    known: str | None = _file(PLATFORMS).get(platform)
    return known or " ".join(word[:1].upper() + word[1:] for word in platform.split("-") if word)
