"""The fix log as data: what `amends site build` makes the public site of."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import answer
from amends.api.wiring import here
from amends.cases.publishing import fixlog

bp = APIBlueprint("fixlog", __name__, url_prefix=PREFIX)


@bp.get("/fixlog", summary="The public fix log as data")
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
