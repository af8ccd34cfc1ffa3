"""Which answer fits, as data: the moves of each scenario in order, or why nothing is drafted."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from amends.playbook.reading import folder, record, table
from amends.records import Record
from amends.records import Scenario as ScenarioId

Mark = Literal["owed", "closed", "checked"]
"""What a case says: something is offered to make up for it, everything was tried, a correction was verified."""


class Move(Record):
    """One move of an answer.

    `drop` orders what goes when the text is too long, 1 first; without it, the move stays.
    A move that `needs` another goes with it; one that `stays_without` a move or a slot goes only where that is there.
    One that would say again what another move's sentence says already is left out by the slots it says (`unless_said`).
    What the case says decides some: a move `only` for a mark, or not at all (`unless`) beside it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    drop: int | None = Field(default=None, ge=1)
    needs: str | None = None
    stays_without: str | None = None
    unless_said: tuple[str, ...] = ()
    only: Mark | None = None
    unless: Mark | None = None


class ScenarioPlan(Record):
    """An answer's plan: when it fits, in one sentence, and its moves in order, or why there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ScenarioId
    name: str
    fits: str
    sources: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    why_not: str | None = None

    @model_validator(mode="after")
    def _moves_or_reason(self) -> Self:
        if bool(self.moves) == bool(self.why_not):
            raise ValueError(f"{self.id}: give moves, or why_not, and not both")
        return self

    def beside(self, marks: frozenset[Mark]) -> ScenarioPlan:
        """The plan with the moves that are made where a case says this."""
        kept = (one for one in self.moves if (one.only is None or one.only in marks) and one.unless not in marks)
        return self.model_copy(update={"moves": tuple(kept)})

    def without(self, moves: Collection[str]) -> ScenarioPlan:
        """The plan without these moves."""
        return self.model_copy(update={"moves": tuple(one for one in self.moves if one.id not in moves)})


@lru_cache(maxsize=1)
def scenarios() -> dict[str, ScenarioPlan]:
    """Every scenario's plan, by id."""
    found = [record(ScenarioPlan, {"id": path.stem, **table(path)}, path) for path in folder("scenarios")]
    return {plan.id: plan for plan in found}
