"""What a trade changes about the rules: good rules conflict, and what is kind in a shop is forbidden in a clinic."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from amends.playbook.language_packs import phrases_pattern
from amends.playbook.phrase_search import PhraseSearch
from amends.playbook.reading import folder, record, table
from amends.records import Day, FindingSeverity, Record, TradeNote

Becomes = FindingSeverity | Literal["off"]


class Source(Record):
    """A page that a change was read on, and whether it is the authority's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    read_on: Day
    verified: bool


class Change(Record):
    """What one rule becomes in a trade: another severity, or off; and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    becomes: Becomes
    why: str
    source: str


class Trade(Record):
    """A trade in which rules change."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    why: str
    words: tuple[str, ...]
    """What a team calls its trade."""
    unless: tuple[str, ...] = ()
    """Words beside which it is another trade."""
    discreet: bool = False
    """Does a reply repeat nothing of what the customer wrote, not even the name?"""
    unsaid: tuple[str, ...] = ()
    """Moves a draft leaves out."""
    sources: dict[str, Source]
    changes: tuple[Change, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _sources_known(self) -> Self:
        if missing := {change.source for change in self.changes} - self.sources.keys():
            raise ValueError(f"{self.id}: write down [sources.{sorted(missing)[0]}]")
        return self

    @cached_property
    def _named(self) -> tuple[PhraseSearch, PhraseSearch]:
        return phrases_pattern(self.words), phrases_pattern(self.unless)

    def is_meant(self, text: str) -> bool:
        """Do the words of a business's own description name this trade?"""
        named, other = self._named
        return text.strip().lower() == self.id or bool(named.search(text) and not other.search(text))

    def note(self, change: Change) -> TradeNote:
        """A change as a finding cites it."""
        source = self.sources[change.source]
        return TradeNote(
            trade=self.id, why=change.why, url=source.url, read_on=source.read_on, verified=source.verified
        )


@lru_cache(maxsize=1)
def trades() -> tuple[Trade, ...]:
    """Every trade we know something of, by id."""
    return tuple(record(Trade, {"id": path.stem, **table(path)}, path) for path in folder("trades"))


@lru_cache(maxsize=256)
def trades_of(text: str | None) -> tuple[Trade, ...]:
    """The trades that a description such as a profile's names; none where it names none we know."""
    return tuple(trade for trade in trades() if trade.is_meant(text[:500])) if text else ()
