"""Which of the names that are known somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def meant(name: str, known: Iterable[str]) -> str:
    """`; NAME was probably meant`, or nothing where none comes near."""
    from difflib import get_close_matches  # only where something is wrong

    found = get_close_matches(name, sorted(known), 1, 0.7)
    return f"; {found[0]} was probably meant" if found else ""
