"""Read the playbook's TOML into records, and say which file and field is wrong when one is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

ROOM = Path(__file__).parent
"""The folder of the playbook's data."""

R = TypeVar("R", bound=BaseModel)


class PlaybookError(Exception):
    """A data file of the playbook is wrong; the message names the file and what to mend."""


def table(path: Path) -> dict[str, Any]:
    """The contents of one TOML file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PlaybookError(f"{path.relative_to(ROOM)}: {error}") from None


def record(kind: type[R], data: dict[str, Any], path: Path) -> R:
    """One record made of `data`, which was read from `path`."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
        raise PlaybookError(f"{path.relative_to(ROOM)}: {faults}") from None


def folder(name: str) -> list[Path]:
    """The TOML files of one folder of the room, by name."""
    return sorted((ROOM / name).glob("*.toml"))
