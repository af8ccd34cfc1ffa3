"""Examples for training staff, without identities."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import Paging, answer
from amends.api.wiring import here
from amends.cases.training import lessons
from amends.records import Lesson, PostedReply, Staff

bp = APIBlueprint("training", __name__, url_prefix=PREFIX)


class LessonQuery(Paging):
    """Some of the posted replies; each costs a draft, so there are fewer on a page."""

    limit: int = Field(default=20, ge=1, le=50)


class LessonPage(BaseModel):
    """Some examples, and how many posted replies there are in all; ask again with `after` for more."""

    items: list[Lesson]
    after: str | None = None
    of: int


@bp.get("/training", summary="Examples without identities", responses={200: LessonPage})
@needs("maintainer")
def get_training(query: LessonQuery) -> Response:
    """Reviews, our suggestion, the posted reply and the rules it broke; names, addresses and numbers are taken out."""
    wiring = here()
    page = wiring.store.page(PostedReply, None, after=query.after or None, limit=query.limit)
    names = [staff.name for staff in wiring.store.find(Staff)]
    found = list(lessons(wiring.store, page.records, wiring.settings.profile, names))
    told = {"items": found, "of": wiring.store.count(PostedReply)}
    return answer({**told, **({"after": page.after} if page.after else {})})
