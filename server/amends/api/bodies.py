"""Bodies of requests: what of JSON no store could keep, said before a view meets it."""

from __future__ import annotations

from typing import Any

from flask import request

from amends.api.problems import ApiError

DEEPEST = 100
"""Lists and objects in each other: the stores write no more than about two hundred."""
LARGEST = 2**63 - 1


def json_body() -> Any:
    """The JSON of this request; 400 for what is nested too deeply or has numbers too large to be kept."""
    try:
        body = request.get_json()  # raises 415 and 400 by itself
    except RecursionError:
        raise ApiError(400, "The JSON is nested too deeply to be read.") from None
    level = [body]
    for _ in range(DEEPEST):
        if not level:
            return body
        if any(type(one) is int and abs(one) > LARGEST for one in level):
            raise ApiError(400, "The JSON has a number too large to be kept.")
        level = [part for one in level for part in _parts(one)]
    raise ApiError(400, f"The JSON is nested too deeply: lists and objects lie in each other up to {DEEPEST} times.")


def _parts(one: Any) -> Any:
    return one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
