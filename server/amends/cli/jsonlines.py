"""JSON Lines in, JSON Lines out: one answer a line, in order, and an error in the place of a line not understood."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import orjson
from pydantic import ValidationError

MAX_LINE = 4 * 1024 * 1024
"""Bytes of one line; a longer one is an error and is skipped without being held."""


class LineError(Exception):
    """The line was read but cannot be answered; the message says why."""


def sentence(error: ValidationError | LineError) -> str:
    """All that is wrong with a record or its line, as one sentence."""
    if isinstance(error, LineError):
        return str(error)
    faults = [f"{'.'.join(map(str, e['loc'])) or 'line'}: {e['msg']}" for e in error.errors(include_url=False)]
    return "; ".join(faults)


def run(source: BinaryIO, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> bool:
    """Answer each line of `source` on standard output; True when every line was understood.

    `answer` may raise `LineError` or pydantic's `ValidationError`; the error stands in the line's place.
    """
    understood = True
    for number, raw in enumerate(_lines(source), start=1):
        record_id = None
        try:
            record = _object(raw)
            record_id = record.get("id")
            _write(answer(record))
        except (LineError, ValidationError) as error:
            understood = False
            detail = sentence(error)
            whose = {} if record_id is None else {"id": record_id}
            _write({**whose, "error": {"line": number, "detail": detail}})
            print(f"line {number}: {detail}", file=sys.stderr)
    return understood


def records(source: BinaryIO) -> Iterator[tuple[int, dict[str, Any] | LineError]]:
    """Each line's number and its object, or what is wrong with it; blank lines are passed over."""
    for number, raw in enumerate(_lines(source), start=1):
        if raw is not None and not raw.strip():
            continue
        try:
            yield number, _object(raw)
        except LineError as error:
            yield number, error


def _object(raw: bytes | None) -> dict[str, Any]:
    if raw is None:
        raise LineError(f"the line is longer than {MAX_LINE} bytes")
    try:
        record = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise LineError(f"not JSON: {error}") from None
    if not isinstance(record, dict):
        raise LineError("give one JSON object a line")
    return record


def _lines(source: BinaryIO) -> Any:
    """The lines without their ends, blank ones too; None for a line that is too long."""
    while line := source.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            while (rest := source.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.rstrip(b"\r\n")


def _write(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
    sys.stdout.buffer.flush()
