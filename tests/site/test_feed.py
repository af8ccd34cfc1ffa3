"""The feed, the sitemap and robots.txt are what their standards ask for."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from fixlog.building import planned

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def feed(source):
    return ElementTree.fromstring(planned(source)[0]["feed.xml"])


def test_the_feed_has_every_element_that_rfc_4287_requires(demo):
    root = feed(demo)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(root.findall(ATOM + name)) == 1
    assert root.find(f"{ATOM}author/{ATOM}name").text
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": "https://fixed.halden.example/feed.xml", "alternate": "https://fixed.halden.example/"}
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) > 10
    for entry in entries:
        for name in ("id", "title", "updated", "content"):
            assert len(entry.findall(ATOM + name)) == 1
        assert entry.find(f"{ATOM}link").get("href").startswith("https://fixed.halden.example/fixes/")
    for when in root.iter(f"{ATOM}updated"):
        assert WHEN.fullmatch(when.text)


def test_ids_are_never_shared_and_stay_when_words_change(demo):
    ids = [node.text for node in feed(demo).iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:fixed\.halden\.example,2026:\S+", one) for one in ids)
    demo["fixes"][0]["title"], demo["fixes"][0]["slug"] = "Another title", "another-slug"
    assert [node.text for node in feed(demo).iter(f"{ATOM}id")] == ids


def test_subscribers_hear_of_each_change_of_state_with_the_whole_note(log):
    history = [
        {"on": "2026-05-01", "state": "investigating"},
        {"on": "2026-05-04", "state": "released", "note": "Out."},
    ]
    entries = feed(log(history=history, change="A **new** seal.")).findall(f"{ATOM}entry")
    titles = [entry.find(f"{ATOM}title").text for entry in entries]
    assert titles == ["Fixed in 2.0, out since 4 May 2026: The tap drips", "Looking into it: The tap drips"]
    content = entries[0].find(f"{ATOM}content").text
    for part in ("Out.", "It drips all night.", "Update to 2.0 or newer.", "<strong>new</strong> seal"):
        assert part in content


def test_a_fix_without_history_is_told_by_its_days(log):
    entry = feed(log()).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}updated").text == "2026-05-04T00:00:00+00:00"


def test_a_feed_without_news_keeps_its_date(log):
    first, second = (planned(log(fixes=[]))[0]["feed.xml"] for _ in range(2))
    assert first == second
    assert ElementTree.fromstring(first).find(f"{ATOM}updated").text == "2000-01-01T00:00:00+00:00"


def test_links_of_notes_are_whole_in_the_feed(log):
    content = feed(log(change="[other](../other/)")).find(f"{ATOM}entry/{ATOM}content").text
    assert 'href="https://fixed.brook.example/log/fixes/other/"' in content


def test_without_a_base_address_the_feed_has_relative_links_and_steady_ids(demo):
    demo["site"]["base_url"] = None
    root = feed(demo)
    assert root.find(f"{ATOM}id").text == "tag:halden.example,2026:feed"
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href").startswith("fixes/")


def test_the_sitemap_names_every_page_that_is_no_redirect(demo):
    root = ElementTree.fromstring(planned(demo)[0]["sitemap.xml"])
    places = [node.text for node in root.iter(f"{MAP}loc")]
    pages = {
        path.removesuffix("index.html")
        for path, content in planned(demo)[0].items()
        if path.endswith("/index.html") and b'http-equiv="refresh"' not in content
    }
    assert places[0] == "https://fixed.halden.example/"
    assert sorted(places[1:]) == [f"https://fixed.halden.example/{path}" for path in sorted(pages)]


def test_robots_may_read_all_and_are_told_of_the_sitemap(demo):
    assert planned(demo)[0]["robots.txt"].decode().splitlines()[:2] == ["User-agent: *", "Allow: /"]
    assert b"Sitemap: https://fixed.halden.example/sitemap.xml" in planned(demo)[0]["robots.txt"]
