"""Every error is application/problem+json: type, title, status, instance, and detail or errors that say what to do."""

import pytest


def assert_problem(response, status):
    assert response.status_code == status, response.data
    assert response.content_type == "application/problem+json"
    problem = response.json
    assert set(problem) <= {"type", "title", "status", "detail", "instance", "errors"}
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem.get("detail") or problem.get("errors")
    for fault in problem.get("errors", []):
        assert set(fault) == {"pointer", "detail"}
        assert fault["pointer"].startswith("/")


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/nothing", None, 404),
        ("PUT", "/health", {}, 405),
        ("GET", "/reviews/none", None, 404),
        ("GET", "/cases/none", None, 404),
        ("GET", "/issues/none", None, 404),
        ("PATCH", "/issues/none", {"title": "x"}, 404),
        ("POST", "/issues/none/state", {"state": "released"}, 404),
        ("POST", "/issues/none/links", {"review_id": "none"}, 404),
        ("DELETE", "/issues/none/links/none", None, 404),
        ("DELETE", "/listings/none", None, 404),
        ("DELETE", "/staff/none", None, 404),
        ("PATCH", "/followups/none", {"state": "dropped"}, 404),
        ("POST", "/replies", {"review_id": "none", "text": "Hello"}, 404),
        ("POST", "/issues", {}, 422),
        ("POST", "/issues", {"title": "x", "tittle": "y"}, 422),
        ("POST", "/issues", {"title": 5}, 422),
        ("POST", "/issues", {"title": "x", "review_ids": ["none"]}, 404),
        ("GET", "/patterns?limit=101", None, 422),
        ("POST", "/suggestions", {}, 404),
        ("POST", "/reviews:observe", {"reviews": [{}] * 201}, 422),
        ("POST", "/listings", {"id": "no platform"}, 422),
        ("GET", "/reviews?limit=0", None, 422),
        ("GET", "/followups?state=late", None, 422),
        ("POST", "/pair", {"code": "WRONGONE"}, 403),
    ],
)
def test_an_error_has_the_one_shape(maintainer, method, path, body, status):
    assert_problem(maintainer(method, path, body), status)


@pytest.mark.parametrize(
    ("data", "content_type", "status"),
    [(b"{", "application/json", 400), (b"[]", "application/json", 422), (b"null", "application/json", 422),
     (b'"{}"', "application/json", 422), (b"{}", "text/plain", 415)],
)  # fmt: skip
def test_a_body_that_is_no_json_object_is_said_to_be_none(maintainer, data, content_type, status):
    assert_problem(maintainer("POST", "/lint", data=data, content_type=content_type), status)


def test_a_body_over_the_limit_is_refused(maintainer):
    huge = b'{"draft": "' + b"x" * 17_000_000 + b'"}'
    assert_problem(maintainer("POST", "/lint", data=huge, content_type="application/json"), 413)


def test_a_broken_review_does_not_lose_the_others(maintainer, review):
    broken = {**review, "text": 7}
    told = maintainer("POST", "/reviews:observe", {"reviews": [broken, review]}).json["reviews"]
    assert told[0]["error"][0]["pointer"] == "/text"
    assert told[1]["id"]


def test_a_mistake_of_ours_tells_no_inner_detail(maintainer, app, monkeypatch):
    monkeypatch.setattr("amends.api.listings.here", lambda: 1 / 0)
    response = maintainer("GET", "/listings")
    assert_problem(response, 500)
    assert b"ZeroDivision" not in response.data
