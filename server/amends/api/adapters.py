"""Page adapters the team shares: what one person taught, all read; a page that changed is mended for all."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from flask_openapi import APIBlueprint
from pydantic import BaseModel, ConfigDict, Field

from amends.adapters import faults_of
from amends.adapters.schema import json_schema
from amends.api import PREFIX
from amends.api.access import asking, needs
from amends.api.answers import Body, answer
from amends.api.problems import ApiError, Fault, problem
from amends.api.wiring import here
from amends.cases.sharing import NotYours, TooMany, revision, share, shared
from amends.records import SharedAdapter

bp = APIBlueprint("adapters", __name__, url_prefix=PREFIX)


class ByAdapter(Body):
    """A path that names one adapter."""

    id: str = Field(min_length=1, max_length=100)


class AdapterIn(BaseModel):
    """A page adapter. Its faults are told by sentences of our own, each with its place."""

    model_config = ConfigDict(extra="allow", json_schema_extra=lambda schema: schema.update(json_schema()))


class AdapterList(BaseModel):
    """All the team shares, and the word for this state of them (the ETag, too)."""

    revision: str
    items: list[SharedAdapter]


@bp.get("/adapters", summary="List shared page adapters", responses={200: AdapterList, 304: None})
@needs("reader")
def list_adapters() -> Response:
    """304 to who names the revision they know in If-None-Match."""
    kept = shared(here().store)
    tag = revision(kept)
    known = request.if_none_match.contains(tag)
    response = Response(status=304) if known else answer({"revision": tag, "items": kept})
    response.set_etag(tag)
    return response


@bp.get("/adapters/<id>", summary="One shared page adapter", responses={200: SharedAdapter, 404: None})
@needs("reader")
def get_adapter(path: ByAdapter) -> Response:
    """Those that ship are not here, but in every copy of the extension."""
    return answer(_known(path.id))


@bp.put(
    "/adapters/<id>",
    summary="Share a page adapter",
    responses={200: SharedAdapter, 201: SharedAdapter, 403: None, 409: None, 422: None},
)
@needs("writer")
def put_adapter(path: ByAdapter, body: AdapterIn) -> Response:
    """201 when it is new. A writer shares and mends their own; a maintainer replaces any, also one that ships."""
    adapter: dict[str, Any] = request.get_json()
    if faults := faults_of(adapter):
        told = [Fault(pointer=pointer, detail=sentence) for pointer, sentence in faults]
        return problem(422, "This is not a page adapter as Amends reads them; see errors.", told)
    if adapter["id"] != path.id:
        raise ApiError(409, f"The adapter calls itself {adapter['id']!r}: put it at /adapters/{adapter['id']}.")
    wiring = here()
    try:
        record, is_new = share(wiring.store, adapter, asking(), wiring.now())
    except NotYours as error:
        raise ApiError(403, str(error)) from None
    except TooMany as error:
        raise ApiError(409, str(error)) from None
    return answer(record, 201 if is_new else 200)


@bp.delete("/adapters/<id>", summary="Stop sharing a page adapter", responses={204: None, 404: None})
@needs("maintainer")
def delete_adapter(path: ByAdapter) -> Response:
    """Every browser of the team forgets it when it next asks; where one ships, that is used again."""
    _known(path.id)
    here().store.remove(SharedAdapter, path.id)
    return Response(status=204)


def _known(id: str) -> SharedAdapter:
    found = here().store.get(SharedAdapter, id)
    if found is None:
        raise ApiError(404, f"The team shares no adapter {id!r}.")
    return found
