"""Captured pages of real sites: as many reviews as counted by hand, filled, and equal to the page's own words.

The counts were made with a parser of its own. The page with a carousel shows four highlights above its list, three of
them of reviews that stand on other pages: previews without a link, and not counted there nor read here. The bar's page
shows six tips beside its own 50, of other bars; the app's page of 2018 has 40 reviews, one of an id of another kind.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from amends.cli.page_reading import PageReader

pytestmark = [pytest.mark.browser, pytest.mark.captured]

Read = Callable[[str], dict[str, Any]]

TRUSTPILOT = "https://www.trustpilot.com/review/"
PLAY = "https://play.google.com/store/apps/details?id=com.mg.android"
FLIPKART = "https://www.flipkart.com/tv/product-reviews/itm0000000000?pid=TVSHATFHUN5R9B4G"
CARDS = [
    ("trustpilot/bt.com_2023-05.html", TRUSTPILOT + "bt.com", 20, 12),
    ("trustpilot/fakepilot_beautytheshop.com.html", TRUSTPILOT + "beautytheshop.com", 20, 18),
    ("trustpilot/fakepilot_burgerking.no_2025.html", TRUSTPILOT + "burgerking.no", 19, 0),
    ("trustpilot/fakepilot_djmania.es_2025.html", TRUSTPILOT + "djmania.es", 4, 2),
    ("trustpilot/fakepilot_twenix.es_2025.html", TRUSTPILOT + "twenix.es", 20, 15),
    ("steam/memorrha.html", "https://steamcommunity.com/app/954080/reviews/", 137, 26),
    ("steam/tin-hearts.html", "https://steamcommunity.com/app/1831700/reviews/", 59, 19),
    ("amazon/in_vanheusen_2025.html", "https://www.amazon.in/dp/B0DDXNJ7W6", 8, 0),
    ("amazon/metascraper_couk_vegetable_perfection.html", "https://www.amazon.co.uk/dp/1849757097", 5, 0),
    ("amazon/shopping_com_gorilla_tape.html", "https://www.amazon.com/dp/B00N150YS4", 13, 0),
    ("google_play/2016-05-17_cc8c50c_app-com.mg.android.html", PLAY, 40, 15),
    ("goodreads/21611_The_Forever_War.html", "https://www.goodreads.com/book/show/21611", 30, 0),
    (
        "shopify_app_store/SYNTHETIC_review-miner_reviews_page.html",
        "https://apps.shopify.com/example-app/reviews",
        3,
        1,
    ),
    ("flipkart/beston_tv_reviews_2025-11.html", FLIPKART, 10, 0),
    ("foursquare/ogs_foursquare.html", "https://foursquare.com/v/the-baxter-inn/4ed4896c775b45f6ed7b0182", 50, 0),
    ("withlocals/tour_page_2025-12.html", "https://www.withlocals.com/experience/street-food-d5c9f078/", 10, 0),
]
DATA = [
    (
        "apple_app_store/mss_serialized_state_310633997_us_2026.html",
        "https://apps.apple.com/us/app/x/id310633997",
        8,
        0,
    ),
    ("google_play/2018-08-24_f5bd950_app-com.mg.android.html", PLAY, 40, 6),
]
"""Pages whose reviews are in script data only: no element of the saved page shows them."""
DECLARED = {
    "etsy/shopping_etsy_calabaza.html": 4,
    "recipe_sites_schema_org/allrecipescurated.html": 10,
    "recipe_sites_schema_org/food.html": 1,
    "recipe_sites_schema_org/inspiredtaste_2.html": 4,
    "recipe_sites_schema_org/justapinch_2.html": 1,
    "recipe_sites_schema_org/polishfoodies_2.html": 59,
    "recipe_sites_schema_org/realmomnutrition_1.html": 100,
    "recipe_sites_schema_org/reishunger_3.html": 3,
    "recipe_sites_schema_org/williamssonoma_2.html": 8,
    "woocommerce/eazypc_category_s1.html": 20,
    "yelp/philz_sanmateo_2016-11.html": 20,
}
NEGATIVE = {
    "amazon/in_reviews_signin_wall_2025.html": "https://www.amazon.in/product-reviews/B0DDXNJ7W6",
    "apple_app_store/spotify_version_history_trimmed_2026-09.html": "https://apps.apple.com/us/app/spotify/id324684580",
    "costco/shopping_costco_sink.html": "https://www.costco.com/sink.product.100432602.html",
    "google_maps/search_panel_2026-01.html": "https://www.google.com/maps/search/x",
    "recipe_sites_schema_org/fitmencook_2.html": "https://fitmencook.com/recipes/x/",
    "tripadvisor/toronto_attractions_list_2018.html": "https://www.tripadvisor.com/Attractions-g155019",
    "wayfair/shopping_jossandmain_pendant.html": "https://www.jossandmain.com/lighting/pdp/x.html",
}


@pytest.fixture(scope="module")
def addresses() -> dict[str, str]:
    return {name: url for name, url, _, _ in CARDS + DATA} | NEGATIVE


@pytest.fixture
def read(reader: PageReader, captured: Callable[[str], Path], addresses: dict[str, str]) -> Read:
    """`read(name)` is what the reader finds on that page, read once."""
    return lambda name: _read(reader, captured(f"pages/{name}"), addresses.get(name, "https://site.example/page"))


@cache
def _read(reader: PageReader, page: Path, url: str) -> dict[str, Any]:
    return reader.read(page.read_bytes(), url)


def words(text: object) -> str:
    return re.sub(r"\s+", "", str(text or ""))


@pytest.mark.parametrize(("name", "url", "count", "replies"), CARDS)
def test_an_adapter_reads_every_review_and_reply(name: str, url: str, count: int, replies: int, read: Read) -> None:
    found = read(name)
    assert (found["reader"], len(found["reviews"])) == ("adapter", count)
    assert sum("reply" in review for review in found["reviews"]) == replies
    assert None not in found["placed"]


@pytest.mark.parametrize(("name", "url", "count", "replies"), DATA)
def test_an_adapter_reads_every_review_of_the_pages_script_data(
    name: str, url: str, count: int, replies: int, read: Read
) -> None:
    found = read(name)
    assert (found["reader"], len(found["reviews"])) == ("adapter", count)
    assert sum("reply" in review for review in found["reviews"]) == replies


@pytest.mark.parametrize(("name", "count"), DECLARED.items())
def test_every_declared_review_is_read_once(name: str, count: int, read: Read) -> None:
    found = read(name)
    assert (found["reader"], len(found["reviews"])) == ("structured", count)
    for review in found["reviews"]:
        assert review.get("author")
        assert review["text"] or review.get("rating")


@pytest.mark.parametrize("name", NEGATIVE)
def test_no_review_is_invented(name: str, read: Read) -> None:
    assert read(name)["reviews"] == []


def test_the_page_typed_review_is_no_review(read: Read) -> None:
    assert read("recipe_sites_schema_org/fitmencook_2.html")["reader"] is None


FILLED = {
    "trustpilot": {"external_id", "url", "listing", "author", "rating", "title", "text", "posted_at", "language"},
    "amazon": {"external_id", "url", "listing", "author", "rating", "title", "text", "posted_at", "product"},
    "steam": {"external_id", "url", "listing", "author", "rating", "text"},
    "google-play": {"external_id", "listing", "author", "rating", "text", "posted_at", "product"},
    "app-store": {"external_id", "listing", "author", "rating", "title", "text", "posted_at", "product"},
    "goodreads": {"external_id", "url", "listing", "author", "text", "posted_at", "product"},
    "shopify-apps": {"external_id", "url", "listing", "author", "rating", "posted_at"},
    "flipkart": {"external_id", "url", "listing", "author", "rating", "title", "text", "product"},
    "foursquare": {"external_id", "listing", "author", "text", "product"},
    "withlocals": {"listing", "author", "title", "text", "posted_at", "product"},
}


@pytest.mark.parametrize(("name", "url", "count", "replies"), CARDS + DATA)
def test_the_fields_a_page_has_are_filled(name: str, url: str, count: int, replies: int, read: Read) -> None:
    for review in read(name)["reviews"]:
        missing = {field for field in FILLED[review["platform"]] if review.get(field) in (None, "")}
        assert not missing, review
    assert len({review.get("external_id", review["text"]) for review in read(name)["reviews"]}) == count


@pytest.mark.parametrize("name", [name for name, *_ in CARDS if name.startswith("trustpilot")])
def test_trustpilot_reads_what_the_page_declares(name: str, read: Read, captured: Callable[[str], Path]) -> None:
    declared = _declared_by_trustpilot(captured(f"pages/{name}").read_text("utf-8"))
    reviews = read(name)["reviews"]
    assert {review["external_id"] for review in reviews} == set(declared)
    for review in reviews:
        own = declared[review["external_id"]]
        assert review["author"] == " ".join(own["author"]["name"].split())
        assert review["rating"] == {"value": float(own["reviewRating"]["ratingValue"]), "best": 5}
        assert (words(review["title"]), words(review["text"])) == (words(own["headline"]), words(own["reviewBody"]))
        assert (review["posted_at"], review["language"]) == (own["datePublished"], own["inLanguage"])


def _declared_by_trustpilot(page: str) -> dict[str, Any]:
    scripts = re.findall(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", page, re.S)
    graphs = [json.loads(script)["@graph"] for script in scripts]
    nodes = [node for graph in graphs if isinstance(graph, list) for node in graph]
    return {node["@id"].split("/")[-1]: node for node in nodes if node["@type"] == "Review"}


@pytest.mark.parametrize("name", [name for name, *_ in CARDS if name.startswith("trustpilot")])
def test_trustpilot_replies_are_the_pages(name: str, read: Read, captured: Callable[[str], Path]) -> None:
    page = captured(f"pages/{name}").read_text("utf-8")
    state = json.loads(re.findall(r'<script id="__NEXT_DATA__"[^>]*>(.*?)</script>', page, re.S)[0])["props"][
        "pageProps"
    ]
    for raw, review in zip(state["reviews"], read(name)["reviews"], strict=True):
        assert raw["id"] == review["external_id"]
        if raw["reply"]:
            assert words(review["reply"]["text"]) == words(raw["reply"]["message"])
            assert review["reply"]["posted_at"] == raw["reply"]["publishedDate"]
            assert review["reply"]["author"] == state["businessUnit"]["displayName"]


@pytest.mark.parametrize(("name", "up", "down"), [("memorrha", 91, 46), ("tin-hearts", 57, 2)])
def test_steams_thumbs_marks_and_dates(
    name: str, up: int, down: int, read: Read, captured: Callable[[str], Path]
) -> None:
    page = captured(f"pages/steam/{name}.html").read_text("utf-8")
    reviews = read(f"steam/{name}.html")["reviews"]
    ratings = [(review["rating"]["value"], review["rating"]["best"]) for review in reviews]
    assert (ratings.count((1, 1)), ratings.count((0, 1))) == (up, down)
    assert all(review["reply"] == {"text": None} for review in reviews if "reply" in review)
    dated = re.findall(r'class="date_posted">[^<]*?(\d{4})?\s*</div>', page)
    assert [review.get("posted_at", "")[:4] for review in reviews] == dated
    assert not [
        review for review in reviews if re.search("Évaluation publiée|Produit reçu|Produit remboursé", review["text"])
    ]


def test_googles_old_cards_are_the_pages(read: Read, captured: Callable[[str], Path]) -> None:
    name = "google_play/2016-05-17_cc8c50c_app-com.mg.android.html"
    page = captured(f"pages/{name}").read_text("utf-8").split('class="all-reviews', 1)[1]
    reviews = read(name)["reviews"]
    widths = re.findall(r'class="current-rating"[^>]*style="width: (\d+)%', page)[: len(reviews)]
    assert [review["rating"]["value"] for review in reviews] == [int(width) / 20 for width in widths]
    assert not any("Full Review" in review["text"] for review in reviews)
    for review in reviews:
        assert review["text"][:20] in re.sub(r"\s+", " ", html.unescape(page))
        assert "reply" not in review or set(review["reply"]) == {"text", "posted_at", "author"}


def test_googles_script_data_is_the_pages(read: Read, captured: Callable[[str], Path]) -> None:
    name = "google_play/2018-08-24_f5bd950_app-com.mg.android.html"
    page = captured(f"pages/{name}").read_text("utf-8")
    start = re.search(r"key: 'ds:14'.*?return ", page)
    assert start
    rows, _ = json.JSONDecoder().raw_decode(page[start.end() :])
    for row, review in zip(rows[0], read(name)["reviews"], strict=True):
        assert (row[0], row[1][0], row[2], row[10]) == (
            review["external_id"], review["author"], review["rating"]["value"], review["product_version"],
        )  # fmt: skip
        assert words(row[4]) == words(review["text"])
        assert datetime.fromisoformat(review["posted_at"]).timestamp() == row[5][0]
        assert (row[7] and words(row[7][1])) == (words(review["reply"]["text"]) if "reply" in review else None)


def test_goodreads_cards_are_the_pages_data(read: Read, captured: Callable[[str], Path]) -> None:
    name = "goodreads/21611_The_Forever_War.html"
    page = captured(f"pages/{name}").read_text("utf-8")
    script = re.findall(r'<script id="__NEXT_DATA__"[^>]*>(.*?)</script>', page, re.S)[0]
    state = json.loads(script)["props"]["pageProps"]["apolloState"]
    records = {one["shelving"]["webUrl"]: one for key, one in state.items() if key.startswith("Review:")}
    for review in read(name)["reviews"]:
        own = records[review["url"]]
        assert review["author"] == " ".join(state[own["creator"]["__ref"]]["name"].split())
        assert review.get("rating", {"value": 0})["value"] == own["rating"]
        plain = html.unescape(re.sub(r"<[^>]+>", "", own["text"]))
        assert words(review["text"]) == words(plain)


def test_apples_and_flipkarts_reviews_are_the_pages_data(read: Read, captured: Callable[[str], Path]) -> None:
    for name, keys in (
        (DATA[0][0], ("id", "reviewerName", "title", "rating", "contents")),
        ("flipkart/beston_tv_reviews_2025-11.html", ("id", "author", "title", "rating", "text")),
    ):
        page = captured(f"pages/{name}").read_text("utf-8")
        for review in read(name)["reviews"]:
            start = page.index(f'"{review["external_id"]}"')
            ours = (
                review["external_id"], review["author"], review["title"], review["rating"]["value"], review["text"],
            )  # fmt: skip
            for key, value in zip(keys, ours, strict=True):
                said = json.dumps(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)[:30]
                assert words(said).strip('"') in words(page[max(0, start - 6000) : start + 12000]), (key, value)


def test_amazons_words_have_no_stub_and_no_script(read: Read) -> None:
    for name in (name for name, *_ in CARDS if name.startswith("amazon")):
        for review in read(name)["reviews"]:
            both = review["title"] + review["text"]
            assert not re.search(r"Read more|out of 5|P\.when|function|double tap|\{", both), both


def test_amazons_reviews_from_abroad_are_read_too(read: Read) -> None:
    reviews = {review["external_id"]: review for review in read("amazon/shopping_com_gorilla_tape.html")["reviews"]}
    abroad = reviews["R3DPWOKE1Z3OGD"]
    assert (abroad["language"], abroad["posted_at"], abroad["rating"]["value"]) == ("es", "2020-07-24", 5)
    assert {"R2PCJK19PII6SY", "R2MCDZZHUBCJEU"} <= set(reviews)


def test_a_declared_review_keeps_its_oddities_out(read: Read) -> None:
    assert all(review["text"] for review in read("woocommerce/eazypc_category_s1.html")["reviews"])
    assert len({review["product"] for review in read("woocommerce/eazypc_category_s1.html")["reviews"]}) > 5
    assert read("recipe_sites_schema_org/food.html")["reviews"][0]["posted_at"] == "2011-10-24"
    assert read("recipe_sites_schema_org/justapinch_2.html")["reviews"][0]["rating"] == {"value": 5, "best": 5}
    assert not any("&quot;" in review["text"] for review in read("etsy/shopping_etsy_calabaza.html")["reviews"])
    assert None not in read("etsy/shopping_etsy_calabaza.html")["placed"]
