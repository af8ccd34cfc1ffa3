"""Work on a case through the API: noted, followed by suggestions, and nothing of it told in public."""

from __future__ import annotations

from typing import Any


def test_what_is_offered_is_noted_and_suggestions_say_only_that_something_is(maintainer: Any, observed: str) -> None:
    done = maintainer("PATCH", f"/cases/{observed}", {"restitution": "A month for free"})
    assert done.status_code == 200
    assert done.json["restitution"] == "A month for free"
    told = maintainer("POST", "/suggestions", {"review_id": observed}).json["suggestions"]
    assert told
    assert not any("month" in one["text"] for one in told)


def test_an_empty_text_takes_a_note_away_and_what_is_left_out_stays(maintainer: Any, observed: str) -> None:
    maintainer("PATCH", f"/cases/{observed}", {"restitution": "A month", "tried": "A new album"})
    case = maintainer("PATCH", f"/cases/{observed}", {"restitution": ""}).json
    assert "restitution" not in case
    assert case["tried"] == "A new album"


def test_a_case_ends_unresolved_only_when_it_says_what_was_tried(maintainer: Any, observed: str) -> None:
    refused = maintainer("PATCH", f"/cases/{observed}", {"outcome": "closed_unresolved"})
    assert refused.status_code == 422
    assert "tried" in refused.json["detail"]
    case = maintainer("PATCH", f"/cases/{observed}", {"outcome": "closed_unresolved", "tried": "All of it"}).json
    assert case["state"] == "closed"
    assert maintainer("PATCH", f"/cases/{observed}", {"outcome": ""}).json["state"] == "new"


def test_a_reply_posted_to_a_closed_case_leaves_it_closed(maintainer: Any, observed: str) -> None:
    maintainer("PATCH", f"/cases/{observed}", {"outcome": "settled"})
    posted = maintainer("POST", "/replies", {"review_id": observed, "text": "Thank you for telling us. Mara"})
    assert posted.json["case"]["state"] == "closed"


def test_nobody_checks_their_own_correction(maintainer: Any, observed: str) -> None:
    body = {"correction": "We never sold albums.", "verified_by": "A Maintainer"}
    refused = maintainer("PATCH", f"/cases/{observed}", body)
    assert refused.status_code == 422
    assert maintainer("PATCH", f"/cases/{observed}", {**body, "verified_by": "Ole"}).status_code == 200


def test_another_correction_is_checked_anew(maintainer: Any, observed: str) -> None:
    maintainer("PATCH", f"/cases/{observed}", {"correction": "We never sold albums.", "verified_by": "Ole"})
    kept = maintainer("PATCH", f"/cases/{observed}", {"tried": "Looked it up"}).json
    assert kept["verified_by"] == "Ole"
    assert maintainer("PATCH", f"/cases/{observed}", {"correction": "We sold two."}).json.get("verified_by") is None


def test_an_unknown_case_and_a_reader_are_refused(maintainer: Any, caller: Any, observed: str) -> None:
    assert maintainer("PATCH", "/cases/nothing", {"tried": "x"}).status_code == 404
    assert caller("reader")("PATCH", f"/cases/{observed}", {"tried": "x"}).status_code == 403


def test_examples_for_training_name_nobody(maintainer: Any, review: dict[str, Any]) -> None:
    text = "Ines here. Sarah at the desk of +44 20 7946 0958 lost order 4471123; write to ines.p@gmail.com, please!"
    seen = maintainer("POST", "/reviews:observe", {"reviews": [{**review, "text": text}]}).json["reviews"][0]["id"]
    reply = "Hello Ines, thank you. I asked Sarah about your parcel at 12 Station Road and will write by Friday. Mara"
    maintainer("POST", "/replies", {"review_id": seen, "text": reply})
    page = maintainer("GET", "/training").json
    assert page["of"] == len(page["items"]) == 1
    told = " ".join(str(page["items"][0][name]) for name in ("review", "draft", "reply"))
    for gone in ("Ines", "Sarah", "Mara", "7946", "4471123", "gmail", "Station"):
        assert gone not in told
    assert "Friday" in told
