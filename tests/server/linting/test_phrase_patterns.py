"""No phrase can be held up by a text made for it: hostile drafts and reviews reach every one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from amends.linting.phrases import language_phrases, phrase_languages
from amends.linting.text import MAX_READ

PATIENCE_S = 30
"""A pattern that backtracks without end takes hours; all of a language's others together take a second or two."""
FILLERS = ("a ", "and ", "a, ", "1 ")


@pytest.mark.parametrize("language", phrase_languages())
def test_no_phrase_is_held_up_by_a_text_made_for_it(language: str) -> None:
    context = get_context("fork")
    theirs, ours = context.Pipe(duplex=False)
    tried = context.Process(target=_try_all, args=(language, ours), daemon=True)
    tried.start()
    ours.close()
    phrase = "none was tried"
    while theirs.poll(PATIENCE_S):
        try:
            phrase = theirs.recv()
        except EOFError:
            tried.join()
            return
    tried.kill()
    pytest.fail(f"{language}/phrases.toml: a repeat inside a repeat makes this phrase wait for ever: {phrase[:300]}")


def _try_all(language: str, told: Connection) -> None:
    known = language_phrases(language)
    assert known
    for phrases in known.lists.values():
        for phrase in phrases:
            told.send(phrase.spelled)
            for text in _hostile(phrase.pattern):
                any(phrase.pattern.finditer(text))
    told.close()


def _hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    """Each beginning of the pattern, then what its repeats may feed on, then an end it does not expect."""
    begun = ""
    for part in parser.parse(pattern.pattern):
        for filler in FILLERS:
            yield f"{begun}{filler * 60}§"
        begun += _one([part])
    yield f"{begun} " * 20 + "§"


def _one(parts: Any) -> str:
    """A text that a parsed pattern matches: first alternatives, fewest repeats."""
    said = ""
    for name, value in parts:
        kind = str(name)
        if kind == "LITERAL":
            said += chr(value)
        elif kind == "IN":
            said += _member(value)
        elif kind == "BRANCH":
            said += _one(value[1][-1])
        elif kind == "SUBPATTERN":
            said += _one(value[-1])
        elif kind in ("MAX_REPEAT", "MIN_REPEAT"):
            said += _one(value[2]) * max(value[0], 1)
        elif kind in ("ANY", "NOT_LITERAL"):
            said += "a"
    return said


def _member(choices: Any) -> str:
    name, value = choices[0]
    if str(name) == "LITERAL":
        return chr(value)
    if str(name) == "RANGE":
        return chr(value[0])
    return " " if "SPACE" in str(value) and "NOT" not in str(value) else "1" if "DIGIT" in str(value) else "a"


def test_a_text_is_read_only_so_far() -> None:
    assert MAX_READ <= 100_000
