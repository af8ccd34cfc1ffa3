"""Reviews as JSON Lines in the shape of the command line: one JSON object a line, UTF-8, only `text` is required."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson
from pydantic import ValidationError

from amends.importers.keeping import Rejected
from amends.records import Review, StoredReview, review_key

MAX_LINE = 4 * 1024 * 1024
"""Bytes of one line; a longer one is rejected without being held."""


def read(source: BinaryIO, platform: str | None = None) -> Iterator[StoredReview | Rejected]:
    """The reviews in order; blank lines are passed over. `platform` is for reviews that do not name theirs."""
    for number, line in enumerate(_lines(source), start=1):
        if line is None:
            yield Rejected(number, f"the line is longer than {MAX_LINE} bytes")
        elif line.strip():
            yield _review(number, line, platform)


def _review(number: int, line: bytes, platform: str | None) -> StoredReview | Rejected:
    try:
        fields = orjson.loads(line)
        if not isinstance(fields, dict):
            return Rejected(number, "give one JSON object a line")
        return _stored({"platform": platform, **fields} if platform else fields)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, e['loc'])) or 'line'}: {e['msg']}" for e in error.errors(include_url=False)]
        return Rejected(number, "; ".join(faults))
    except ValueError as error:
        return Rejected(number, f"not JSON: {error}")


def _stored(fields: dict[str, Any]) -> StoredReview:
    """The review under our id; an `id` that is not one of ours is the one it had where it came from."""
    review = Review.model_validate(fields)
    ours = re.fullmatch(rf"{re.escape(review.platform or 'unknown')}-[0-9a-f]{{20}}", review.id or "")
    if ours:
        return StoredReview.model_validate(fields)
    if review.id and not review.external_id:
        fields = {**fields, "external_id": review.id}
        review = Review.model_validate(fields)
    return StoredReview.model_validate({**fields, "id": review_key(review)})


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is too long."""
    first = True
    while line := source.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            while (rest := source.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False
