"""Which regular expressions an adapter may hold, told without running them: the twin of pattern-shape.js.

One that is taken runs long on no text that is cut as pattern-time.js says; one for scripts, at no place of any script.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any, NamedTuple

from amends.adapters.folder import table

_RANGES = re.compile(r"\\u[0-9a-fA-F]{4}|\\[pP]\{\w+\}|\\.|([^\]\\-])-([^\]\\-])|.", re.DOTALL | re.ASCII)


class _Part(NamedTuple):
    kind: str
    part: str


def is_pattern(value: object, *, for_scripts: bool = False) -> bool:
    """Whether this is a pattern within bounds, as pattern-shape.js tells them; one for scripts has narrower ones."""
    shape = table()["pattern"]
    if not isinstance(value, str) or not 0 < len(value) <= shape["longest"] or (parts := _parts(value)) is None:
        return False
    marks = "".join(map(_mark, parts))
    repeats, choices = len(re.findall("[ew]", marks)), len(re.findall("[ewo|]", marks))
    most = shape["most_in_scripts" if for_scripts else "most_repeats"]
    if repeats > most or choices > shape["most_choices"]:
        return False
    if for_scripts and (re.search("[es]", marks) or not re.match(shape["opening"], value)):
        return False
    if for_scripts and _ways(parts) > shape["most_ways_in_scripts"]:
        return False
    left = _folded(marks.replace("s", "c"))
    return re.fullmatch(shape["body"], left) is not None and not (for_scripts and "|" in left)


def _folded(marks: str) -> str:
    """The marks with a letter for each group: g one of fixed length, v another, A one that only looks ahead."""
    shape, left = table()["pattern"], marks
    while found := re.search(shape["group"], left):
        if not re.fullmatch(shape["body"], found[2]):
            return "!"
        letter = "A" if found[1] == "L" else "g" if re.fullmatch(shape["fixed"], found[2]) else "v"
        left = left[: found.start()] + letter + left[found.end() :]
    return left


def _parts(pattern: str) -> list[_Part] | None:
    """The parts of a pattern with their kinds; None where one is not understood."""
    parts: list[_Part] = []
    at = 0
    while at < len(pattern):
        found = _tokens().match(pattern, at)
        if not found:
            return None
        parts.append(_Part(table()["pattern"]["tokens"][(found.lastindex or 1) - 1][0], found[0]))
        at = found.end()
    return parts


def _mark(part: _Part) -> str:
    """A letter for a part, as pattern-shape.js explains them."""
    if part.kind == "class":
        return "c" if _is_ordered(part.part) else "!"
    if part.kind != "times":
        return part.kind
    least, most = _bounds(part.part)
    if most > table()["pattern"]["most_times"] or least > most:
        return "!"
    return "f" if least == most else "w"


def _ways(parts: list[_Part]) -> int:
    """In how many ways a pattern can match at one place, at most."""
    repeated = (max(1, _bounds(part)[1]) for kind, part in parts if kind == "times")
    return math.prod(repeated) << sum(kind in "o|" for kind, _ in parts)


def _bounds(times: str) -> tuple[int, int]:
    numbers = [int(number) for number in re.findall("[0-9]+", times)]
    return numbers[0], numbers[-1]


def _is_ordered(characters: str) -> bool:
    ranges: list[Any] = [found.groups() for found in _RANGES.finditer(characters[1:-1])]
    return all(start is None or ord(start) <= ord(end) for start, end in ranges)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile("|".join(f"({source})" for _, source in table()["pattern"]["tokens"]))
