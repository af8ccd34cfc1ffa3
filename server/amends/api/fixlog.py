"""The fix log as data: what `amends site build` makes the public site of."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import answer
from amends.api.wiring import Wiring, here
from amends.cases.publishing import fixlog
from amends.cases.punctuality import punctuality

bp = APIBlueprint("fixlog", __name__, url_prefix=PREFIX)
MADE_OF = ("issues", "praise")
"""The blueprints whose writes may change the public fix log."""


class FixLog(BaseModel):
    """fixlog.json; the generator's own model says every field."""

    schema_: str = Field(alias="schema")
    site: dict[str, Any]
    fixes: list[dict[str, Any]]
    praise: list[dict[str, Any]] = []


@bp.get("/fixlog", summary="The public fix log as data", responses={200: FixLog})
@needs("reader")
def get_fixlog() -> Response:
    """fixlog.json, schema amends-fixlog/1: only what is allowed in public."""
    return answer(public_fixlog(here()))


def public_fixlog(wiring: Wiring) -> dict[str, Any]:
    """The public fix log of an installation, as data."""
    settings = wiring.settings
    title = settings.site.title or (settings.profile.name if settings.profile else "Issues fixed")
    since = settings.site.figures_since
    figures = punctuality(wiring.store, since, wiring.now()) if since else {}
    return fixlog(
        wiring.store, title=title, base_url=settings.site.base_url or "", language=settings.site.language,
        profile=settings.profile, goals=settings.goals, figures=figures,
    )  # fmt: skip


@bp.after_app_request
def _tell_of_changes(response: Response) -> Response:
    """Whatever was written about issues may show in public."""
    if request.method != "GET" and request.blueprint in MADE_OF and response.status_code < 400:
        here().changed.set()
    return response
