"""Bodies of requests: what of JSON no store could keep, said before a view meets it."""

from __future__ import annotations

from typing import Any

from flask import request

from amends.api.problems import ApiError

DEEPEST = 100
"""Lists and objects in each other: the stores write no more than about two hundred."""
LARGEST = 2**63 - 1


def json_body() -> Any:
    """The JSON of this request; 400 for what is nested too deeply or has a number that is none.

    A whole number beyond 64 bits becomes the nearest float, which is what a browser reads of it, too.
    """
    try:
        body = request.get_json()  # raises 415 and 400 by itself
    except RecursionError:
        raise ApiError(400, "The JSON is nested too deeply to be read.") from None
    level = [body]
    for _ in range(DEEPEST):
        if not level:
            return body
        for one in level:
            _soften(one)
        level = [part for one in level for _, part in _parts(one)]
    raise ApiError(400, f"The JSON is nested too deeply: lists and objects lie in each other up to {DEEPEST} times.")


def _soften(one: Any) -> None:
    for key, part in _parts(one):
        if type(part) is int and abs(part) > LARGEST:
            try:
                one[key] = float(part)
            except OverflowError:
                raise ApiError(400, "The JSON has a number too large to be kept.") from None


def _parts(one: Any) -> list[tuple[Any, Any]]:
    return list(one.items() if isinstance(one, dict) else enumerate(one) if isinstance(one, list) else ())
