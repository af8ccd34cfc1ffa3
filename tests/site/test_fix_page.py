"""A fix's own page: whose words come first, how its state reads, what to do, and where to write."""

from __future__ import annotations

import html
import re

import pytest

from fixlog.building import planned

STATES = ["open", "investigating", "in_progress", "fixed", "released", "regressed", "wont_fix"]


def page(source, path="fixes/tap-drips/index.html"):
    return planned(source)[0][path].decode()


def words(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_customers_words_come_before_what_to_do_and_that_before_what_we_changed(log):
    text = words(
        page(log(quotes=[{"text": "Drip. Drip.", "platform": "app-store"}], change="A new seal.", how_to_get="Update."))
    )
    order = [
        "Fixed in 2.0, out since 4 May 2026",
        "The tap drips",
        "Drip. Drip.",
        "App Store",
        "Update.",
        "A new seal.",
    ]
    places = [text.rindex(part) for part in order]
    assert places == sorted(places)


def test_without_quotations_a_short_symptom_leads(log):
    text = page(log())
    assert text.index("It drips all night.") < text.index('id="do"')
    assert text.count("It drips all night.") == 1


def test_a_long_symptom_stands_below_what_to_do(log):
    text = page(log(symptom="It drips. " * 40))
    assert text.index("It drips. It drips.") > text.index('id="do"')


def test_a_symptom_that_only_repeats_the_title_is_not_said_twice(log):
    assert page(log(symptom="The tap drips")).count("The tap drips</") == 1
    assert "The problem" not in page(log(symptom="The tap drips"))


def test_a_long_quotation_is_cut_above_and_given_in_full_below(log):
    text = words(page(log(quotes=[{"text": "It goes on and on " * 20 + "until morning", "platform": "steam"}])))
    assert "on …" in text
    assert "until morning" in text


def test_every_state_reads_and_looks_different(log):
    badges = {
        state: re.search(r'<p class="badge"[^>]*>(.*?)</p>', page(log(state=state)), re.S).group(1) for state in STATES
    }
    assert len({words(badge) for badge in badges.values()}) == len(STATES)
    assert len({re.search(r"<svg.*?</svg>", badge, re.S).group(0) for badge in badges.values()}) == len(STATES)


@pytest.mark.parametrize("state", [state for state in STATES if state != "released"])
def test_only_a_released_fix_claims_to_be_out(log, state):
    text = words(page(log(state=state)))
    assert "out since" not in text
    assert "Update to" not in text
    assert "Solved in" not in text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Fixed in 2.0, out since 4 May 2026"),
        ({"fixed_in": None}, "Fixed, since 4 May 2026"),
        ({"released_on": None}, "Fixed in 2.0"),
        ({"kind": "feature_request"}, "Added in 2.0, out since 4 May 2026"),
        ({"kind": "complaint", "fixed_in": None}, "Put right, since 4 May 2026"),
        ({"state": "fixed"}, "Fixed, but not out yet: it comes with 2.0"),
        ({"state": "regressed"}, "It came back after 2.0, and we are on it again"),
        ({"state": "investigating", "kind": "feature_request"}, "Not added yet: we are looking into it"),
    ],
)
def test_the_state_is_a_sentence_with_version_and_day(log, fields, sentence):
    assert sentence in words(page(log(**fields)))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Update to 2.0 or newer."),
        ({"fixed_in": None}, "Nothing: it is already in place."),
        ({"how_to_get": "Turn it off and on."}, "What to do Turn it off and on."),
        ({"state": "investigating", "how_to_get": "Turn it off."}, "What to do for now Turn it off."),
        ({"state": "in_progress"}, "Nothing yet. As soon as it is out, this page says so."),
    ],
)
def test_what_to_do_is_always_said(log, fields, sentence):
    assert sentence in words(page(log(**fields)))


def test_reports_first_day_and_platforms_are_told_in_words(log):
    reports = {"count": 3, "platforms": {"app-store": 1, "google-play": 2, "corner-shop": 0, "unknown": 5}}
    text = words(page(log(reports=reports)))
    assert "3 people told us" in text
    assert "3 people told us on Google Play (2) and App Store (1)" in text
    assert "First told on 1 May 2026 Solved in 3 days" in text
    assert "1 person told us" in words(page(log(reports={"count": 1, "platforms": {}})))


def test_a_history_that_stops_before_the_release_is_ended_by_it(log):
    text = page(log(history=[{"on": "2026-05-02", "state": "in_progress"}]))
    assert re.findall(r'datetime="(.+?)"', text.partition('class="history"')[2]) == ["2026-05-04", "2026-05-02"]


def test_history_is_told_newest_first_with_days_for_machines(log):
    history = [
        {"on": "2026-05-01", "state": "investigating", "note": "Heard."},
        {"on": "2026-05-04", "state": "released"},
    ]
    text = page(log(history=history))
    assert text.index('<time datetime="2026-05-04">4 May 2026</time>') < text.index('<time datetime="2026-05-01">')
    assert "Heard." in text


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("help@brook.example", 'href="mailto:help@brook.example?subject=The%20tap%20drips%20%28B-1%29"'),
        ({"phone": "+44 20 7946 0000"}, 'href="tel:+442079460000"'),
        ("https://brook.example/help", 'href="https://brook.example/help"'),
        (None, "Say so in a review"),
    ],
)
def test_every_fix_says_where_to_write_when_it_still_happens(log, contact, link):
    text = page(log(site={"contact": contact}))
    assert "Still seeing this?" in text
    assert link in text
