"""The fix log as data: what `amends site build` makes the public site of."""

from __future__ import annotations

from typing import Any

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import answer
from amends.api.wiring import here
from amends.cases.publishing import fixlog

bp = APIBlueprint("fixlog", __name__, url_prefix=PREFIX)


class FixLog(BaseModel):
    """fixlog.json; the generator's own model says every field."""

    schema_: str = Field(alias="schema")
    site: dict[str, Any]
    fixes: list[dict[str, Any]]


@bp.get("/fixlog", summary="The public fix log as data", responses={200: FixLog})
@needs("reader")
def get_fixlog() -> Response:
    """fixlog.json, schema amends-fixlog/1: only what is allowed in public."""
    wiring = here()
    settings = wiring.settings
    title = settings.site.title or (settings.profile.name if settings.profile else "Issues fixed")
    data = fixlog(
        wiring.store, title=title, base_url=settings.site.base_url or "", language=settings.site.language,
        profile=settings.profile, goals=settings.goals,
    )  # fmt: skip
    return answer(data)
