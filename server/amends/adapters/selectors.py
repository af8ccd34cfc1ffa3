"""Which selectors an adapter may hold: the twin of the extension's selector-shape.js."""

from __future__ import annotations

import re
from functools import cache

from amends.adapters.folder import table


def is_selector(value: object) -> bool:
    """Whether this is a selector, or several with commas between.

    What is understood is folded into a mark until a plain list is left: "@" for an attribute or a condition, "%" for
    one with `:has`, which may not stand in another.
    """
    if not isinstance(value, str) or len(value) > table()["selector"]["longest"]:
        return False
    ways = _ways()
    left = ways["STRING"].sub('""', ways["ESCAPE"].sub("x", value))
    if "@" in left or "%" in left:
        return False
    left = ways["NTH"].sub("@", ways["ATTRIBUTE"].sub("@", left))
    for _ in range(table()["selector"]["deepest"]):
        left = ways["NESTED"].sub(_mark, left)
        left = ways["HAS"].sub(lambda part: part[0] if "%" in part[0] else "%", left)
    return ways["LIST"].fullmatch(left) is not None


def _mark(part: re.Match[str]) -> str:
    return "%" if "%" in part[0] else "@"


@cache
def _ways() -> dict[str, re.Pattern[str]]:
    """The parts as regular expressions, each with the earlier ones it names put in."""
    made: dict[str, str] = {}
    for name, source in table()["selector"]["parts"].items():
        made[name] = re.sub(r"<([A-Z]+)>", lambda part: f"(?:{made[part[1]]})", source)
    return {name: re.compile(source) for name, source in made.items()}
