"""Cases: the work on each review, with its clock."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import ById, Paging, answer, answer_page
from amends.api.problems import ApiError
from amends.api.wiring import here
from amends.records import Case, CaseState

bp = APIBlueprint("cases", __name__, url_prefix=PREFIX)


class CaseQuery(Paging):
    """Cases in one state; all without."""

    state: CaseState | None = None


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
