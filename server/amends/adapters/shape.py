"""What an adapter must have to be one, a sentence for each fault with its place: the twin of shape.js."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from amends.adapters.folder import table
from amends.adapters.patterns import is_pattern
from amends.adapters.selectors import is_selector

MOST_FAULTS = 20
LONGEST_SHOWN = 80
LARGEST_NUMBER = 2**53
"""No store and no browser keeps larger whole numbers as they are."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of letters: JSON may hold them, no store and no answer can."""


class Fault(NamedTuple):
    """One thing that is wrong: where in the adapter (a JSON pointer), and the sentence that says it."""

    pointer: str
    sentence: str


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST_NUMBER


CHECKS: dict[str, Callable[[Any], bool]] = {
    "selector": is_selector,
    "pattern": is_pattern,
    "script_pattern": lambda value: is_pattern(value, for_scripts=True),
    "positive": lambda value: _is_number(value) and value > 0,
    "number": _is_number,
    "yes": lambda value: value is True,
}


def faults_of(adapter: Any) -> list[Fault]:
    """What is wrong with an adapter; nothing when it is well-formed."""
    if not isinstance(adapter, dict):
        return [Fault("", "An adapter is one JSON object.")]
    if len(_json(adapter)) > table()["largest"]:
        return [Fault("", f"An adapter has up to {table()['largest']} characters of JSON.")]
    walk = _Walk()
    walk.parts("adapter", adapter, "")
    walk.rules(adapter)
    return walk.faults[:MOST_FAULTS]


class _Walk:
    """One walk over an adapter; places are written as in JavaScript."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def say(self, place: str, sentence: str) -> None:
        pointer = "/" + re.sub(r"\.|\[", "/", place.replace("]", "")) if place else ""
        fault = Fault(_HALVES.sub("\ufffd", pointer), _HALVES.sub("\ufffd", sentence))
        if fault.sentence not in {known.sentence for known in self.faults}:
            self.faults.append(fault)

    def parts(self, kind: str, value: dict[str, Any], place: str) -> None:
        known: dict[str, str] = table()["objects"][kind]
        for key in value:
            if key not in known:
                there_are = ", ".join(known)
                self.say(place + key, f'"{place}{key}" is not a part of {_named(kind)}; there are {there_are}.')
        for key, wanted in known.items():
            if key in value:
                self.check(wanted.replace("!", ""), value[key], place + key)
            elif wanted.endswith("!"):
                self.say(place + key, f'"{place}{key}" is missing.')

    def check(self, wanted: str, value: Any, place: str) -> None:
        if wanted[0] == "[":
            self.list(wanted[1:-1], value, place)
        elif wanted[0] == "{":
            self.entries(wanted[1:-1], value, place)
        elif (kind := _fitting(wanted.split("|"), value)) in table()["objects"]:
            if isinstance(value, dict):
                self.parts(kind, value, f"{place}.")
            else:
                self.say(place, f'"{place}" is to be an object: {_named(kind)}.')
        elif not (CHECKS[kind](value) if kind in CHECKS else _is_word(kind, value)):
            said = table()["say"].get(kind) or table()["words"][kind]["say"]
            self.say(place, f'"{place}" is to be {said}, not {_json(value)[:LONGEST_SHOWN]}.')

    def list(self, wanted: str, value: Any, place: str) -> None:
        most = table()["longest_list"]
        if not isinstance(value, list) or not 0 < len(value) <= most:
            self.say(place, f'"{place}" is to be a list with 1 to {most} parts.')
            return
        for index, one in enumerate(value):
            self.check(wanted, one, f"{place}[{index}]")

    def entries(self, wanted: str, value: Any, place: str) -> None:
        most = table()["longest_list"]
        if not isinstance(value, dict) or not 0 < len(value) <= most:
            self.say(place, f'"{place}" is to be an object with 1 to {most} parts.')
            return
        for key, one in value.items():
            self.check("text", key, f"{place} (a name)")
            self.check(wanted, one, f"{place}.{key}")

    def rules(self, adapter: dict[str, Any]) -> None:
        """What no table says: how we know, and what belongs together."""
        if "verified" not in adapter and "unverified" not in adapter:
            self.say("", 'Say how we know: "verified" with captured pages, or "unverified" with "evidence".')
        if ("reviews" in adapter or "state" in adapter) and "fields" not in adapter:
            self.say("fields", '"fields" is missing: the recipes of each field.')
        fields = adapter.get("fields")
        if isinstance(fields, dict) and "rating" in fields and "best" not in adapter:
            self.say("best", '"best" is missing: the best rating of the site\'s scale.')


def _fitting(kinds: list[str], value: Any) -> str:
    """Which of the kinds a value may have it is meant to have."""

    def fits(kind: str) -> bool:
        if kind in table()["objects"]:
            return isinstance(value, dict)
        if kind == "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        return isinstance(value, str)

    return next(filter(fits, kinds), kinds[0])


def _is_word(kind: str, value: Any) -> bool:
    words = table()["words"][kind]
    return (
        isinstance(value, str)
        and len(value) <= words["longest"]
        and not _HALVES.search(value)
        and re.fullmatch(words["pattern"], value) is not None
    )


def _named(kind: str) -> str:
    return f"an {kind}" if kind.startswith("a") else f"a {kind}"


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
