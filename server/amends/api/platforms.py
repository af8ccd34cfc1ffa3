"""Platforms: what each lets a reply be, with the page every fact was read on."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import ById, answer
from amends.playbook import Platform, platform, platforms

bp = APIBlueprint("platforms", __name__, url_prefix=PREFIX)


class PlatformList(BaseModel):
    """All platforms of which something is known."""

    items: list[Platform]


@bp.get("/platforms", summary="List platforms", responses={200: PlatformList})
@needs("reader")
def list_platforms() -> Response:
    """What is not known is missing."""
    return answer({"items": platforms()})


@bp.get("/platforms/<id>", summary="One platform", responses={200: Platform})
@needs("reader")
def get_platform(path: ById) -> Response:
    """A platform nobody described is one of which nothing is known, not an error."""
    return answer(platform(path.id))
