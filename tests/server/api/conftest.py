"""An API over a store in memory, and people with tokens."""

from datetime import UTC, datetime

import pytest

from amends.app import create_app
from amends.cases.people import add_staff, new_token
from amends.records import Contact, Person, Profile
from amends.settings import Settings, Site
from amends.stores import open_store

PROFILE = Profile(name="Halden & Roe", contact=Contact(email="help@halden.example"), staff=(Person(name="Mara"),))


class Caller:
    """A test client that speaks for one person."""

    def __init__(self, app, token=None, origin=None):
        self.client = app.test_client()
        self.headers = {}
        if token:
            self.headers["Authorization"] = f"Bearer {token}"
        if origin:
            self.headers["Origin"] = origin

    def __call__(self, method, path, body=None, headers=None, **more):
        path = path if path.startswith("//") else f"/api/v1{path}"
        more = {"json": body, **more} if body is not None else more
        return self.client.open(
            path.removeprefix("/") if path.startswith("//") else path,
            method=method,
            headers={**self.headers, **(headers or {})},
            base_url=more.pop("base_url", "http://127.0.0.1:8765"),
            **more,
        )


@pytest.fixture
def store():
    opened = open_store("memory:", role="server")
    yield opened
    opened.close()


@pytest.fixture
def app(store):
    settings = Settings(profile=PROFILE, site=Site(base_url="https://fixes.halden.example"))
    return create_app(settings, store, operator_key="operator-key-of-this-test")


@pytest.fixture
def caller(app, store):
    """Gives a caller with a role: caller("writer"), caller(None) for one without a token."""

    def make(role, origin=None):
        if role is None:
            return Caller(app, origin=origin)
        now = datetime.now(UTC)
        staff = add_staff(store, f"a {role}", role, now)
        return Caller(app, new_token(store, staff, now, origin), origin)

    return make


@pytest.fixture
def maintainer(caller):
    return caller("maintainer")


REVIEW = {
    "platform": "sample",
    "external_id": "r-1",
    "listing": "sample:halden-albums",
    "url": "http://sample.example/r-1",
    "product": "Halden Albums",
    "product_version": "4.1.3",
    "author": "Ines P.",
    "rating": {"value": 1, "best": 5},
    "text": "I turned my phone and every photo I had just added was gone. Useless, I want my pictures back!",
    "posted_at": "2026-11-18",
}


@pytest.fixture
def review():
    return dict(REVIEW)


@pytest.fixture
def observed(maintainer, review):
    """The id of one observed review."""
    return maintainer("POST", "/reviews:observe", {"reviews": [review]}).json["reviews"][0]["id"]
