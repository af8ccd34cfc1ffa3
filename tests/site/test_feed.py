"""The feeds, the sitemap and robots.txt are what their standards ask for."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser
import pytest

from fixlog.building import planned

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def feed(source, place=""):
    return ElementTree.fromstring(planned(source)[0][f"{place}feed.xml"])


def test_every_feed_is_read_without_a_fault(demo):
    files = {path: content for path, content in planned(demo)[0].items() if path.endswith(".xml") and "feed" in path}
    assert len(files) > 5
    for path, content in files.items():
        read = feedparser.parse(content)
        assert not read.bozo, f"{path}: {read.get('bozo_exception')}"
        assert read.version == "atom10"


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


def test_the_json_feed_has_every_member_that_json_feed_1_1_requires(demo):
    files = {path: content for path, content in planned(demo)[0].items() if path.endswith("feed.json")}
    assert {"feed.json", "products/halden-albums/feed.json"} <= set(files)
    for path, content in files.items():
        read = json.loads(content)
        assert read["version"] == "https://jsonfeed.org/version/1.1"
        assert read["feed_url"] == f"https://fixed.halden.example/{path}"
        assert isinstance(read["title"], str)
        assert all(author["name"] for author in read["authors"])
        assert len({item["id"] for item in read["items"]}) == len(read["items"])
        for item in read["items"]:
            assert item["content_html"].startswith("<p>")
            assert item["url"].startswith("https://fixed.halden.example/fixes/")
            assert WHEN.fullmatch(item["date_published"])
            assert WHEN.fullmatch(item["date_modified"])


def test_atom_and_json_tell_the_same(demo):
    files = planned(demo)[0]
    atom, plain = feed(demo).findall(f"{ATOM}entry"), json.loads(files["feed.json"])["items"]
    assert [entry.find(f"{ATOM}id").text for entry in atom] == [item["id"] for item in plain]
    assert [entry.find(f"{ATOM}content").text for entry in atom] == [item["content_html"] for item in plain]


def test_a_products_feed_tells_of_that_product_only(log):
    source = log(fixes=[{}, {"id": "B-2", "slug": "boiler-hums", "product": "Brook Boiler", "title": "It hums"}])
    (entry,) = feed(source, "products/brook-boiler/").findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text.endswith("It hums")
    assert len(feed(source).findall(f"{ATOM}entry")) == 2


@pytest.mark.parametrize("state", ["investigating", "in_progress", "fixed", "regressed"])
def test_who_waits_for_one_fix_has_a_feed_of_it(log, state):
    history = [{"on": "2026-05-02", "state": state}]
    source = log(state=state, history=history, released_on=None)
    (entry,) = feed(source, "f/B-1/").findall(f"{ATOM}entry")
    assert "It drips all night." in entry.find(f"{ATOM}content").text
    assert b'href="../../f/B-1/feed.xml"' in planned(source)[0]["fixes/tap-drips/index.html"]


def test_a_feed_of_one_fix_tells_when_it_is_out_and_stays(log):
    history = [{"on": "2026-05-01", "state": "investigating"}, {"on": "2026-05-04", "state": "released"}]
    titles = [entry.find(f"{ATOM}title").text for entry in feed(log(history=history), "f/B-1/").findall(f"{ATOM}entry")]
    assert titles[0] == "Fixed in 2.0, out since 4 May 2026: The tap drips"
    assert len(titles) == 2


def test_a_fix_nobody_could_wait_for_has_no_feed_of_its_own(log):
    assert "f/B-1/feed.xml" not in planned(log())[0]


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
    product = feed(demo, "products/halden-albums/")
    assert product.find(f"{ATOM}entry/{ATOM}link").get("href").startswith("../../fixes/")


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


def test_without_a_base_address_links_of_notes_lead_from_the_feed_to_their_page(log):
    files = planned(log(change="As [the other](../other/).", site={"base_url": None}))[0]
    for path, link in {"feed.json": "fixes/other/", "products/brook-tap/feed.json": "../../fixes/other/"}.items():
        assert f'href="{link}"' in json.loads(files[path])["items"][0]["content_html"]


def test_a_fix_released_again_by_its_day_alone_is_told_again(log):
    history = [{"on": "2026-05-01", "state": "released"}, {"on": "2026-05-03", "state": "regressed"}]
    items = json.loads(planned(log(history=history, released_on="2026-05-04"))[0]["feed.json"])["items"]
    assert [item["date_published"][:10] for item in items] == ["2026-05-04", "2026-05-03", "2026-05-01"]
    assert "Fixed" in items[0]["title"]
