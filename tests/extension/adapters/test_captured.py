"""Captured pages of real sites: each is read as `captured.json` beside this file says, and as the page's own words.

Its counts were made with a parser of its own, and every field was compared with the page before its digest was kept:
reviewers' words stay outside the repository. The Trustpilot page with a carousel shows four highlights above its list,
three of them of reviews that stand on other pages: previews without a link, not counted there nor read here. The bar's
page shows six quotations beside its own 50 tips, of other bars; the app's page of 2018 has 40 reviews, one of an id of
another kind.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from amends.cli.page_reading import PageReader

pytestmark = [pytest.mark.browser, pytest.mark.captured]

Read = Callable[[str], dict[str, Any]]

PAGES: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "captured.json").read_text("utf-8"))
TRUSTPILOT = [name for name in PAGES if name.startswith("trustpilot")]


@pytest.fixture
def read(reader: PageReader, captured: Callable[[str], Path]) -> Read:
    """`read(name)` is what the reader finds on that page, read once."""
    return lambda name: _read(reader, captured(f"pages/{name}"), PAGES[name]["url"], PAGES[name].get("seen_at"))


@cache
def _read(reader: PageReader, page: Path, url: str, seen_at: str | None) -> dict[str, Any]:
    return reader.read(page.read_bytes(), url, seen_at=seen_at)


def words(text: object) -> str:
    return re.sub(r"\s+", "", str(text or ""))


def told(review: dict[str, Any]) -> list[Any]:
    """What a page says of one review, whatever the spaces."""
    rating, reply = review.get("rating"), review.get("reply")
    answer = reply and [
        None if reply["text"] is None else words(reply["text"]), reply.get("posted_at", "")[:10], reply.get("author"),
    ]  # fmt: skip
    return [
        review.get("author"), rating and [rating["value"], rating["best"]], words(review.get("title")),
        words(review["text"]), review.get("posted_at", "")[:10], review.get("language"), review.get("external_id"),
        answer,
    ]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_whole_and_by_the_reader_meant(name: str, read: Read) -> None:
    page, found = PAGES[name], read(name)
    reviews = found["reviews"]
    assert {key: found[key] for key in ("reader", "listing")} == {key: page[key] for key in ("reader", "listing")}
    assert len(reviews) == page["reviews"]
    filled = Counter(key for review in reviews for key, value in review.items() if value != "" and key != "platform")
    assert filled == page.get("filled", {})
    assert found["placed"].count(None) == page.get("unplaced", 0)
    everything = json.dumps([told(review) for review in reviews], ensure_ascii=False)
    assert not reviews or hashlib.blake2s(everything.encode(), digest_size=8).hexdigest() == page["words"]
    ids = [review["external_id"] for review in reviews if "external_id" in review]
    assert len(set(ids)) == len(ids)


def test_the_page_typed_review_is_no_review(read: Read) -> None:
    assert read("recipe_sites_schema_org/fitmencook_2.html")["reader"] is None


@pytest.mark.parametrize("name", TRUSTPILOT)
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


@pytest.mark.parametrize("name", TRUSTPILOT)
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
        (
            "apple_app_store/mss_serialized_state_310633997_us_2026.html",
            ("id", "reviewerName", "title", "rating", "contents"),
        ),
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
    for name in (name for name, page in PAGES.items() if name.startswith("amazon") and page["reviews"]):
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
