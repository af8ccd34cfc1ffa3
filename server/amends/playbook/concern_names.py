"""What a thing is called in another language, for glosses: by way of English, from each language's `english.toml`."""

from __future__ import annotations

from functools import lru_cache

from pydantic import ConfigDict, Field

from amends.playbook.language_packs import DEFAULT
from amends.playbook.reading import ROOM, record, table
from amends.records import Record


class EnglishNames(Record):
    """Our names for things in one language → what they are in English, what a gloss says first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@lru_cache(maxsize=32)
def english_names(language: str) -> dict[str, tuple[str, ...]]:
    """The names of a language with their English; none where nobody has written them down."""
    path = ROOM / "languages" / language / "english.toml"
    return record(EnglishNames, table(path), path).names if path.exists() else {}


@lru_cache(maxsize=32)
def _from_english(language: str) -> dict[str, str]:
    """English names → the one of the language; the first where there are two."""
    back: dict[str, str] = {}
    for name, english in english_names(language).items():
        for one in english:
            back.setdefault(one, name)
    return back


def renamed(name: str, source: str, target: str) -> str | None:
    """What `source` calls `name`, as `target` calls it; None where that is not known."""
    english = (name,) if source == DEFAULT else english_names(source).get(name, ())
    if target == DEFAULT:
        return english[0] if english else None
    return next((_from_english(target)[one] for one in english if one in _from_english(target)), None)
