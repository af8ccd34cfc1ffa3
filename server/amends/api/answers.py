"""How views answer: records as JSON without unknown fields, and the shape of a page of them."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response
from pydantic import BaseModel, ConfigDict, Field

from amends.stores.base import Page


class Body(BaseModel):
    """A request body: fields it does not know are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid")


class Paging(Body):
    """Query of a list: `limit` items that come after the cursor `after`."""

    after: str = Field(default="", max_length=400)
    limit: int = Field(default=100, ge=1, le=500)


class ById(Body):
    """A path that names one record."""

    id: str = Field(min_length=1, max_length=400)


def answer(data: Any, status: int = 200) -> Response:
    """JSON of records, or of data that holds some."""
    return Response(orjson.dumps(data, default=_plain), status=status, content_type="application/json")


def answer_page(page: Page) -> Response:
    """A page of records as {"items", "after"?}."""
    return answer({"items": page.records, **({"after": page.after} if page.after else {})})


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    raise TypeError(type(value).__name__)
