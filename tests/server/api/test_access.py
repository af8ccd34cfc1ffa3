"""Host, Origin, token and role are checked on every route."""

import pytest

from amends.api.access import OPEN

CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
OTHER = "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba"
FIREFOX = "moz-extension://11111111-2222-4333-8444-555555555555"


def test_every_route_says_who_may_call_it_or_is_open(app):
    closed = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1") and rule.rule not in OPEN]
    bare = [rule.rule for rule in closed if not hasattr(app.view_functions[rule.endpoint], "needs")]
    assert not bare, f"These routes do not say who may call them; add @needs(role): {bare}"


def test_who_asks_is_settled_before_what_they_sent_is_read(caller):
    assert caller(None)("POST", "/issues", {"nonsense": 1}).status_code == 401


def test_no_token_is_401(caller):
    assert caller(None)("GET", "/issues").status_code == 401


def test_an_unknown_token_is_401(caller):
    nobody = caller(None)
    assert nobody("GET", "/issues", headers={"Authorization": "Bearer nonsense"}).status_code == 401


@pytest.mark.parametrize(
    ("role", "method", "path", "body", "allowed"),
    [
        ("reader", "GET", "/issues", None, True),
        ("reader", "POST", "/lint", {"draft": "Thank you."}, True),
        ("reader", "POST", "/reviews:observe", {"reviews": []}, False),
        ("reader", "POST", "/issues", {"title": "x"}, False),
        ("writer", "POST", "/issues", {"title": "x"}, True),
        ("writer", "POST", "/staff", {"name": "x", "role": "reader"}, False),
        ("maintainer", "POST", "/staff", {"name": "x", "role": "reader"}, True),
    ],
)
def test_a_role_may_do_its_part_and_no_more(caller, role, method, path, body, allowed):
    status = caller(role)(method, path, body).status_code
    assert (status < 400) == allowed
    assert allowed or status == 403


def test_the_operators_key_works_and_is_in_no_store(app, caller, store):
    operator = caller(None)
    assert operator("GET", "/staff", headers={"Authorization": "Bearer operator-key-of-this-test"}).status_code == 200
    assert all("operator-key-of-this-test" not in record.model_dump_json() for record in store.dump())


def test_a_name_that_is_not_ours_is_refused(caller):
    answer = caller("reader")("GET", "/health", base_url="http://rebound.example:8765")
    assert answer.status_code == 421


def test_a_web_page_is_refused_even_with_a_token(caller):
    asking = caller("reader")
    assert asking("GET", "/issues", headers={"Origin": "https://www.trustpilot.com"}).status_code == 403


def test_an_unpaired_extension_is_refused_and_gets_no_cors(caller):
    answer = caller("reader")("GET", "/issues", headers={"Origin": CHROME})
    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("origin", [CHROME, FIREFOX])
def test_pairing_admits_that_origin_from_then_on(app, caller, maintainer, origin):
    code = maintainer("POST", "/pairing-codes", {}).json["code"]
    extension = caller(None, origin)
    paired = extension("POST", "/pair", {"code": code})
    assert paired.status_code == 200
    assert paired.headers["Access-Control-Allow-Origin"] == origin
    token = {"Authorization": f"Bearer {paired.json['token']}"}
    answer = extension("GET", "/issues", headers=token)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == origin
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    preflight = extension("OPTIONS", "/lint", headers=asks)
    assert preflight.headers["Access-Control-Allow-Origin"] == origin
    assert "authorization" in preflight.headers["Access-Control-Allow-Headers"].lower()


def test_a_paired_token_does_not_work_from_another_extension(caller, maintainer):
    first, second = (maintainer("POST", "/pairing-codes", {}).json["code"] for _ in range(2))
    token = caller(None, CHROME)("POST", "/pair", {"code": first}).json["token"]
    assert caller(None, OTHER)("POST", "/pair", {"code": second}).status_code == 200
    assert caller(None, OTHER)("GET", "/issues", headers={"Authorization": f"Bearer {token}"}).status_code == 403


def test_a_preflight_of_a_page_is_not_admitted(caller):
    page = caller(None, "https://evil.example")
    answer = page("OPTIONS", "/lint", headers={"Access-Control-Request-Method": "POST"})
    assert "Access-Control-Allow-Origin" not in answer.headers
