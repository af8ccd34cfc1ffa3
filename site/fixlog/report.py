"""What a build says of itself: what it wrote, or everything that stood in its way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

SHOWN = 100
"""How many problems `str(BuildError)` spells out."""


class Problem(NamedTuple):
    """One fault: `place` as a path into the source (`fixes[3].slug`) or the folder, and the reason in words."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class Tangled(ValueError):
    """The text is nested or knotted beyond what anyone writes, and would take minutes to read."""


class BuildError(Exception):
    """The site was not built. `problems` holds all of them at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [str(problem) for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            shown.append(f"… and {len(self.problems) - SHOWN} more")
        super().__init__("\n".join(shown))

    def __reduce__(self) -> tuple[type[BuildError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # what an exception is made anew from, in another process


@dataclass(frozen=True)
class BuildReport:
    """What a build did, as paths relative to the output folder; `warnings` are sentences."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
