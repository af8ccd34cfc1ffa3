"""Listings: our places on platforms. Only reviews of these are read and sent."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import Body, ById, answer
from amends.api.problems import ApiError
from amends.api.wiring import here
from amends.records import Listing

bp = APIBlueprint("listings", __name__, url_prefix=PREFIX)


class ListingIn(Body):
    """`id` as the adapter names the place: PLATFORM:KEY."""

    id: str = Field(min_length=3, max_length=200, pattern=r"^[a-z0-9-]+:\S+$")
    platform: str | None = Field(default=None, max_length=100)
    name: str | None = Field(default=None, max_length=200)
    product: str | None = Field(default=None, max_length=200)


class ListingList(BaseModel):
    """All listings."""

    items: list[Listing]


@bp.get("/listings", summary="List our places", responses={200: ListingList})
@needs("reader")
def list_listings() -> Response:
    """All of them; there are few."""
    return answer({"items": here().store.find(Listing)})


@bp.post("/listings", summary="This place is ours", responses={200: Listing, 201: Listing, 409: None})
@needs("writer")
def post_listing(body: ListingIn) -> Response:
    """201 when it is new; known already, 200 and as it was."""
    store = here().store
    if body.platform and body.platform != body.id.partition(":")[0]:
        raise ApiError(409, f"The id of a listing starts with its platform: {body.platform}:… .")
    listing = Listing.model_validate({**body.model_dump(exclude_none=True), "platform": body.id.partition(":")[0]})
    if store.add(listing):
        return answer(listing, 201)
    return answer(store.get(Listing, listing.id))


@bp.delete("/listings/<id>", summary="This place is not ours", responses={204: None, 404: None})
@needs("writer")
def delete_listing(path: ById) -> Response:
    """Its reviews stay; no more are read."""
    if not here().store.remove(Listing, path.id):
        raise ApiError(404, f"There is no listing {path.id[:200]!r}.")
    return Response(status=204)
