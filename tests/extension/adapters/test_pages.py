"""The committed pages: everything the reader must read on each, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amends.cli.page_reading import PageReader
from amends.records import Review

PAGES = sorted((Path(__file__).resolve().parents[1] / "pages").glob("*.html"))

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_as_its_json_says(page: Path, reader: PageReader) -> None:
    expected: dict[str, Any] = json.loads(page.with_suffix(".json").read_text("utf-8"))
    found = reader.read(page.read_bytes(), expected.pop("url"))
    assert found["reviews"] == expected.pop("reviews")
    assert {key: found.get(key) for key in expected} == expected
    assert [raw for raw in found["reviews"] if not is_the_products(raw)] == []


def is_the_products(raw: dict[str, Any]) -> bool:
    """Whether a review read says what a review of the product may say, and as it says it."""
    review = Review.model_validate(raw)
    known = set(raw) <= set(Review.model_fields) and None not in raw.values()
    return known and review.dump() | ({"reply": raw["reply"]} if "reply" in raw else {}) == raw


def page_named(name: str) -> bytes:
    return next(page for page in PAGES if page.stem == name).read_bytes()


def test_without_its_cards_a_known_site_is_read_from_what_it_declares(reader: PageReader) -> None:
    declared = {
        "@type": "Review",
        "@id": "https://www.trustpilot.com/#/schema/Review/x.example/650000000000000000000009",
        "author": {"name": "Ada"},
        "reviewBody": "Fine lamps.",
        "reviewRating": {"ratingValue": "4"},
    }
    page = (
        f'<script type="application/ld+json">{json.dumps({"@graph": [declared, {**declared, "@id": "#/8"}]})}</script>'
    )
    found = reader.read(page.encode(), "https://www.trustpilot.com/review/x.example")
    assert (found["adapter"], found["reader"]) == ("trustpilot", "structured")
    assert found["reviews"][0]["external_id"] == "650000000000000000000009"
    assert found["reviews"][0]["listing"] == "trustpilot:x.example"
    assert found["reviews"][0]["platform"] == "trustpilot"


@pytest.mark.parametrize(
    ("url", "listing"),
    [
        ("https://www.etsy.com/listing/1234567/oak-stool", "etsy:1234567"),
        ("https://www.yelp.com/biz/oak-leith", "yelp:oak-leith"),
        ("https://www.g2.com/products/oak/reviews", "g2:oak"),
    ],
)
def test_a_site_known_by_its_address_only_is_read_from_what_it_declares(
    url: str, listing: str, reader: PageReader
) -> None:
    found = reader.read(page_named("declared-json"), url)
    assert (found["reader"], found["listing"], len(found["reviews"])) == ("structured", listing, 6)
    assert {(one["platform"], one["listing"]) for one in found["reviews"]} == {(listing.split(":")[0], listing)}


def test_a_named_adapter_reads_whatever_the_address_and_nothing_else_does(reader: PageReader) -> None:
    url = "http://localhost:8000/saved.html"
    assert len(reader.read(page_named("steam"), url, choice={"adapter": "steam"})["reviews"]) == 2
    assert reader.read(page_named("declared-json"), url, choice={"adapter": "steam"})["reviews"] == []
    assert reader.read(page_named("steam"), url)["reviews"] == []


def test_the_listing_comes_from_the_page_where_the_address_does_not_say(reader: PageReader) -> None:
    found = reader.read(page_named("steam"), "http://localhost/x", choice={"adapter": "steam"})
    assert found["listing"] == "steam:999010"
    found = reader.read(page_named("trustpilot"), "http://localhost/x", choice={"adapter": "trustpilot"})
    assert found["listing"] == "trustpilot:lanternpost.example"


def test_a_date_without_a_year_needs_the_day_of_reading(reader: PageReader) -> None:
    url = "https://steamcommunity.com/app/999010/reviews/"
    assert "posted_at" not in reader.read(page_named("steam"), url)["reviews"][1]
    for seen, posted in (("2024-03-10", "2024-01-09"), ("2024-01-05", "2023-01-09")):
        assert reader.read(page_named("steam"), url, seen_at=seen)["reviews"][1]["posted_at"] == posted


def test_a_date_counted_back_needs_the_day_of_reading(reader: PageReader) -> None:
    url = "https://www.flipkart.com/lantern/product-reviews/itm00000000001"
    read = reader.read(page_named("flipkart-later"), url, seen_at="2026-03-10")["reviews"]
    assert [review.get("posted_at") for review in read] == [None, "2026-02-24"]


def test_a_review_without_an_id_is_not_dated_by_the_day_of_reading(reader: PageReader) -> None:
    page = declared({"author": "Ada", "reviewBody": "Bright.", "datePublished": "2 weeks ago"})
    assert "posted_at" not in reader.read(page.encode(), "https://x.example/", seen_at="2026-03-10")["reviews"][0]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("<meta charset=no-such-thing>", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_own_encoding(head: str, encoding: str, reader: PageReader) -> None:
    body = "<p itemprop='reviewBody'>Очень хорошо</p><meta itemprop='author' content='Ада'>"
    page = (
        f"<html><head>{head}</head><body><div itemscope itemtype='https://schema.org/Review'>{body}</div></body></html>"
    )
    (review,) = reader.read(page.encode(encoding), "https://x.example/")["reviews"]
    assert (review["text"], review["author"]) == ("Очень хорошо", "Ада")


def test_nothing_in_a_saved_page_runs_or_loads(reader: PageReader) -> None:
    review = "<div itemscope itemtype='https://schema.org/Review'><p itemprop='reviewBody'>Mine</p></div>"
    page = (
        "<meta http-equiv='refresh' content='0;url=https://elsewhere.example/'><base href='https://evil.example/'>"
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
        "<img src=x onerror='document.body.remove()'>"
        f"<script>document.body.remove()</script><script src='/x.js'></script><iframe src='/y'></iframe>{review}"
    )
    assert [one["text"] for one in reader.read(page.encode(), "https://x.example/")["reviews"]] == ["Mine"]


def declared(*reviews: dict[str, Any], **more: Any) -> str:
    product = {
        "@type": "Product",
        "name": "Oak stool",
        "review": [{"@type": "Review", **one} for one in reviews],
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(product)}</script>'


STARS = {"author": "Anonymous", "datePublished": "2024-05-06", "reviewRating": {"ratingValue": 5}}


def test_silent_ratings_of_one_day_are_several_but_a_repeated_list_is_one(reader: PageReader) -> None:
    page = declared(STARS, STARS, STARS) + declared(STARS, STARS, STARS)
    assert len(reader.read(page.encode(), "https://x.example/")["reviews"]) == 3


def test_an_id_that_all_reviews_share_is_none(reader: PageReader) -> None:
    same = {"@id": "https://x.example/#review", "author": "Ada"}
    page = declared({**same, "reviewBody": "One."}, {**same, "reviewBody": "Two."})
    reviews = reader.read(page.encode(), "https://x.example/")["reviews"]
    assert [(one["text"], "external_id" in one) for one in reviews] == [("One.", False), ("Two.", False)]


@pytest.mark.parametrize(
    "article",
    [
        {"@type": ["Review", "NewsArticle"], "reviewBody": "We tried it."},
        {"@type": "Review", "reviewBody": "We tried it.", "url": "https://x.example/kettle/"},
        {"@type": "Review", "reviewBody": "We tried it.", "mainEntityOfPage": {"@type": "WebPage"}},
        {"@type": "Review", "reviewBody": "We tried it.", "publisher": {"name": "The Paper"}},
        {"@type": "Review", "reviewBody": "We tried it.", "positiveNotes": {"@type": "ItemList"}},
        {"@type": "Product", "review": {"@type": "Review", "author": {"name": "Ines"}, "reviewBody": "We tried it."}},
        {"@type": "CriticReview", "reviewBody": "We tried it."},
        {"@type": "Review", "reviewBody": "We tried it.", "author": {"@type": "Organization", "name": "The Paper"}},
        {"@type": "Review", "reviewBody": "We tried it.", "author": "Ada", "name": "The kettle, tried for a month"},
        {"@type": "Song", "author": "Bo", "review": {"@type": "Review", "name": "A song", "author": {"name": "Bo"}}},
    ],
)
def test_an_article_typed_review_is_no_customers(article: dict[str, Any], reader: PageReader) -> None:
    page = {"@graph": [{"@type": "Article", "author": {"name": "Ines"}}, article]}
    html = f'<h1>The kettle, tried for a month</h1><script type="application/ld+json">{json.dumps(page)}</script>'
    assert reader.read(html.encode(), "https://x.example/kettle")["reviews"] == []


def test_customers_reviews_beside_an_article_are_read(reader: PageReader) -> None:
    article = {"@type": "Review", "reviewBody": "We tried it.", "url": "https://x.example/kettle", "author": "Ines"}
    page = f'<script type="application/ld+json">{json.dumps(article)}</script>' + declared(
        {"author": "Ada", "reviewBody": "Boils fast.", "publisher": {"name": "A shop"}, "image": "x.jpg"}
    )
    reviews = reader.read(page.encode(), "https://x.example/kettle?utm=1")["reviews"]
    assert [review["author"] for review in reviews] == ["Ada"]


def test_wherever_a_review_is_read_the_door_says_that_there_may_be_some(modules: Callable[..., Any]) -> None:
    look = """async ({ mayHoldReviews }, pages) => {
      const folder = '/.amends-reader/adapters/';
      const { loadIndex, shippedFor } = await import(`${folder}index.js`);
      const text = async (name) => (await fetch(folder + name)).text();
      const index = await loadIndex(text);
      return Promise.all(pages.map(async ([url, html]) => {
        const adapter = await shippedFor(url, index, text);
        return mayHoldReviews(new DOMParser().parseFromString(html, 'text/html'), adapter ? [adapter] : []);
      }));
    }"""
    told = {page.stem: json.loads(page.with_suffix(".json").read_text("utf-8")) for page in PAGES}
    asked = [[told[page.stem]["url"], page.read_text("latin-1")] for page in PAGES]
    answers = dict(zip(told, modules("may-hold.js", look, asked), strict=True))
    missed = [name for name, there in answers.items() if told[name]["reviews"] and not there]
    assert missed == [], "what reads there belongs in extension/adapters/declared-signs.js or the adapter's `reviews`"
    assert not answers["amazon-sign-in"]
