"""From a fixlog.json, which may hold anything, to a `FixLog` that can be trusted; or to everything wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import orjson

from fixlog.model import SCHEMA, Fix, FixLog
from fixlog.report import BuildError, Problem
from fixlog.shape import Faults, Place, left_out, shown

Piece = msgspec.Raw
"""A fix as it is written in the file."""


class _Whole(msgspec.Struct, forbid_unknown_fields=True):
    """A file with no field that is not known: most are, and are taken apart in one go."""

    schema: msgspec.Raw
    site: msgspec.Raw
    fixes: list[msgspec.Raw]
    praise: msgspec.Raw = msgspec.Raw(b"")


def split(raw: bytes) -> tuple[dict[str, Any], list[Piece], bytes]:
    """The file without its fixes, each fix unread, and what tells the first of these from others.

    Raises `BuildError`.
    """
    try:
        try:
            known = msgspec.json.decode(raw, type=_Whole)
            pieces = known.fixes
            parts = {name: part for name in ("schema", "site", "praise") if (part := getattr(known, name))}
        except msgspec.ValidationError:  # it has a field that is not known, or lacks one: what is told, is told later
            parts = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
            pieces = msgspec.json.decode(parts.pop("fixes"), type=list[msgspec.Raw])
        rest = {name: orjson.loads(memoryview(part)) for name, part in parts.items()} | {"fixes": []}
        return rest, pieces, b"".join(bytes(part) for part in parts.values())
    except (msgspec.MsgspecError, orjson.JSONDecodeError, KeyError, RecursionError, UnicodeDecodeError):
        raise BuildError([Problem("fixlog.json", "it is no fix log")]) from None


def whole(raw: bytes) -> Any:
    """All of the file. Raises `BuildError`."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BuildError([Problem(place, f"not JSON: {error.msg}")]) from None


def one(piece: Piece, language: str = "") -> tuple[Fix, list[str], list[str]]:
    """A fix, fields of it that are left out, and warnings about it in a site of this language.

    Raises `BuildError`; `read` tells more.
    """
    try:
        fix = Fix.read(orjson.loads(memoryview(piece)))
    except (orjson.JSONDecodeError, Faults, ValueError):
        raise BuildError([Problem("fixes", "one of them has a fault")]) from None
    return fix, list(left_out(fix, "fixes[]")), [*_doubtful(fix), *_unread(fix, language)]


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
        log = FixLog.read(source)
    except Faults as faults:
        raise BuildError([*(_problem(place, reason, source) for place, reason in faults.found), *problems]) from None
    if problems:
        raise BuildError(problems)
    doubts = [doubt for fix in log.fixes for doubt in _doubtful(fix)]
    return log, [*named_once(left_out(log)), *doubts]


def _problem(steps: Place, reason: str, source: dict[str, Any]) -> Problem:
    place = ""
    for step in steps:
        place += f"[{step}]" if isinstance(step, int) else f".{shown(step)}" if place else shown(step)
    if steps[:1] == ("fixes",) and len(steps) > 1:
        fix = source["fixes"][steps[1]]
        fix_id = fix.get("id") if isinstance(fix, dict) else None
        place += f" (fix {fix_id[:40]!r})" if isinstance(fix_id, str) else ""
    return Problem(place, reason)


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


def named_once(fields: Iterable[str]) -> Iterator[str]:
    """A warning for each field that is left out."""
    counts: dict[str, int] = {}
    for field in fields:
        counts[field] = counts.get(field, 0) + 1
    for field, count in counts.items():
        times = "" if count == 1 else f" ({count} times)"
        yield f"{field}{times}: not a field of {SCHEMA}, left out"


def _unread(fix: Fix, language: str) -> Iterator[str]:
    """Translations that stand on no page: the last of two with one address does, and none of the site's own."""
    seen = {language.casefold()}
    for name in reversed(fix.translations):
        if name.casefold() in seen:
            of = "the site's own language" if name.casefold() == language.casefold() else "there twice"
            yield f"fix {fix.id!r}: translations.{name} is {of}, and not shown"
        seen.add(name.casefold())


def _doubtful(fix: Fix) -> Iterator[str]:
    if fix.released_on and fix.first_reported_on and fix.released_on < fix.first_reported_on:
        yield f"fix {fix.id!r}: released_on is before first_reported_on"
    if not fix.symptom.strip():
        yield f"fix {fix.id!r}: symptom is empty, so its page does not say what customers saw"
    if fix.state == "released" and not (fix.fixed_in or fix.released_on):
        yield f"fix {fix.id!r}: released, but neither fixed_in nor released_on says since when"
