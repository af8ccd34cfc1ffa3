"""Replies the team posted, as the extension saw them appear on the page."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import asking, needs
from amends.api.answers import Body, answer
from amends.api.reviews import review_or_404
from amends.api.wiring import here
from amends.cases.answering import record_reply
from amends.records import Case, Moment, Scenario

bp = APIBlueprint("replies", __name__, url_prefix=PREFIX)


class ReplyIn(Body):
    """The text as it stands on the page."""

    review_id: str = Field(min_length=1, max_length=200)
    text: str = Field(min_length=1, max_length=100_000)
    posted_at: Moment | None = None
    scenario: Scenario | None = None


class ReplyOut(BaseModel):
    """The reply's id and the case it answered."""

    id: str
    case: Case


@bp.post("/replies", summary="Record a posted reply", responses={200: ReplyOut, 201: ReplyOut, 404: None})
@needs("writer")
def post_reply(body: ReplyIn) -> Response:
    """201 when it is new; the same text for the same review again is 200 and changes nothing."""
    wiring = here()
    review_or_404(body.review_id)
    reply, case, new = record_reply(
        wiring.store, body.review_id, body.text, wiring.now(),
        posted_at=body.posted_at, scenario=body.scenario, by=asking().id,
    )  # fmt: skip
    return answer({"id": reply.id, "case": case}, 201 if new else 200)
