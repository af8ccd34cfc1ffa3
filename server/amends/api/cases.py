"""Cases: the work on each review, with its clock."""

from __future__ import annotations

from typing import Literal

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import asking, needs
from amends.api.answers import Body, ById, Paging, answer, answer_page
from amends.api.problems import ApiError
from amends.api.wiring import here
from amends.cases.working import NotYet, work_on
from amends.records import Case, CaseOutcome, CaseState

bp = APIBlueprint("cases", __name__, url_prefix=PREFIX)


class CaseQuery(Paging):
    """Cases in one state; all without."""

    state: CaseState | Literal[""] = ""


class CasePage(BaseModel):
    """Some cases; ask again with `after` for more."""

    items: list[Case]
    after: str | None = None


@bp.get("/cases", summary="List cases", responses={200: CasePage})
@needs("reader")
def list_cases(query: CaseQuery) -> Response:
    """By review, a page at a time."""
    where = {"state": query.state} if query.state else None
    return answer_page(here().store.page(Case, where, after=query.after or None, limit=query.limit))


@bp.get("/cases/<id>", summary="One case", responses={200: Case, 404: None})
@needs("reader")
def get_case(path: ById) -> Response:
    """The case of the review with this id."""
    case = here().store.get(Case, path.id)
    if case is None:
        raise ApiError(404, f"There is no case {path.id[:200]!r}: that review was not observed.")
    return answer(case)


class CaseIn(Body):
    """What was done; a field that is left out stays, an empty one is taken away."""

    outcome: CaseOutcome | Literal[""] | None = None
    tried: str | None = Field(default=None, max_length=4000)
    restitution: str | None = Field(default=None, max_length=1000)
    correction: str | None = Field(default=None, max_length=300)
    verified_by: str | None = Field(default=None, max_length=100)


@bp.patch("/cases/<id>", summary="Work on a case", responses={200: Case, 404: None, 422: None})
@needs("writer")
def patch_case(path: ById, body: CaseIn) -> Response:
    """Note what was tried, offered or checked; suggestions follow it, and say nothing of it that is private."""
    try:
        case = work_on(here().store, path.id, body.model_dump(exclude_none=True), by=asking().name)
    except NotYet as error:
        raise ApiError(422, str(error)) from None
    if case is None:
        raise ApiError(404, f"There is no case {path.id[:200]!r}: that review was not observed.")
    return answer(case)
