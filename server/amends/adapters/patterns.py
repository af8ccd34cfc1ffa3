"""Which regular expressions an adapter may hold, told without running them: the twin of pattern-shape.js."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from amends.adapters.folder import table

_RANGES = re.compile(r"\\u[0-9a-fA-F]{4}|\\[pP]\{\w+\}|\\.|([^\]\\-])-([^\]\\-])|.", re.DOTALL | re.ASCII)


def is_pattern(value: object, *, for_scripts: bool = False) -> bool:
    """Whether this is a pattern that no text can make run for long; one for scripts may repeat nothing without end."""
    shape = table()["pattern"]
    if not isinstance(value, str) or not 0 < len(value) <= shape["longest"]:
        return False
    left = _marked(value)
    repeats, choices = len(re.findall("[ew]", left)), len(re.findall("[ewo|]", left))
    most = shape["most_in_scripts" if for_scripts else "most_repeats"]
    if repeats > most or choices > shape["most_choices"] or (for_scripts and "e" in left):
        return False
    while found := re.search(shape["group"], left):
        if not re.fullmatch(shape["body"], found[2]):
            return False
        mark = "A" if found[1] == "L" else "g" if re.fullmatch(shape["fixed"], found[2]) else "v"
        left = left[: found.start()] + mark + left[found.end() :]
    return re.fullmatch(shape["body"], left) is not None


def _marked(pattern: str) -> str:
    """A letter for each part of the pattern, as pattern-shape.js explains them; "!" for what is not understood."""
    marks, at = "", 0
    while at < len(pattern):
        found = _tokens().match(pattern, at)
        if not found:
            return "!"
        marks += _mark(table()["pattern"]["tokens"][(found.lastindex or 1) - 1][0], found[0])
        at = found.end()
    return marks


def _mark(kind: str, part: str) -> str:
    if kind == "times":
        return _times(part)
    if kind == "class":
        return "c" if _is_ordered(part) else "!"
    return kind


def _times(part: str) -> str:
    numbers = [int(number) for number in re.findall("[0-9]+", part)]
    least, most = numbers[0], numbers[-1]
    if most > table()["pattern"]["most_times"] or least > most:
        return "!"
    return "f" if least == most else "w"


def _is_ordered(characters: str) -> bool:
    ranges: list[Any] = [found.groups() for found in _RANGES.finditer(characters[1:-1])]
    return all(start is None or ord(start) <= ord(end) for start, end in ranges)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile("|".join(f"({source})" for _, source in table()["pattern"]["tokens"]))
