"""What the five articles ask for, row by row, and what carries each row."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from amends.playbook.reading import folder, record, table
from amends.records import Record

Capability = Literal[
    "observe", "triage", "case", "draft", "lint", "match", "fixlog", "follow-up", "desk", "notices", "outreach",
    "training",
]  # fmt: skip


class PlaybookRow(Record):
    """One thing an article asks for, in our words; `carried_by` names rules, scenarios, moves, commands, endpoints."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^S\d\.[\w.]+$")
    asks: str
    capability: Capability
    carried_by: tuple[str, ...] = ()
    status: Literal["works", "planned"]

    @model_validator(mode="after")
    def _works_by_something(self) -> Self:
        if self.status == "works" and not self.carried_by:
            raise ValueError(f"{self.id} says it works: name in carried_by what carries it")
        return self


class _Source(Record):
    title: str
    rows: tuple[PlaybookRow, ...]


@lru_cache(maxsize=1)
def _sources() -> dict[str, _Source]:
    return {path.stem: record(_Source, table(path), path) for path in folder("rows")}


def rows() -> tuple[PlaybookRow, ...]:
    """Every row of the playbook, source by source."""
    return tuple(row for source in _sources().values() for row in source.rows)


def source_title(row_id: str) -> str:
    """The name we give the article a row comes from."""
    return _sources()[row_id.split(".")[0]].title
