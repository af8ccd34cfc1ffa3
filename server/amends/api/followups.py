"""Follow-ups: a draft for each reporter of a released issue, in the place where their review stands."""

from __future__ import annotations

from typing import Any, Literal

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import Body, ById, answer
from amends.api.problems import ApiError
from amends.api.reading import languages_read
from amends.api.wiring import here
from amends.cases.clock import moment
from amends.cases.followups import Owed, owed
from amends.records import FollowUp, FollowUpState, Issue, StoredReview, Suggestion

bp = APIBlueprint("followups", __name__, url_prefix=PREFIX)


class FollowUpQuery(Body):
    """Follow-ups in one state; all without."""

    state: FollowUpState | Literal[""] = ""


class FollowUpFull(BaseModel):
    """What is owed to one reviewer, where, and in which words."""

    id: str
    state: FollowUpState
    issue: Issue
    review: StoredReview
    draft: Suggestion | None = None
    why_not: str | None = None


class FollowUpList(BaseModel):
    """Follow-ups, those of one issue together."""

    items: list[FollowUpFull]


class FollowUpChange(Body):
    """Drop one, or take it up again."""

    state: Literal["dropped", "ready"]


@bp.get("/followups", summary="List follow-ups", responses={200: FollowUpList})
@needs("reader")
def list_followups(query: FollowUpQuery) -> Response:
    """Each with a draft fitted to its platform; held ones say what they wait for."""
    wiring = here()
    found = owed(
        wiring.store, wiring.settings.profile, wiring.settings.site.base_url, query.state or None, languages_read()
    )
    return answer({"items": [_told(one) for one in found]})


def _told(one: Owed) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": one.follow_up.id,
        "state": one.follow_up.state,
        "issue": one.issue,
        "review": one.review,
    }
    if one.draft:
        told["draft"] = one.draft
    if one.why_not:
        told["why_not"] = one.why_not
    return told


@bp.patch(
    "/followups/<id>", summary="Drop a follow-up, or take it up again", responses={200: FollowUp, 404: None, 409: None}
)
@needs("writer")
def patch_followup(path: ById, body: FollowUpChange) -> Response:
    """Only one whose issue is released can be ready."""
    wiring = here()
    kept = wiring.store.get(FollowUp, path.id)
    if kept is None:
        raise ApiError(404, f"There is no follow-up {path.id[:200]!r}.")
    issue = wiring.store.get(Issue, kept.issue_id)
    if body.state == "ready" and (issue is None or issue.state != "released"):
        raise ApiError(409, "It is held until its issue is released.")
    if kept.state == "posted":
        raise ApiError(409, "It was posted already.")
    when = moment(wiring.now())
    return answer(wiring.store.change(FollowUp, path.id, lambda one: one.having(state=body.state, changed_at=when)))
