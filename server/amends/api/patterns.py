"""Patterns: problems that several of the latest reviews report, found by what they say."""

from __future__ import annotations

from typing import Any

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import Body, answer
from amends.api.wiring import here
from amends.cases.recurring import LATEST, Recurring, recurring
from amends.records import Day, Issue, StoredReview

bp = APIBlueprint("patterns", __name__, url_prefix=PREFIX)

EXAMPLES = 5


class PatternQuery(Body):
    """How many patterns at most."""

    limit: int = Field(default=20, ge=1, le=100)


class WeekOut(BaseModel):
    """The Monday of a week, and how many reviews of it report the problem."""

    starts_on: Day
    reviews: int


class PatternOut(BaseModel):
    """A problem in the customers' own words; `examples` are its newest reviews, `not_linked` those no issue has yet."""

    id: str
    name: str
    product: str | None = None
    count: int
    weeks: list[WeekOut]
    examples: list[StoredReview]
    not_linked: list[str]
    issue: Issue | None = None


class PatternList(BaseModel):
    """The most reported first; found among the `of_latest` reviews seen last."""

    items: list[PatternOut]
    of_latest: int


@bp.get("/patterns", summary="List problems that several reviews report", responses={200: PatternList})
@needs("reader")
def list_patterns(query: PatternQuery) -> Response:
    """Found anew when reviews have come; to open one as an issue, post its name and `not_linked` to `/issues`."""
    items = [_told(one) for one in recurring(here().store, query.limit)]
    return answer({"items": items, "of_latest": LATEST})


def _told(one: Recurring) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": one.id,
        "name": one.name,
        "count": len(one.reviews),
        "weeks": [week._asdict() for week in one.weeks],
        "examples": one.reviews[:EXAMPLES],
        "not_linked": one.not_linked,
    }
    return told | {name: value for name in ("product", "issue") if (value := getattr(one, name))}
