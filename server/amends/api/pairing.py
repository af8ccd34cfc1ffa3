"""Pairing an extension: a one-time code, shown to a colleague, traded for a token."""

from __future__ import annotations

from flask import Response, request
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import asking, needs
from amends.api.answers import Body, answer
from amends.api.problems import ApiError
from amends.api.wiring import here
from amends.cases.people import new_code, pair
from amends.records import Listing, Role, Staff

bp = APIBlueprint("pairing", __name__, url_prefix=PREFIX)


class PairIn(Body):
    """The code as shown; spaces, dashes and small letters are forgiven."""

    code: str = Field(min_length=1, max_length=40)


class Who(BaseModel):
    """A colleague, as the extension shows them."""

    name: str
    role: Role


class PairOut(BaseModel):
    """The token is told this once."""

    token: str
    staff: Who
    listings: list[Listing]


class CodeIn(Body):
    """Whom the code pairs; without it, the one who asks."""

    staff_id: str | None = Field(default=None, max_length=200)


class CodeOut(BaseModel):
    """A code of eight characters, good once and until `expires_at`."""

    code: str
    expires_at: str
    staff: Who


@bp.post("/pair", summary="Trade a pairing code for a token", responses={200: PairOut, 403: None})
def pair_extension(body: PairIn) -> Response:
    """The only route open to any extension's origin; that origin is admitted from then on."""
    wiring = here()
    paired = pair(wiring.store, body.code, wiring.now(), request.headers.get("Origin"))
    if paired is None:
        raise ApiError(403, "That code does not work: mistyped, used, or older than ten minutes. Ask for a new one.")
    who = {"name": paired.staff.name, "role": paired.staff.role}
    return answer({"token": paired.token, "staff": who, "listings": wiring.store.find(Listing)})


@bp.post("/pairing-codes", summary="Make a pairing code", responses={201: CodeOut, 404: None})
@needs("reader")
def make_code(body: CodeIn) -> Response:
    """A code for oneself; a maintainer may make one for a colleague."""
    wiring = here()
    me = asking()
    wanted = body.staff_id or me.id
    if wanted != me.id and me.role != "maintainer":
        raise ApiError(403, "Only a maintainer makes codes for others.")
    staff = wiring.store.get(Staff, wanted)
    if staff is None or staff.revoked_at:
        raise ApiError(404, f"There is no colleague {wanted!r} with access. See GET {PREFIX}/staff.")
    code = new_code(wiring.store, staff, wiring.now())
    who = {"name": staff.name, "role": staff.role}
    plain = (code.model_extra or {})["code"]
    return answer({"code": plain, "expires_at": code.expires_at, "staff": who}, 201)
