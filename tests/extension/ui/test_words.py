"""The interface's words: the same sentences in every language, each of them used, none missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

EXTENSION = Path(__file__).resolve().parents[3] / "extension"
LOCALES = sorted(path.parent.name for path in EXTENSION.glob("_locales/*/messages.json"))
MADE_UP = (
    "kind_", "severity_", "state_", "issue_", "role_", "unit_", "finding_", "group_", "deskEmpty_", "followUp_", "box",
    "fact_", "replies_", "upTo_", "case_", "teachPart_", "teachName_", "teachLacks_", "teachTrouble_", "teachMove_",
)  # fmt: skip
"""Beginnings of names the code puts together from words of the vocabulary."""


def words(locale: str) -> dict[str, str]:
    messages = json.loads((EXTENSION / "_locales" / locale / "messages.json").read_text(encoding="utf-8"))
    return {name: one["message"] for name, one in messages.items()}


def code() -> str:
    files = [*EXTENSION.rglob("*.js"), *EXTENSION.rglob("*.html")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_english_dutch_and_german_are_there() -> None:
    assert {"en", "nl", "de"} <= set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_every_sentence_with_the_same_blanks(locale: str) -> None:
    english, theirs = words("en"), words(locale)
    missing, extra = english.keys() - theirs.keys(), theirs.keys() - english.keys()
    assert not missing, f"_locales/{locale}/messages.json lacks {', '.join(sorted(missing))}"
    assert not extra, f"_locales/{locale}/messages.json has what English has not: {', '.join(sorted(extra))}"
    for name, sentence in english.items():
        assert set(re.findall(r"\$\d", theirs[name])) == set(re.findall(r"\$\d", sentence)), name


def test_every_sentence_the_code_says_is_written() -> None:
    said = set(re.findall(r"\bsay\('(\w+)'", code())) | set(re.findall(r'data-say="(\w+)"', code()))
    counted = set(re.findall(r"\bsayCount\('(\w+)'", code()))
    wanted = said | {f"{name}_{form}" for name in counted for form in ("one", "other")}
    missing = wanted - words("en").keys()
    assert not missing, f"_locales/en/messages.json lacks {', '.join(sorted(missing))}"


def test_every_sentence_written_is_said() -> None:
    manifest = (EXTENSION / "manifest.json").read_text(encoding="utf-8")
    said = {*re.findall(r"\w+", code()), *re.findall(r"__MSG_(\w+)__", manifest)}
    named = {name: re.sub(r"_(one|other)$", "", name) for name in words("en") if not name.startswith(MADE_UP)}
    unsaid = [name for name, stem in named.items() if stem not in said]
    assert not unsaid, f"nothing says {', '.join(unsaid)}: take it out of _locales"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_store_takes_the_description(locale: str) -> None:
    assert len(words(locale)["extensionDescription"]) <= 132
