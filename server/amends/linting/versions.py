"""Version numbers in a text, and which of two is newer."""

from __future__ import annotations


def numbers(version: str) -> tuple[int, ...] | None:
    """The parts of `2.10.3`, without zeros at the end; None where it is no dotted number."""
    parts = version.strip().lstrip("vV").split(".")
    if not all(part.isascii() and part.isdigit() and len(part) <= 8 for part in parts):
        return None
    values = [int(part) for part in parts]
    while values and values[-1] == 0:
        values.pop()
    return tuple(values)


def at_least(version: str, other: str) -> bool:
    """Is `version` the same as `other`, or newer? False where either can't be read."""
    mine, theirs = numbers(version), numbers(other)
    return bool(mine and theirs) and mine >= theirs  # type: ignore[operator]
