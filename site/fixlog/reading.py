"""From a fixlog.json, which may hold anything, to a `FixLog` that can be trusted; or to everything wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fixlog.model import SCHEMA, FixLog
from fixlog.report import BuildError, Problem


def read(source: object, *, base_url: str | None = None) -> tuple[FixLog, list[str]]:
    """The fix log and warnings about what was left out; `base_url` replaces the file's own. Raises `BuildError`."""
    if not isinstance(source, dict):
        raise BuildError([Problem("fixlog.json", "it holds no JSON object")])
    if source.get("schema") != SCHEMA:
        raise BuildError([Problem("schema", f'this builds "{SCHEMA}" only; export the file again with this version')])
    if base_url is not None and isinstance(source.get("site"), dict):
        source = {**source, "site": {**source["site"], "base_url": base_url}}
    problems = list(_repeated(source))
    try:
        log = FixLog.model_validate(source)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise BuildError([*(_problem(fault, source) for fault in found), *problems]) from None
    if problems:
        raise BuildError(problems)
    return log, [*_dropped(log), *_doubtful(log)]


def _problem(fault: ErrorDetails, source: dict[str, Any]) -> Problem:
    place = ""
    for step in fault["loc"]:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else str(step)
    if fault["loc"][:1] == ("fixes",) and len(fault["loc"]) > 1 and isinstance(source["fixes"], list):
        fix = source["fixes"][int(fault["loc"][1])]
        fix_id = fix.get("id") if isinstance(fix, dict) else None
        place += f" (fix {fix_id[:40]!r})" if isinstance(fix_id, str) else ""
    return Problem(place, fault["msg"].removeprefix("Value error, "))


def _repeated(source: dict[str, Any]) -> Iterator[Problem]:
    """Ids and slugs used twice. Read off the raw file, so that they are told together with every other fault."""
    seen: dict[tuple[str, str], str] = {}
    fixes = source.get("fixes")
    for index, fix in enumerate(fixes if isinstance(fixes, list) else []):
        for field in ("id", "slug"):
            value = fix.get(field) if isinstance(fix, dict) else None
            if isinstance(value, str):
                place = f"fixes[{index}].{field}"
                # Folded, because some disks and hosts do not tell capitals from small letters.
                first = seen.setdefault((field, value.casefold()), place)
                if first != place:
                    yield Problem(place, f"{value[:100]!r} is taken by {first}; give each fix its own")


def _dropped(log: FixLog) -> Iterator[str]:
    """Empties every part of fields it does not know, and names them once each."""
    counts: dict[str, int] = {}
    for pattern, part in _parts(log, ""):
        for name in part.model_extra or {}:
            field = f"{pattern}.{name[:60]}".lstrip(".")
            counts[field] = counts.get(field, 0) + 1
        (part.model_extra or {}).clear()
    for field, count in counts.items():
        times = "" if count == 1 else f" ({count} times)"
        yield f"{field}{times}: not a field of {SCHEMA}, left out"


def _parts(value: object, pattern: str) -> Iterator[tuple[str, BaseModel]]:
    if isinstance(value, BaseModel):
        yield pattern, value
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name), f"{pattern}.{name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item, f"{pattern}[]")
    elif isinstance(value, dict):
        for item in value.values():
            yield from _parts(item, f"{pattern}{{}}")


def _doubtful(log: FixLog) -> Iterator[str]:
    for fix in log.fixes:
        if fix.released_on and fix.first_reported_on and fix.released_on < fix.first_reported_on:
            yield f"fix {fix.id!r}: released_on is before first_reported_on"
        if fix.state == "released" and not (fix.fixed_in or fix.released_on):
            yield f"fix {fix.id!r}: released, but neither fixed_in nor released_on says since when"
