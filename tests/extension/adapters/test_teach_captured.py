"""Captured pages taught by pointing at one review: what is then read, beside what the page's own reader tells.

Where a finger would point is found by the words of one review: the innermost element that shows its text, its author, a
date or rating of that value. Of the first and last four it is the first review, then the last, that shows most parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.captured]

LEAST_F1 = 0.95
LEAST_RIGHT = 0.9
"""Of each part pointed at; a site may show the day of a review's last change and declare that of its first."""
FIELDS = ("text", "author", "rating", "posted_at", "title", "reply")
PAGES = [
    ("flipkart/beston_tv_reviews_2025-11.html", "https://www.flipkart.com/tv/product-reviews/itm0000000000?pid=TV1"),
    ("withlocals/tour_page_2025-12.html", "https://www.withlocals.com/experience/street-food-d5c9f078/"),
    ("foursquare/ogs_foursquare.html", "https://foursquare.com/v/the-baxter-inn/4ed4896c775b45f6ed7b0182"),
    (
        "google_play/2016-05-17_cc8c50c_app-com.mg.android.html",
        "https://play.google.com/store/apps/details?id=com.mg.android",
    ),
    ("shopify_app_store/SYNTHETIC_review-miner_reviews_page.html", "https://apps.shopify.com/example-app/reviews"),
    ("trustpilot/bt.com_2023-05.html", "https://www.trustpilot.com/review/bt.com"),
    ("steam/tin-hearts.html", "https://steamcommunity.com/app/1831700/reviews/"),
    ("amazon/in_vanheusen_2025.html", "https://www.amazon.in/dp/B0DDXNJ7W6"),
    ("amazon/shopping_com_gorilla_tape.html", "https://www.amazon.com/dp/B00N150YS4"),
    ("goodreads/21611_The_Forever_War.html", "https://www.goodreads.com/book/show/21611.The_Forever_War"),
    ("etsy/shopping_etsy_calabaza.html", "https://www.etsy.com/listing/1/x"),
]
TEACH = """async (teach, [html, url]) => {
  const names = ['reader.js', 'index.js', 'text.js', 'date-signs.js', 'teach-signs.js', 'shape.js'];
  const [{ readPage }, { loadIndex, shippedFor }, { textOf }, { dateSign }, { ratingIn }, { faultsOf }] =
    await Promise.all(names.map((name) => import('/.amends-reader/adapters/' + name)));
  const getText = async (name) => (await fetch('/.amends-reader/adapters/' + name)).text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of page.querySelectorAll('noscript')) unseen.remove();
  const adapter = await shippedFor(url, await loadIndex(getText), getText);
  const read = (adapters, adapter) => readPage(page, url, { adapters, adapter, now: null }).items;
  const told = read(adapter ? [adapter] : []);
  const squeeze = (text) => (text ?? '').replace(/\\s+/g, '');
  const inside = (box) => [...box.querySelectorAll('*')];
  const showing = (box, words) => {
    const wanted = squeeze(words);
    const same = inside(box).filter((one) => squeeze(textOf(one)) === wanted);
    const around = inside(box).filter((one) => squeeze(textOf(one)).includes(wanted.slice(0, 60)));
    return wanted ? (same.length ? same.filter((one) => same[0].contains(one)) : around).at(-1) : undefined;
  };
  const pointAt = (box, { text, author, posted_at: day, rating, title, reply }) => {
    const dated = (one) => dateSign(one, { language: page.documentElement.lang, now: null });
    const ofDay = inside(box).find((one) => day && dated(one)?.iso?.slice(0, 10) === day.slice(0, 10));
    let stars = rating && inside(box).find((one) => ratingIn(one)?.value === rating.value);
    const within = (one) => [...one.children].find((child) => ratingIn(child)?.value === rating.value);
    for (let inner = stars; inner; inner = within(inner)) stars = inner;
    const [words, heading] = [showing(box, text), showing(box, title)];
    const parts = { text: words, author: showing(box, author), date: ofDay ?? inside(box).find(dated), rating: stars,
      title: heading === words ? undefined : heading, reply: showing(box, reply?.text) };
    return Object.fromEntries(Object.entries(parts).filter(([, found]) => found));
  };
  const boxOf = (item) => {
    let box = item.element;
    const alone = (one) => !told.some((other) => other !== item && other.element && one.contains(other.element));
    while (!pointAt(box, item.review).author && box.parentElement && alone(box.parentElement)) box = box.parentElement;
    return box;
  };
  const placed = told.filter(({ element }) => element);
  const some = placed.length > 8 ? [...placed.slice(0, 4), ...placed.slice(-4)] : placed;
  const shown = some.map((item) => pointAt(boxOf(item), item.review));
  const most = Math.max(...shown.map((parts) => Object.keys(parts).length));
  const full = shown.filter((parts) => Object.keys(parts).length === most);
  return { told: told.map(({ review }) => review), taught: [full[0], full.at(-1)].map((parts) => {
    const { adapter: made, trouble } = teach.inferAdapter({ examples: [parts], address: url, day: '2026-11-22' });
    const reviews = made ? read([made], made.id).map(({ review }) => review) : [];
    return { parts: Object.keys(parts), trouble, faults: faultsOf(made), reviews };
  }) };
}"""


def plain(value: Any) -> Any:
    """A value as it is compared: words without spaces and marks, a reply by its text, a moment by its day."""
    if isinstance(value, dict):
        return plain(value.get("text")) if "text" in value else value.get("value")
    return re.sub(r"\W+", "", str(value or "")).lower()


def same(field: str, one: dict[str, Any], other: dict[str, Any]) -> bool:
    left, right = plain(one.get(field)), plain(other.get(field))
    return bool(left[:8] == right[:8]) if field == "posted_at" else bool(left == right)


def key(review: dict[str, Any]) -> tuple[str, str]:
    return plain(review["text"])[:60], plain(review.get("author"))


@pytest.mark.parametrize(("name", "url"), PAGES, ids=[name.split("/")[0] + str(n) for n, (name, _) in enumerate(PAGES)])
def test_one_review_pointed_at_teaches_the_others(
    name: str, url: str, modules: Callable[..., Any], captured: Callable[[str], Path]
) -> None:
    html = captured(f"pages/{name}").read_text("utf-8", errors="replace")
    found = modules("teach.js", TEACH, [html, url])
    told = {key(review): review for review in found["told"]}
    for taught in found["taught"]:
        assert (taught["trouble"], taught["faults"]) == (None, [])
        read = {key(review): review for review in taught["reviews"]}
        pairs = [(told[one], read[one]) for one in told.keys() & read.keys()]
        score = 2 * len(pairs) / (len(told) + len(read))
        asked = [field for field in FIELDS if field.replace("posted_at", "date") in taught["parts"]]
        right = {field: sum(same(field, *pair) for pair in pairs) / max(1, len(pairs)) for field in asked}
        print(
            f"{name}: {len(told)} told, {len(read)} read, F1 {score:.3f}",
            {field: round(one, 2) for field, one in right.items()},
        )
        assert score >= LEAST_F1
        assert min(right.values()) >= LEAST_RIGHT, right
