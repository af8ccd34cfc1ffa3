"""Captured pages read by their shape alone: nearly all that the page itself tells, and nothing on other pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amends.cli.page_reading import PageReader

pytestmark = [pytest.mark.browser, pytest.mark.captured]

LEAST_F1 = 0.85
PLAY = "https://play.google.com/store/apps/details?id=com.mg.android"
TUNED_ON = [
    ("amazon/in_vanheusen_2025.html", "https://www.amazon.in/dp/B0DDXNJ7W6"),
    ("amazon/metascraper_couk_vegetable_perfection.html", "https://www.amazon.co.uk/dp/1849757097"),
    ("amazon/shopping_com_gorilla_tape.html", "https://www.amazon.com/dp/B00N150YS4"),
    ("trustpilot/bt.com_2023-05.html", "https://www.trustpilot.com/review/bt.com"),
    ("trustpilot/fakepilot_beautytheshop.com.html", "https://www.trustpilot.com/review/beautytheshop.com"),
    ("trustpilot/fakepilot_burgerking.no_2025.html", "https://www.trustpilot.com/review/burgerking.no"),
    ("trustpilot/fakepilot_twenix.es_2025.html", "https://www.trustpilot.com/review/twenix.es"),
    ("yelp/philz_sanmateo_2016-11.html", "https://www.yelp.com/biz/philz"),
    ("goodreads/21611_The_Forever_War.html", "https://www.goodreads.com/book/show/21611.The_Forever_War"),
    ("flipkart/beston_tv_reviews_2025-11.html", "https://www.flipkart.com/tv/p/itm1?pid=TVS1"),
    ("withlocals/tour_page_2025-12.html", "https://www.withlocals.com/experience/food-tour-1/"),
]
REPORTED_ON = [
    ("google_play/2016-05-17_cc8c50c_app-com.mg.android.html", PLAY),
    ("steam/memorrha.html", "https://steamcommunity.com/app/954080/reviews/"),
    ("steam/tin-hearts.html", "https://steamcommunity.com/app/1831700/reviews/"),
    ("shopify_app_store/SYNTHETIC_review-miner_reviews_page.html", "https://apps.shopify.com/x/reviews"),
    ("recipe_sites_schema_org/inspiredtaste_2.html", "https://site.example/page"),
]
NOTHING_THERE = [
    "amazon/in_reviews_signin_wall_2025.html",
    "costco/shopping_costco_sink.html",
    "google_maps/search_panel_2026-01.html",
    "recipe_sites_schema_org/fitmencook_2.html",
    "tripadvisor/toronto_attractions_list_2018.html",
    "wayfair/shopping_jossandmain_pendant.html",
    "apple_app_store/spotify_version_history_trimmed_2026-09.html",
]


def likeness(review: dict[str, Any]) -> tuple[str, str, object]:
    words = re.sub(r"\W+", "", review["text"]).lower()[:60]
    return words, re.sub(r"\W+", "", review.get("author", "")).lower(), review.get("rating", {}).get("value")


def f1(found: list[dict[str, Any]], told: list[dict[str, Any]]) -> float:
    """Of reviews with the same first words, or without words the same author and rating."""
    wanted = [key if not key[0] else key[:1] for key in map(likeness, told)]
    hits = 0
    for key in map(likeness, found):
        own = key if not key[0] else key[:1]
        if own in wanted:
            wanted.remove(own)
            hits += 1
    return 2 * hits / max(1, len(found) + len(told))


@pytest.mark.parametrize(("name", "url"), TUNED_ON + REPORTED_ON)
def test_the_shape_of_a_page_tells_nearly_all_its_reviews(
    name: str, url: str, reader: PageReader, captured: Callable[[str], Path]
) -> None:
    page = captured(f"pages/{name}").read_bytes()
    told, found = reader.read(page, url), reader.read(page, url, choice={"mode": "unknown"})
    score = f1(found["reviews"], told["reviews"])
    print(f"{name}: {len(found['reviews'])} read, {len(told['reviews'])} told, F1 {score:.2f}")
    assert score >= LEAST_F1


@pytest.mark.parametrize("name", NOTHING_THERE)
def test_a_page_without_reviews_has_no_shape_of_any(
    name: str, reader: PageReader, captured: Callable[[str], Path]
) -> None:
    found = reader.read(captured(f"pages/{name}").read_bytes(), "https://site.example/page", choice={"mode": "unknown"})
    assert found["reviews"] == []
