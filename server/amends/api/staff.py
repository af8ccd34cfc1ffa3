"""Staff: who has access, and as what."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import asking, needs
from amends.api.answers import Body, ById, answer
from amends.api.problems import ApiError
from amends.api.wiring import here
from amends.cases.people import LastMaintainer, add_staff, change_staff, revoke
from amends.records import Role, Staff

bp = APIBlueprint("staff", __name__, url_prefix=PREFIX)


class StaffIn(Body):
    """A colleague's name and role."""

    name: str = Field(min_length=1, max_length=100, pattern=r"\S")
    role: Role


class StaffChange(Body):
    """What changes; what is left out stays."""

    name: str | None = Field(default=None, min_length=1, max_length=100, pattern=r"\S")
    role: Role | None = None


class StaffList(BaseModel):
    """Everyone, those whose access was revoked too."""

    items: list[Staff]


@bp.get("/staff", summary="List staff", responses={200: StaffList})
@needs("reader")
def list_staff() -> Response:
    """All of them; there are few."""
    return answer({"items": here().store.find(Staff)})


@bp.post("/staff", summary="Add a colleague", responses={201: Staff})
@needs("maintainer")
def post_staff(body: StaffIn) -> Response:
    """They get access by a pairing code, made at /pairing-codes."""
    wiring = here()
    return answer(add_staff(wiring.store, body.name.strip(), body.role, wiring.now()), 201)


@bp.patch("/staff/<id>", summary="Change a colleague's name or role", responses={200: Staff, 404: None, 409: None})
@needs("maintainer")
def patch_staff(path: ById, body: StaffChange) -> Response:
    """It holds from their next call on, with the tokens they have; the last maintainer stays one."""
    try:
        staff = change_staff(here().store, path.id, name=(body.name or "").strip() or None, role=body.role)
    except LastMaintainer as error:
        raise ApiError(409, str(error)) from None
    if staff is None:
        raise ApiError(404, f"There is no colleague {path.id[:200]!r} with access.")
    return answer(staff)


@bp.get("/me", summary="Who asks", responses={200: Staff})
@needs("reader")
def get_me() -> Response:
    """The colleague whose token came with the request, with the role they have now."""
    return answer(asking())


@bp.delete("/staff/<id>", summary="Revoke a colleague's access", responses={200: Staff, 404: None})
@needs("maintainer")
def delete_staff(path: ById) -> Response:
    """Their tokens and codes stop working at once; their name stays on what they did."""
    wiring = here()
    staff = revoke(wiring.store, path.id, wiring.now())
    if staff is None:
        raise ApiError(404, f"There is no colleague {path.id[:200]!r}.")
    return answer(staff)
