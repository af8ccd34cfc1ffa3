"""Praise: kind words of reviews, approved one by one for the fix log's page of thanks."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import asking, needs
from amends.api.answers import Body, ById, answer
from amends.api.problems import ApiError
from amends.api.reviews import review_or_404
from amends.api.wiring import here
from amends.cases.praising import NotTheirWords, approve
from amends.records import Praise

bp = APIBlueprint("praise", __name__, url_prefix=PREFIX)


class PraiseIn(Body):
    """The words of the review to publish, as they stand there."""

    text: str = Field(min_length=1, max_length=2_000, pattern=r"\S")


class PraiseQuery(Body):
    """Of one review; of all without."""

    review_id: str = Field(default="", max_length=400)


class PraiseList(BaseModel):
    """What is approved."""

    items: list[Praise]


@bp.get("/praise", summary="List approved praise", responses={200: PraiseList})
@needs("reader")
def list_praise(query: PraiseQuery) -> Response:
    """By review; of one review it is one or none."""
    store = here().store
    if not query.review_id:
        return answer({"items": store.find(Praise)})
    approved = store.get(Praise, query.review_id)
    return answer({"items": [approved] if approved else []})


@bp.put(
    "/praise/<id>", summary="Approve words of a review for publishing", responses={200: Praise, 404: None, 409: None}
)
@needs("maintainer")
def put_praise(path: ById, body: PraiseIn) -> Response:
    """The id is the review's; sent again, the words are replaced."""
    wiring = here()
    try:
        return answer(approve(wiring.store, review_or_404(path.id), body.text, asking(), wiring.now()))
    except NotTheirWords as error:
        raise ApiError(409, str(error)) from None


@bp.delete("/praise/<id>", summary="Take approved words back", responses={204: None, 404: None})
@needs("maintainer")
def delete_praise(path: ById) -> Response:
    """They are gone from the site with its next build."""
    if not here().store.remove(Praise, path.id):
        raise ApiError(404, f"No words of review {path.id[:200]!r} are approved.")
    return Response(status=204)
