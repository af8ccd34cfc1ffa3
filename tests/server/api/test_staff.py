"""A colleague's role and name change at once, by a maintainer, and never so that none is left."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from amends.cases.people import add_staff, new_token, revoke

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_new_role_holds_from_the_next_call_on(maintainer: Any, caller: Any, store: Any) -> None:
    staff = add_staff(store, "Rea", "reader", NOW)
    headers = {"Authorization": f"Bearer {new_token(store, staff, NOW)}"}
    issue = {"title": "x"}
    assert caller(None)("POST", "/issues", issue, headers=headers).status_code == 403
    told = maintainer("PATCH", f"/staff/{staff.id}", {"role": "writer"})
    assert (told.status_code, told.json["role"], told.json["name"]) == (200, "writer", "Rea")
    assert caller(None)("GET", "/me", headers=headers).json["role"] == "writer"
    assert caller(None)("POST", "/issues", issue, headers=headers).status_code == 201


def test_a_new_name_keeps_the_id_and_the_role(maintainer: Any, store: Any) -> None:
    staff = add_staff(store, "Mara", "writer", NOW)
    told = maintainer("PATCH", f"/staff/{staff.id}", {"name": " Mara Lind "}).json
    assert (told["id"], told["name"], told["role"]) == ("mara", "Mara Lind", "writer")


def test_the_last_maintainer_stays_one_until_there_is_another(maintainer: Any, store: Any) -> None:
    me = maintainer("GET", "/me").json["id"]
    refused = maintainer("PATCH", f"/staff/{me}", {"role": "reader"})
    assert refused.status_code == 409
    assert "only maintainer" in refused.json["detail"]
    gone = add_staff(store, "Gone", "maintainer", NOW)
    revoke(store, gone.id, NOW)
    assert maintainer("PATCH", f"/staff/{me}", {"role": "reader"}).status_code == 409
    assert maintainer("PATCH", f"/staff/{me}", {"name": "Still me", "role": "maintainer"}).status_code == 200
    add_staff(store, "Other", "maintainer", NOW)
    assert maintainer("PATCH", f"/staff/{me}", {"role": "reader"}).status_code == 200


@pytest.mark.parametrize("role", ["reader", "writer"])
def test_only_a_maintainer_changes_staff(caller: Any, role: str) -> None:
    who = caller(role)
    assert who("PATCH", f"/staff/{who('GET', '/me').json['id']}", {"role": "maintainer"}).status_code == 403


@pytest.mark.parametrize("body", [{"role": "owner"}, {"name": " "}, {"name": ""}, {"rank": "reader"}])
def test_what_fits_no_role_or_name_is_refused(maintainer: Any, store: Any, body: dict[str, str]) -> None:
    staff = add_staff(store, "Mara", "writer", NOW)
    assert maintainer("PATCH", f"/staff/{staff.id}", body).status_code == 422


def test_who_has_no_access_is_not_changed(maintainer: Any, store: Any) -> None:
    staff = add_staff(store, "Mara", "writer", NOW)
    revoke(store, staff.id, NOW)
    assert maintainer("PATCH", f"/staff/{staff.id}", {"role": "reader"}).status_code == 404
    assert maintainer("PATCH", "/staff/nobody", {"role": "reader"}).status_code == 404
