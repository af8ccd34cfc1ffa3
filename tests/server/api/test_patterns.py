"""Patterns: what several reviews report, and the way from there to an issue with all its reporters."""

import pytest

TEXTS = (
    "The export to PDF hangs at 99 percent every single time.",
    "PDF export hangs forever, it never gets past 99 percent.",
    "Exporting to PDF hangs. I waited an hour at 99 percent!",
)


@pytest.fixture
def reported(maintainer, review):
    """The ids of three reviews of one problem."""
    page = [{**review, "external_id": f"pdf-{place}", "text": text} for place, text in enumerate(TEXTS)]
    return [one["id"] for one in maintainer("POST", "/reviews:observe", {"reviews": page}).json["reviews"]]


def test_no_reviews_have_no_patterns(caller):
    told = caller("reader")("GET", "/patterns")
    assert (told.status_code, told.json["items"]) == (200, [])


def test_a_pattern_has_a_name_its_weeks_and_examples(maintainer, reported):
    (pattern,) = maintainer("GET", "/patterns").json["items"]
    assert pattern["count"] == 3
    assert pattern["weeks"] == [{"starts_on": "2026-11-16", "reviews": 3}]
    assert {one["id"] for one in pattern["examples"]} == set(reported) == set(pattern["not_linked"])
    assert any(pattern["name"] in text for text in TEXTS)
    assert "issue" not in pattern


def test_an_issue_opened_from_a_pattern_has_all_its_reporters(maintainer, reported):
    (pattern,) = maintainer("GET", "/patterns").json["items"]
    body = {"title": pattern["name"], "review_ids": pattern["not_linked"]}
    issue = maintainer("POST", "/issues", body)
    assert issue.status_code == 201
    assert set(maintainer("GET", f"/issues/{issue.json['id']}/links").json["items"]) == set(reported)
    (after,) = maintainer("GET", "/patterns").json["items"]
    assert (after["issue"]["id"], after["not_linked"]) == (issue.json["id"], [])
    assert len(maintainer("GET", "/followups").json["items"]) == 3


def test_a_request_cut_off_may_be_sent_again_and_links_the_rest(maintainer, reported):
    key = {"Idempotency-Key": "opened-from-a-pattern"}
    first = maintainer("POST", "/issues", {"title": "Export hangs", "review_ids": reported[:1]}, headers=key)
    again = maintainer("POST", "/issues", {"title": "Export hangs", "review_ids": reported}, headers=key)
    assert (again.status_code, again.json["id"]) == (200, first.json["id"])
    assert set(maintainer("GET", f"/issues/{first.json['id']}/links").json["items"]) == set(reported)


def test_a_review_nobody_observed_opens_no_issue(maintainer, reported):
    told = maintainer("POST", "/issues", {"title": "Export hangs", "review_ids": [*reported, "none"]})
    assert (told.status_code, maintainer("GET", "/issues").json["items"]) == (404, [])
