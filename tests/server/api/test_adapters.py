"""Page adapters a team shares: who may give which, faults told, and a list that costs nothing while it is the same."""

import json

import pytest

from amends.adapters import shipped
from amends.api import adapters as noun
from amends.cases import sharing

TAUGHT = {
    "id": "lanternpost-example",
    "name": "lanternpost.example",
    "unverified": {"evidence": ["taught on https://lanternpost.example/lamps, 2026-11-22"]},
    "addresses": [{"hosts": ["lanternpost.example"], "path": "^/lamps"}],
    "listing": {"key": [{"address": "^/([^/?]+)"}]},
    "reviews": [".b7Yk"],
    "fields": {"author": [{"select": "._3dLm"}], "text": [{"select": ".xA0e p"}], "posted_at": [{"select": ".q8Ss"}]},
}
TRUSTPILOT = next(one for one in shipped() if one["id"] == "trustpilot")


def put(caller, adapter):
    return caller("PUT", f"/adapters/{adapter['id']}", adapter)


def test_what_a_writer_taught_is_read_by_all(caller):
    given = put(caller("writer"), TAUGHT)
    assert (given.status_code, given.json["adapter"], given.json["shared_by"]) == (201, TAUGHT, "a-writer")
    listed = caller("reader")("GET", "/adapters").json
    assert [one["adapter"] for one in listed["items"]] == [TAUGHT]
    assert caller("reader")("GET", "/adapters/lanternpost-example").json == given.json


def test_the_same_again_changes_nothing_and_a_change_says_who_made_it(caller):
    writer = caller("writer")
    first = put(writer, TAUGHT).json
    again = put(writer, TAUGHT)
    assert (again.status_code, again.json) == (200, first)
    changed = put(writer, {**TAUGHT, "name": "Lantern Post"}).json
    assert (changed["shared_at"], changed["changed_by"]) == (first["shared_at"], "a-writer")


def test_a_list_that_stayed_the_same_is_not_sent_again(caller):
    reader, writer = caller("reader"), caller("writer")
    empty = reader("GET", "/adapters")
    put(writer, TAUGHT)
    told = reader("GET", "/adapters")
    known = {"If-None-Match": f'"{told.json["revision"]}"'}
    assert told.headers["ETag"] == known["If-None-Match"] != empty.headers["ETag"]
    same = reader("GET", "/adapters", headers=known)
    assert (same.status_code, same.data) == (304, b"")
    put(writer, {**TAUGHT, "name": "Lantern Post"})
    assert reader("GET", "/adapters", headers=known).status_code == 200


def test_a_page_of_reviews_is_answered_with_the_revision_of_the_adapters(caller, review):
    writer = caller("writer")
    before = writer("POST", "/reviews:observe", {"reviews": [review]}).json["adapters"]
    put(writer, TAUGHT)
    after = writer("POST", "/reviews:observe", {"reviews": [review]}).json["adapters"]
    assert before != after == writer("GET", "/adapters").json["revision"]


@pytest.mark.parametrize(
    ("adapter", "role", "status"),
    [
        (TAUGHT, "reader", 403),
        (TRUSTPILOT, "writer", 403),
        (TRUSTPILOT, "maintainer", 201),
        ({**TAUGHT, "addresses": [{"hosts": ["*"], "path": "^/"}]}, "writer", 403),
        ({**TAUGHT, "addresses": [{"hosts": ["*"], "path": "^/"}]}, "maintainer", 201),
        *[
            ({**TAUGHT, "addresses": [{"hosts": ["lanternpost.example", host], "path": "^/"}]}, role, status)
            for host in ("www.trustpilot.com", "trustpilot.com", "*.de.trustpilot.com", "*.apple.com")
            for role, status in (("writer", 403), ("maintainer", 201))
        ],
        ({**TAUGHT, "addresses": [{"hosts": ["nottrustpilot.com", "*.apps.example"], "path": "^/"}]}, "writer", 201),
    ],
)
def test_who_may_share_what(caller, adapter, role, status):
    given = put(caller(role), adapter)
    assert given.status_code == status
    assert status == 201 or "aintainer" in given.json["detail"] or "writer" in given.json["detail"]


def test_a_writer_mends_their_own_and_a_maintainer_anybodys(caller, maintainer):
    put(caller("writer"), TAUGHT)
    other = {**TAUGHT, "name": "Mended"}
    refused = put(caller("writer"), other)  # another writer
    assert (refused.status_code, "shared by a-writer" in refused.json["detail"]) == (403, True)
    assert put(maintainer, other).json["changed_by"] == "a-maintainer"


def test_only_a_maintainer_takes_one_away(caller, maintainer):
    put(caller("writer"), TAUGHT)
    assert caller("writer")("DELETE", "/adapters/lanternpost-example").status_code == 403
    assert maintainer("DELETE", "/adapters/lanternpost-example").status_code == 204
    assert maintainer("DELETE", "/adapters/lanternpost-example").status_code == 404
    assert maintainer("GET", "/adapters").json["items"] == []


def test_every_fault_is_told_with_its_place(caller):
    bad = {**TAUGHT, "fields": {**TAUGHT["fields"], "text": [{"select": ".a", "pattern": "(a+)+$"}, {"select": "p["}]}}
    told = put(caller("writer"), bad)
    assert told.status_code == 422
    assert [one["pointer"] for one in told.json["errors"]] == ["/fields/text/0/pattern", "/fields/text/1/select"]
    assert told.json["errors"][1]["detail"].startswith('"fields.text[1].select" is to be a CSS selector')


@pytest.mark.parametrize("best", [10**17, -(10**17), float("inf"), float("nan")])
def test_a_number_that_browsers_round_is_told(caller, best):
    told = put(caller("writer"), {**TAUGHT, "best": best})
    assert (told.status_code, told.json["errors"][0]["pointer"]) == (422, "/best")


def test_an_adapter_is_put_under_its_own_id(caller):
    assert caller("writer")("PUT", "/adapters/elsewhere", TAUGHT).status_code == 409


def test_there_is_an_end_to_how_many_are_shared(caller, monkeypatch):
    monkeypatch.setattr(sharing, "MOST_SHARED", 1)
    writer = caller("writer")
    put(writer, TAUGHT)
    assert put(writer, {**TAUGHT, "id": "another"}).status_code == 409
    assert put(writer, {**TAUGHT, "name": "Mended"}).status_code == 200


def test_the_description_of_an_adapter_fits_those_that_ship(app):
    described = noun.AdapterIn.model_json_schema()
    assert set(described["required"]) == {"id", "name", "addresses", "listing"}
    assert set(TRUSTPILOT) <= set(described["properties"])
    json.dumps(described)
