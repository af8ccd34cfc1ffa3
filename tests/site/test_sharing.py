"""What others show of a link: Open Graph, a picture for each product and state, schema.org data in the markup."""

from __future__ import annotations

import io
import re

from PIL import Image

from fixlog.building import planned
from fixlog.pictures import HEIGHT, WIDTH, picture

PAGE = "fixes/tap-drips/index.html"
BASE = "https://fixed.brook.example/log/"


def properties(text: str, of: str = "property") -> dict[str, str]:
    return dict(re.findall(rf'<meta {of}="([^"]+)" content="([^"]*)">', text))


def test_a_shared_link_shows_the_fix_its_state_and_a_picture_that_is_there(log):
    plan, _ = planned(log())
    told = properties(plan[PAGE].decode())
    assert told["og:title"] == "The tap drips"
    assert told["og:url"] == f"{BASE}fixes/tap-drips/"
    assert told["og:description"] == "Fixed in 2.0, out since 4 May 2026. Brook Tap"
    image = Image.open(io.BytesIO(plan[told["og:image"].removeprefix(BASE)]))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))


def test_the_first_page_has_its_own_picture(log):
    plan, _ = planned(log())
    assert properties(plan["index.html"].decode())["og:image"] == f"{BASE}share/site.png"
    assert "share/site.png" in plan


def test_one_picture_serves_all_fixes_of_a_product_in_a_state(log):
    fixes = [{}, {"id": "B-2", "slug": "b-2"}, {"id": "B-3", "slug": "b-3", "state": "regressed"}]
    pictures = [path for path in planned(log(fixes=fixes))[0] if path.startswith("share/brook")]
    assert pictures == ["share/brook-tap-regressed.png", "share/brook-tap-released.png"]


def test_pictures_are_the_same_bytes_each_time_and_another_for_each_state():
    states = ("released", "regressed", "fixed", "in_progress", "investigating", "open", "wont_fix")
    drawn = [picture("Brook Tap", "", state, "Brook") for state in states]
    assert drawn == [picture("Brook Tap", "", state, "Brook") for state in states]
    assert len(set(drawn)) == len(states)
    assert max(map(len, drawn)) < 60_000


def test_names_of_any_length_and_script_are_drawn_or_left_out():
    empty = picture("", "Fixed", "released", "Brook")
    assert picture("صنبور", "Fixed", "released", "Brook") == empty
    assert picture("W" * 5000, "Fixed", "released", "Brook") != empty
    assert picture("a word " * 900, "Fixed", "released", "Brook") != empty


def test_without_a_base_address_nothing_points_anywhere(log):
    source = log()
    del source["site"]["base_url"]
    assert "og:" not in planned(source)[0][PAGE].decode()


def test_a_fix_says_what_it_is_to_machines(log):
    history = [{"on": "2026-05-01", "state": "investigating"}, {"on": "2026-05-04", "state": "released"}]
    text = planned(log(history=history))[0][PAGE].decode()
    told = properties(text, "itemprop")
    assert 'itemtype="https://schema.org/TechArticle"' in text
    assert (told["datePublished"], told["dateModified"]) == ("2026-05-01", "2026-05-04")
    assert told["softwareVersion"] == "2.0"
    assert told["headline"] == "The tap drips"
