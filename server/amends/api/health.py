"""Is the API up? Open to all, tells nothing of anyone."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel

from amends import __version__
from amends.api import PREFIX
from amends.api.answers import answer
from amends.api.wiring import here

bp = APIBlueprint("health", __name__, url_prefix=PREFIX)


class Health(BaseModel):
    """`store` is the engine's name, without its place."""

    status: str
    version: str
    store: str


@bp.get("/health", summary="Is the API up?", responses={200: Health})
def health() -> Response:
    """Status, version and kind of store."""
    engine = here().store.url.partition(":")[0]
    return answer({"status": "ok", "version": __version__, "store": engine})
