"""What a reader finds: which pages there are, and what stands on them in which order."""

from __future__ import annotations

import gzip
import html
import json
import re
from pathlib import Path

import pytest

import fixlog
from fixlog.building import planned

STATES = ["open", "investigating", "in_progress", "fixed", "released", "regressed", "wont_fix"]


def page(source, path="fixes/tap-drips/index.html"):
    return planned(source)[0][path].decode()


def words(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_the_demo_builds_without_a_warning_and_without_a_fault(demo, tmp_path):
    report = fixlog.build(demo, tmp_path / "out")
    assert report.warnings == ()
    assert fixlog.check(tmp_path / "out") == []


def test_the_site_has_these_files_and_no_others(log):
    assert sorted(planned(log(former_slugs=["tap-leaks"]))[0]) == [
        "404.html", "assets/fixlog.css", "assets/icon.svg", "f/B-1/index.html", "feed.xml", "fixes/index.html",
        "fixes/tap-drips/index.html", "fixes/tap-leaks/index.html", "fixlog.json", "index.html", "robots.txt",
        "sitemap.xml",
    ]  # fmt: skip


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
    assert text.index("It drips all night.") < text.index('class="do"')
    assert text.count("It drips all night.") == 1


def test_a_long_symptom_stands_below_what_to_do(log):
    text = page(log(symptom="It drips. " * 40))
    assert text.index("It drips. It drips.") > text.index('class="do"')


def test_a_symptom_that_only_repeats_the_title_is_not_said_twice(log):
    assert page(log(symptom="The tap drips")).count("The tap drips</") == 1
    assert "The problem" not in page(log(symptom="The tap drips"))


def test_a_long_quotation_is_cut_above_and_given_in_full_below(log):
    text = words(page(log(quotes=[{"text": "It goes on and on " * 20 + "until morning", "platform": "steam"}])))
    assert "on …" in text
    assert "until morning" in text


def test_every_state_reads_and_looks_different(log):
    badges = {state: re.search(r'<p class="top">(.*?)</p>', page(log(state=state)), re.S).group(1) for state in STATES}
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
    assert "First told on 1 May 2026 Solved in 3 days Seen on Google Play and App Store" in text
    assert "1 person told us" in words(page(log(reports={"count": 1, "platforms": {}})))


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


def test_the_first_page_tells_what_was_fixed_and_what_is_being_worked_on(log):
    fixes = [
        {"id": "A", "slug": "a", "title": "Old", "released_on": "2025-01-01"},
        {"id": "B", "slug": "b", "title": "New", "released_on": "2026-06-01"},
        {"id": "C", "slug": "c", "title": "Back again", "state": "regressed"},
        {"id": "D", "slug": "d", "title": "Never", "state": "wont_fix"},
    ]
    text = words(page(log(fixes=fixes), "index.html"))
    assert text.index("Fixed lately") < text.index("New") < text.index("Old") < text.index("Being worked on")
    assert text.index("Being worked on") < text.index("Back again")
    assert "Never" not in text
    everything = words(page(log(fixes=fixes), "fixes/index.html"))
    assert all(title in everything for title in ("New", "Old", "Back again", "Never", "2025", "2026"))


def test_the_first_page_holds_the_newest_ten_and_the_way_to_all(log):
    fixes = [{"id": f"B-{n}", "slug": f"b-{n}", "title": f"Number {n}."} for n in range(12)]
    text = page(log(fixes=fixes), "index.html")
    assert text.count("Number ") == 10
    assert "See all 12 fixes" in text
    assert page(log(fixes=fixes), "fixes/index.html").count("Number ") == 12


def test_an_empty_fix_log_says_so(log):
    text = words(page(log(fixes=[]), "index.html"))
    assert "The first fix will stand here." in text
    assert "Nothing at the moment" in text


def test_goals_and_what_was_held_are_told(log):
    goals = {
        "goals": [{"severity": "urgent", "hours": 1}],
        "median_hours": 2.5,
        "share_within": 0.5,
        "since": "2026-01-01",
    }
    text = words(page(log(site={"answering": goals}), "index.html"))
    assert "urgent problems within 1 hour" in text
    assert "within 2.5 hours. 50 % of our answers" in text


@pytest.mark.parametrize("path", ["f/B-1/index.html", "fixes/tap-leaks/index.html"])
def test_short_links_and_former_slugs_lead_on_without_a_script(log, path):
    text = page(log(former_slugs=["tap-leaks"]), path)
    assert '<meta http-equiv="refresh" content="0; url=../../fixes/tap-drips/">' in text
    assert '<a href="../../fixes/tap-drips/">The tap drips</a>' in text
    assert '<link rel="canonical" href="https://fixed.brook.example/log/fixes/tap-drips/">' in text


def test_a_former_slug_in_use_keeps_its_present_meaning(log):
    fixes = [{"former_slugs": ["tap-drips", "b"]}, {"id": "B", "slug": "b", "title": "Other", "former_slugs": ["b"]}]
    assert '<h1 dir="auto">Other</h1>' in page(log(fixes=fixes), "fixes/b/index.html")


def test_no_page_has_a_script_or_asks_another_host(demo):
    for path, content in planned(demo)[0].items():
        if path.endswith((".html", ".css")):
            text = content.decode()
            assert "<script" not in text
            assert not re.search(r"(?:src|srcset|data|action)=", text.replace("data-", ""))
            assert not re.search(r"url\(|@import", text)
            assert not re.search(r'<link(?! rel="canonical")[^>]*href="https?:', text)


def test_every_page_forbids_what_it_does_not_need(demo):
    for path, content in planned(demo)[0].items():
        if path.endswith(".html"):
            assert b"""content="default-src 'none'; style-src 'self';""" in content
            assert b"style=" not in content


@pytest.mark.parametrize("base", ["https://x.example/", "https://x.example", "http://127.0.0.1:8765/fixlog/", None])
def test_all_links_hold_under_any_address_and_without_one(demo, tmp_path, base):
    del demo["site"]["base_url"]
    report = fixlog.build(demo, tmp_path / "out", base_url=base)
    assert fixlog.check(tmp_path / "out") == []
    assert (tmp_path / "out/sitemap.xml").exists() == bool(base)
    assert bool(report.warnings) == (base is None)
    for path in (tmp_path / "out/fixes").rglob("*.html"):
        assert not re.search(r'<a [^>]*href="/', path.read_text("utf-8"))


def test_an_empty_base_address_is_none(log):
    assert "sitemap.xml" not in planned(log(site={"base_url": ""}))[0]


def test_the_missing_page_finds_its_style_from_any_depth(log):
    assert 'href="/log/assets/fixlog.css"' in page(log(), "404.html")


def test_the_published_data_holds_what_came_in_and_nothing_more(demo, tmp_path):
    demo["fixes"][0]["reporter"] = "Ada"
    demo["fixes"][0]["quotes"][0]["author"] = "Ada"
    demo["site"]["token"] = "Ada"
    report = fixlog.build(demo, tmp_path / "out")
    assert len(report.warnings) == 3
    for path in Path(tmp_path / "out").rglob("*"):
        assert not path.is_file() or b"Ada" not in path.read_bytes()
    again, warnings = planned(json.loads((tmp_path / "out/fixlog.json").read_text("utf-8")))
    assert not warnings
    assert again["fixlog.json"] == (tmp_path / "out/fixlog.json").read_bytes()


def test_a_fix_page_with_all_it_needs_weighs_less_than_15_kb_compressed(demo):
    plan, _ = planned(demo)
    needed = ["fixes/photos-vanish-when-rotated/index.html", "assets/fixlog.css", "assets/icon.svg"]
    assert sum(len(gzip.compress(plan[path])) for path in needed) <= 15_000


def test_another_language_is_named_to_readers_aloud(log):
    plan, warnings = planned(log(site={"language": "nl"}, title="De kraan lekt"))
    assert any("nl" in warning for warning in warnings)
    assert '<h1 dir="auto" lang="nl">De kraan lekt</h1>' in plan["fixes/tap-drips/index.html"].decode()
