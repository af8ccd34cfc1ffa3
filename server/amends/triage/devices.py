"""Devices and systems that a text names, found by the lists of `devices.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

_START, _END = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
"""Edges of a Latin word, also where Chinese or Japanese stands beside it."""
_NUMBER = r"v?\d{1,2}(?:\.\d{1,3}){0,3}"
_OWN = r"(?i:my|on|sur|auf|mein|meinem|mon|op|mijn|mi|mio|mia|min|meu|no|de)\s"
_NAMED = r"(?<=[a-z,]\s)(?=(?-i:[A-Z]))"
"""A capital within a sentence: a name."""
_OWNED = (
    "(?:" + "|".join(rf"(?<={word}\s)" for word in ("my", "a", "the", "new", "on", "sur", "mon", "mein", "mijn")) + ")"
)
"""What stands before short model names, which elsewhere are sizes of paper or seasons of a series."""


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    """Each list as the alternatives of a pattern, longer ones first."""
    lists = tomllib.loads((files("amends.triage") / "devices.toml").read_text(encoding="utf-8"))
    return {name: _either(words.split()) for name, words in lists.items()}


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("_", r"\s?") for word in longest_first) + ")"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """One pattern of all; every repetition in it is bounded."""
    of = _lists()
    no_count = rf"(?!\s?{of['counts']}{_END})(?![.,]?\d|\s?[%$€£])"
    glued = "plus|pro|max|mini|ultra|[a-z]{0,2}"
    number = rf"(?:(?!\d{{1,3}}(?:gb?|st|nd|rd|th){_END})[a-z]{{0,3}}\d{{1,4}}(?:{glued})){_END}{no_count}"
    worded = rf"\s-?{of['models']}(?:\s?\d{{1,2}}(?:\.\d)?{_END}{no_count}|{_END})"
    model = rf"(?:(?:\s?-?{number}|{worded})(?:\s?\+)?)"
    tail = (
        rf"(?:\s(?:{of['endings']}{_END}|\(?20[12]\d\)?{_END}|\d{{1,2}}{_END}{no_count}|\d\d?[abcers]{_END}"
        r"|\d(?:st|nd|rd|th)\sgen|[sxz](?![A-Za-z0-9'’])))"
    )
    of_apple = model.replace(of["models"], of["models_of_apple"])
    of_line = rf"(?:{model}|\s{of['letters']}{_END})"
    line = rf"(?:{of['alone']}|{of['with_model']}|{of['owned']})"
    kinds = (
        rf"(?:{of['makers']}|{of['makers_of_more']}|{of['makers_of_much']})\s{line}{of_line}{{0,2}}{tail}{{0,3}}",
        rf"{of['named']}{_END}{of_line}{{0,2}}{tail}{{0,2}}",
        rf"(?:{of['apple']}|i\sphone)(?:s{_END}|(?:{of_apple}{{1,2}}{tail}{{0,3}})?)",
        rf"{of['alone']}(?:s{_END}|{of_line}{{0,2}}{tail}{{0,3}})",
        rf"{of['with_model']}(?:(?=\s(?:phone|tablet)s?{_END})|{of_line}{{1,2}}{tail}{{0,3}})",
        rf"{of['owned']}(?=\d){number}{tail}{{0,2}}|(?:{_OWNED}|{_NAMED}){of['owned']}\s{number}{tail}{{0,2}}",
        rf"{of['makers']}(?!\s{of['no_device']}{_END})(?:{model}{{1,2}}{tail}{{0,3}})?",
        rf"{of['makers_of_much']}{model}{{1,2}}{tail}{{0,3}}",
        rf"(?-i:Mi)\s(?:(?=a?\d\d?[a-z]|a\d){number}|(?:note|max|mix){_END}(?:\s{number})?){tail}{{0,2}}",
        rf"{of['makers_of_more']}\s(?:(?=[a-z]+\d){number}|watch){tail}{{0,2}}",
    )
    return re.compile(rf"{_START}(?:{'|'.join(kinds)}){_END}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _systems() -> re.Pattern[str]:
    of = _lists()
    number = rf"{_NUMBER}(?![.]?\d){_END}(?!\s?{of['counts']}{_END})(?!\s?%)"
    more = rf"(?:\s?(?:,|/|&|-|and|or|und|et|en|y)\s?\d{{1,2}}(?:\.\d{{1,3}}){{1,3}}{_END}){{0,4}}"
    named = rf"(?:{of['releases']})(?:\s{_NUMBER})?{_END}"
    return re.compile(
        rf"{_START}(?P<system>(?:{of['systems']}(?:\sversion)?\s?[:-]?\s?{number})|(?:(?:android|windows|macos)\s{named})"
        rf"|kit\s?kat|jelly\s?bean|{of['releases']}(?=\s(?:update|upgrade))){_END}(?P<more>{more})",
        re.IGNORECASE,
    )


_SHORT = re.compile(
    rf"(?:{_START}(?:S[2-9]|S[12]\d|A\d\d?|J\d)(?=\s(?:20[12]\d|[Ee]dge|[Pp]lus|[Uu]ltra|[Mm]ini|FE){_END})"
    rf"|(?:^|(?<=\n)|{_START}{_OWN})(?i:S[2-9]|S[12]\d|A\d\d|J\d)(?!\w|[.:]\d|%)"
    rf"|{_START}Note\s?\d{{1,2}}(?!\w|\.\d|%|\))(?!\s(?i:times|stars|days|more|things|that)))"
    rf"(?:\s(?:20[12]\d|[Ee]dge|[Pp]lus|[Uu]ltra|[Mm]ini|FE|Pro){_END})?"
)
"""Samsung's models as their owners write them: S4, A3 2016, Note 8."""


@lru_cache(maxsize=32)
def device_places(words: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and name of each device and system, in the order they come; none within another."""
    found = [(match.start(), match.end(), match.group()) for match in _pattern().finditer(words)]
    found += [(match.start(), match.end(), match.group("system")) for match in _systems().finditer(words)]
    found += [(match.start(), match.end(), _bare(match.group())) for match in _SHORT.finditer(words)]
    places: list[tuple[int, int, str]] = []
    for start, end, name in sorted(found, key=lambda place: (place[0], -place[1])):
        if not places or start >= places[-1][1]:
            places.append((start, end, " ".join(name.split())))
    return tuple(places)


def _bare(name: str) -> str:
    """A short model without the word before it."""
    return re.sub(rf"^{_OWN}", "", name)
