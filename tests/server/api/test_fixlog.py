"""What the fix log tells: notes in other languages, approved kind words, how fast reviews were answered."""

from datetime import UTC, datetime, timedelta

import pytest

from amends.app import create_app
from amends.cases.naming import names_author
from amends.cases.punctuality import FEWEST, punctuality
from amends.records import Case, Review
from amends.settings import Settings, SettingsError, Site, load
from fixlog.building import planned

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REVIEW = {
    "platform": "trustpilot", "listing": "trustpilot:halden.example", "external_id": "r1", "author": "Ilse Bakker",
    "rating": {"value": 5, "best": 5}, "text": "Lovely albums.  Ilse says thank you, and so do her children!",
}  # fmt: skip


@pytest.fixture
def review(caller):
    maintainer = caller("maintainer")
    maintainer("POST", "/listings", {"id": "trustpilot:halden.example", "platform": "trustpilot"})
    told = maintainer("POST", "/reviews:observe", {"page_url": "https://x.example/", "reviews": [REVIEW]})
    return told.json["reviews"][0]["id"]


def test_a_maintainer_approves_kind_words_and_takes_them_back(caller, review):
    maintainer = caller("maintainer")
    assert maintainer("PUT", f"/praise/{review}", {"text": "Lovely albums."}).status_code == 200
    assert caller("reader")("GET", "/fixlog").json["praise"] == [{"text": "Lovely albums.", "platform": "trustpilot"}]
    assert [one["text"] for one in maintainer("GET", f"/praise?review_id={review}").json["items"]] == ["Lovely albums."]
    assert maintainer("DELETE", f"/praise/{review}").status_code == 204
    assert maintainer("GET", f"/praise?review_id={review}").json["items"] == []
    assert "praise" not in maintainer("GET", "/fixlog").json


@pytest.mark.parametrize(
    ("text", "why"),
    [("Lovely albums!", "as they stand there"), ("Ilse says thank you", "name, which is never published")],
)
def test_only_the_reviews_own_words_and_never_the_name_are_published(caller, review, text, why):
    refused = caller("maintainer")("PUT", f"/praise/{review}", {"text": text})
    assert refused.status_code == 409
    assert why in refused.json["detail"]


@pytest.mark.parametrize(
    ("author", "text", "named"),
    [
        ("Anna Berg", "Regards, anna.", True),
        ("Jo", "Jo loves it", True),
        ("Anna Berg", "We walked in the Bergen rain", False),
        ("A Google user", "a user of it for years", False),
        (None, "Lovely", False),
    ],
)
def test_a_name_is_found_however_it_is_written(author, text, named):
    assert names_author(text, Review(text="", author=author)) is named


def test_an_issues_quotation_with_a_reporters_name_stays_private(caller, review):
    maintainer = caller("maintainer")
    quotes = [{"text": text, "platform": "trustpilot"} for text in ("Ilse says it tore", "It tore")]
    issue = maintainer("POST", "/issues", {"title": "Seams tear", "review_id": review, "quotes": quotes}).json
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released"})
    (fix,) = maintainer("GET", "/fixlog").json["fixes"]
    assert [quote["text"] for quote in fix["quotes"]] == ["It tore"]


def test_the_site_takes_whatever_the_api_takes(caller):
    maintainer = caller("maintainer")
    line, note = "w" * 300, "w " * 10_000
    words = {"title": line, "symptom": note, "change": note, "how_to_get": note}
    more = {
        "id": "v1.2", "product": line, "area": line, "fixed_in": "9" * 100, "translations": {"zh-Hant": words},
        "quotes": [{"text": "w" * 2_000, "platform": "p" * 100}] * 20, "public": True,
    }  # fmt: skip
    assert maintainer("POST", "/issues", {**words, **more}).status_code == 201
    told = {"state": "released", "note": line, "fixed_in": "9" * 100}
    assert maintainer("POST", "/issues/v1.2/state", told).status_code == 200
    data = maintainer("GET", "/fixlog").json
    assert "fixes/" + data["fixes"][0]["slug"] + "/index.html" in planned(data)[0]


def test_a_translation_in_no_language_is_refused(caller):
    words = {"title": "Nähte", "symptom": "Sie rissen."}
    refused = caller("writer")("POST", "/issues", {"title": "Seams tear", "translations": {"german": words}})
    assert refused.status_code == 409
    assert "'german' is no language tag" in refused.json["detail"]


def test_ids_that_differ_in_capitals_only_are_refused(caller):
    writer = caller("writer")
    told = [writer("POST", "/issues", {"id": name, "title": "Seams tear"}).status_code for name in ("A-1", "a-1")]
    assert told == [201, 409]


@pytest.mark.parametrize("state", ["open", "investigating", "in_progress", "fixed", "released", "wont_fix"])
def test_what_was_public_stays_public_at_every_address_it_had(caller, state):
    maintainer = caller("maintainer")
    issue = maintainer("POST", "/issues", {"title": "Seams tear", "state": "investigating", "public": True}).json
    (before,) = maintainer("GET", "/fixlog").json["fixes"]
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": state})
    (fix,) = maintainer("GET", "/fixlog").json["fixes"]
    assert before["slug"] in (fix["slug"], *fix.get("former_slugs", ()))


def test_only_a_maintainer_approves(caller, review):
    assert caller("writer")("PUT", f"/praise/{review}", {"text": "Lovely albums."}).status_code == 403


def test_a_note_is_published_in_every_language_it_has(caller):
    maintainer = caller("maintainer")
    german = {"title": "Fotos waren weg", "symptom": "Nach dem Drehen waren die Fotos weg."}
    issue = maintainer("POST", "/issues", {"title": "Photos gone", "translations": {"de": german}}).json
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released"})
    (fix,) = maintainer("GET", "/fixlog").json["fixes"]
    assert fix["translations"] == {"de": german}


# --- how fast --------------------------------------------------------------------------------------------------------


def cases(store, *hours):
    """A case for each number of hours an answer took, none for one that waits; the goal was a day."""
    opened = NOW - timedelta(days=2)
    for number, took in enumerate(hours):
        answered = (opened + timedelta(hours=took)).isoformat() if took else None
        due = (opened + timedelta(hours=24)).isoformat()
        store.save(Case(id=f"r{number}", opened_at=opened.isoformat(), answered_at=answered, due_at=due))


def test_what_was_held_is_counted_with_those_that_still_wait(store):
    cases(store, *[2] * 15, *[30] * 5, None, None, None, None, None)
    opened = (NOW - timedelta(days=1)).isoformat()
    # Answered before they were seen: nobody here knows how fast.
    store.save(Case(id="old", opened_at=opened, answered_at="2019-05-01", due_at=opened))
    store.save(Case(id="at-once", opened_at=opened, answered_at=opened, due_at=opened))
    told = punctuality(store, "2026-11-01", NOW)
    assert told == {"median_hours": 2, "share_within": 0.6, "since": "2026-11-01"}


def test_a_few_answers_are_no_figure(store):
    cases(store, *[2] * (FEWEST - 1))
    assert punctuality(store, "2026-11-01", NOW) == {}


def test_reviews_from_before_are_not_counted(store):
    cases(store, *[2] * 30)
    assert punctuality(store, "2026-11-19", NOW) == {}


def test_figures_are_published_only_where_a_day_is_set(store):
    cases(store, *[2] * 30)
    for since, told in ((None, False), ("2026-11-01", True)):
        app = create_app(Settings(site=Site(figures_since=since)), store, operator_key="key-of-this-test")
        headers = {"Authorization": "Bearer key-of-this-test"}
        data = app.test_client().get("/api/v1/fixlog", headers=headers, base_url="http://127.0.0.1").json
        assert ("median_hours" in data["site"]["answering"]) is told


def test_a_day_that_is_none_is_named():
    with pytest.raises(SettingsError, match=r"site\.figures_since"):
        load({"AMENDS_SITE__FIGURES_SINCE": "soon"})
