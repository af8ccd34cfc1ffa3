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
        "404.html", "answers/index.html", "areas/index.html", "assets/fixlog.css", "assets/icon.svg",
        "assets/search.js", "f/B-1/index.html", "feed.json", "feed.xml", "fixes/index.html",
        "fixes/tap-drips/index.html", "fixes/tap-leaks/index.html", "fixlog.json", "in-progress/index.html",
        "index.html", "products/brook-tap/feed.json", "products/brook-tap/feed.xml", "products/brook-tap/index.html",
        "products/brook-tap/versions/2.0/index.html", "robots.txt", "search/index.html",
        "share/brook-tap-released.png", "share/site.png", "sitemap.xml", "thanks/index.html",
    ]  # fmt: skip


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


def test_the_first_page_holds_the_newest_six_and_the_way_to_all(log):
    fixes = [{"id": f"B-{n}", "slug": f"b-{n}", "title": f"Number {n}."} for n in range(12)]
    text = page(log(fixes=fixes), "index.html")
    assert text.count("Number ") == 6
    assert "See all fixes" in text
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
    assert "within 2.5 hours. 50% of our answers" in text


@pytest.mark.parametrize("path", ["f/B-1/index.html", "fixes/tap-leaks/index.html"])
def test_short_links_and_former_slugs_lead_on_without_a_script(log, path):
    text = page(log(former_slugs=["tap-leaks"]), path)
    assert '<meta http-equiv="refresh" content="0; url=../../fixes/tap-drips/">' in text
    assert '<a href="../../fixes/tap-drips/">The tap drips</a>' in text
    assert '<link rel="canonical" href="https://fixed.brook.example/log/fixes/tap-drips/">' in text


def test_a_version_that_is_not_out_is_spoken_of_as_coming(log):
    path = "products/brook-tap/versions/2.0/index.html"
    assert "What version 2.0 brought you." in page(log(), path)
    assert "What version 2.0 will bring you." in page(log(state="fixed", released_on=None), path)


def test_a_long_list_stands_in_parts_and_a_new_fix_changes_only_the_newest(log):
    fixes = [
        {
            "id": f"B-{n}",
            "slug": f"b-{n}",
            "title": f"Number {n}.",
            "released_on": f"20{n // 12 + 10}-{n % 12 + 1:02}-01",
        }
        for n in range(260)
    ]
    before = planned(log(fixes=fixes[:-1]))[0]
    after = planned(log(fixes=fixes))[0]
    parts = [path for path in after if path.startswith("fixes/older/")]
    assert sorted(parts) == ["fixes/older/1/index.html", "fixes/older/2/index.html"]
    assert [after[path].count(b"<li>\n<h3>") for path in sorted(parts)] == [100, 100]
    assert after["fixes/index.html"].count(b"<li>\n<h3>") == 60
    assert "Number 259." in after["fixes/index.html"].decode()
    assert [path for path in parts if before[path] != after[path]] == []


def test_names_that_differ_in_more_than_capitals_have_addresses_of_their_own(log):
    fixes = [
        {"id": str(n), "slug": f"s-{n}", "product": product}
        for n, product in enumerate(["C", "C++", "C#", "c", "../..", "index.html", "Ü" * 200, "產品"])
    ]
    paths = {path.split("/")[1] for path in planned(log(fixes=fixes))[0] if path.startswith("products/")}
    assert len(paths) == 7
    assert {"c", "index-html", "產品"} <= paths
    assert not any(part.strip(".") == "" or len(part.encode()) > 200 for part in paths)


def test_a_note_has_a_page_in_each_language_with_the_way_to_the_others(log):
    told = {"nl": {"title": "De kraan lekt", "symptom": "Hij drupt."}, "ar": {"title": "الصنبور", "symptom": "يقطر."}}
    plan = planned(log(translations=told))[0]
    dutch = plan["fixes/tap-drips/nl/index.html"].decode()
    assert '<html lang="nl" dir="ltr">' in dutch
    assert "Werk bij naar 2.0 of nieuwer." in dutch
    base = "https://fixed.brook.example/log/fixes/tap-drips/"
    for language, address in (("en", base), ("nl", f"{base}nl/"), ("ar", f"{base}ar/"), ("x-default", base)):
        assert f'<link rel="alternate" hreflang="{language}" href="{address}">' in dutch
    assert '<h1 dir="auto" lang="ar">الصنبور</h1>' in plan["fixes/tap-drips/ar/index.html"].decode()
    assert '<a href="../../../fixes/tap-drips/" hreflang="en" lang="en">English</a>' in dutch
    assert f"<loc>{base}nl/</loc>" in plan["sitemap.xml"].decode()
    assert b"hreflang" not in planned(log())[0]["fixes/tap-drips/index.html"]


def test_a_former_slug_in_use_keeps_its_present_meaning(log):
    fixes = [{"former_slugs": ["tap-drips", "b"]}, {"id": "B", "slug": "b", "title": "Other", "former_slugs": ["b"]}]
    assert '<h1 dir="auto">Other</h1>' in page(log(fixes=fixes), "fixes/b/index.html")


def test_only_search_has_a_script_and_no_page_asks_another_host(demo):
    for path, content in planned(demo)[0].items():
        if path.endswith((".html", ".css")):
            text = content.decode()
            assert ("<script" in text) is (path == "search/index.html")
            assert not re.search(r"<script(?! type=\"module\" src=\"../assets/search.js\"></script>)", text)
            assert not re.search(r"\b(?:src|srcset|data|action)=\"(?:[a-z]+:|//)", text)
            assert not re.search(r"url\(|@import", text)
            assert not re.search(r'<link(?! rel="(?:canonical|alternate)"| itemprop=)[^>]*href="https?:', text)


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
    demo["fixes"][0]["reporter"] = "Adalind Brook"
    demo["fixes"][0]["quotes"][0]["author"] = "Adalind Brook"
    demo["site"]["token"] = "Adalind Brook"
    report = fixlog.build(demo, tmp_path / "out")
    assert len(report.warnings) == 3
    for path in Path(tmp_path / "out").rglob("*"):
        assert not path.is_file() or b"Adalind Brook" not in path.read_bytes()
    again, warnings = planned(json.loads((tmp_path / "out/fixlog.json").read_text("utf-8")))
    assert not warnings
    assert again["fixlog.json"] == (tmp_path / "out/fixlog.json").read_bytes()


def test_a_fix_page_with_all_it_needs_weighs_less_than_15_kb_compressed(demo):
    plan, _ = planned(demo)
    needed = ["fixes/photos-vanish-when-rotated/index.html", "assets/fixlog.css", "assets/icon.svg"]
    assert sum(len(gzip.compress(plan[path])) for path in needed) <= 15_000


def test_another_language_is_named_to_readers_aloud(log):
    plan, warnings = planned(log(site={"language": "fy"}, title="De kraan lekt"))
    assert any("fy" in warning for warning in warnings)
    assert '<h1 dir="auto" lang="fy">De kraan lekt</h1>' in plan["fixes/tap-drips/index.html"].decode()


def test_what_came_back_is_filed_under_the_day_it_did_and_a_planned_release_under_none(log):
    came_back = {"state": "regressed", "history": [{"on": "2026-09-02", "state": "regressed"}]}
    planned_for = {"id": "B-2", "slug": "later", "state": "fixed", "released_on": "2027-01-01"}
    page = planned(log(fixes=[came_back, planned_for]))[0]["in-progress/index.html"].decode()
    assert re.findall(r'datetime="([^"]+)"', page) == ["2026-09-02", "2026-05-01"]
