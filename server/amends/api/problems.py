"""The one error shape, RFC 9457: type, title, status, detail, errors, instance, as application/problem+json.

`detail` is a sentence that says what to do; `errors` lists what is wrong in a body, each with a JSON pointer.
"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

import orjson
from flask import Flask, Response, request
from pydantic import BaseModel, ConfigDict, ValidationError
from werkzeug.exceptions import HTTPException

from amends.stores.base import StoreError

CONTENT_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One thing that is wrong with a request body."""

    pointer: str
    detail: str


class Problem(BaseModel):
    """What every error answers."""

    model_config = ConfigDict(title="Problem")

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    instance: str | None = None
    errors: list[Fault] | None = None


class ApiError(Exception):
    """Answer with this problem."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def problem(
    status: int, detail: str | None = None, errors: list[Fault] | None = None, headers: Iterable[tuple[str, str]] = ()
) -> Response:
    """An error answer in the one shape; `headers` such as Allow are kept."""
    found = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, instance=request.path, errors=errors)
    response = Response(orjson.dumps(found.model_dump(exclude_none=True)), status=status, content_type=CONTENT_TYPE)
    for name, value in headers:
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    return response


def faults(error: ValidationError) -> list[Fault]:
    """What pydantic found, with JSON pointers."""
    return [
        Fault(pointer="/" + "/".join(map(str, found["loc"])), detail=found["msg"])
        for found in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def on_invalid(error: ValidationError) -> Response:
    """A request whose body, path or query does not fit its schema."""
    return problem(422, "Some values do not fit; see errors.", faults(error))


def handle_errors(app: Flask) -> None:
    """Make every error that leaves a view, known or not, one of these."""

    @app.errorhandler(HTTPException)
    def _(error: HTTPException) -> Any:
        if not error.code or error.code < 400:
            return error
        return problem(error.code, error.description, headers=error.get_headers())

    @app.errorhandler(ApiError)
    def _(error: ApiError) -> Response:
        return problem(error.status, error.detail)

    @app.errorhandler(ValidationError)
    def _(error: ValidationError) -> Response:
        return on_invalid(error)

    @app.errorhandler(StoreError)
    def _(error: StoreError) -> Response:
        app.logger.error("store: %s", error)
        return problem(503, str(error))

    @app.errorhandler(Exception)
    def _(error: Exception) -> Response:
        app.logger.exception("unexpected: %s", error)
        return problem(500, "Amends made a mistake; its log says more.")
