"""Lessons: several examples and what is no review, taught on one page of a shop and tried on its next build."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

TAUGHT = Path(__file__).resolve().parents[1] / "pages/taught"
LESSON = """async (teach, [html, other, url]) => {
  const { readPage } = await import('/.amends-reader/adapters/reader.js');
  const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
  const page = parse(html);
  const point = (root, ways) =>
    Object.fromEntries(Object.entries(ways).map(([part, way]) => [part, root.querySelector(way)]));
  const [card] = page.querySelectorAll('.Opinion_root__Qw3d');
  const first = { ...point(card, { text: '.Opinion_words__Qw3g p', author: '.kQw39x', date: '.mQw32Q', rating: '.on',
    title: 'h3', reply: '.wQw35', reply_opener: '.Btn_reply__Qw3j' }), reply_box: page.querySelector('textarea') };
  const second = point(page.querySelector('blockquote'), { text: 'p', author: 'cite', date: 'small', rating: '.row' });
  const taught = (examples, not = []) => {
    const site = { name: 'Fernhill Market' };
    const { adapter, trouble } = teach.inferAdapter({ examples, not, address: url, day: '2026-11-22', site });
    const read = (from) => adapter &&
      readPage(from, url, { adapters: [adapter], adapter: adapter.id }).items.map(({ review }) => review);
    return { adapter, trouble, reviews: read(page), next: read(parse(other)) };
  };
  const paid = page.querySelector('.Opinion_paid__Qw3k');
  const { rating: _none, ...unrated } = first;
  const repointed = { author: page.querySelectorAll('.kQw39x')[1] };
  return { one: taught([first]), both: taught([first, second], [paid]),
    itself: taught([first], [...page.querySelectorAll('.card')]),
    wrong: taught([{ ...first, author: card.querySelector('h3') }, repointed]), unrated: taught([unrated]),
    apart: taught([{ ...first, text: page.querySelector('h1') }]) };
}"""


@pytest.fixture(scope="module")
def lessons(modules: Callable[..., Any]) -> Any:
    """What several lessons on the shop's page taught, and what each reads there and on the rebuilt page."""
    pages = [(TAUGHT / f"{name}.html").read_text("utf-8") for name in ("shop", "shop-rebuilt")]
    return modules("teach.js", LESSON, [*pages, "https://fernhill.example/teas/keemun"])


def told(name: str) -> Any:
    return json.loads((TAUGHT / f"{name}.json").read_text("utf-8"))


def kept(reviews: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{field: review.get(field) for field in FIELDS} for review in reviews]


FIELDS = ("author", "rating", "text", "posted_at", "title", "reply")


def test_a_second_example_and_what_is_no_review_are_learnt_for_the_next_build_too(lessons: Any) -> None:
    both, shop = lessons["both"], told("shop")
    wanted = [shop["featured"], *shop["reviews"]]
    assert kept(both["reviews"]) == kept(wanted)
    assert kept(both["next"]) == kept(told("shop-rebuilt")["reviews"])


def test_what_is_downloaded_is_what_stands_beside_the_page(lessons: Any) -> None:
    committed = json.loads((TAUGHT / "fernhill-adapter.json").read_text("utf-8"))
    assert lessons["both"]["adapter"] == committed, "teach the shop's page anew and keep what it gives"


def test_a_part_pointed_at_again_elsewhere_mends_it_everywhere(lessons: Any) -> None:
    names = [review["author"] for review in lessons["one"]["reviews"]]
    assert names == ["Ada Winter", "Bo Castell", "Fernhill Picks", "Cleo de Wit", "Dov Marek", "Eve Lindqvist"]
    assert [review.get("author") for review in lessons["wrong"]["reviews"]][1:] == names[1:]


def test_a_page_without_ratings_is_read_without(lessons: Any) -> None:
    assert len(lessons["unrated"]["reviews"]) == 6
    assert not any("rating" in review for review in lessons["unrated"]["reviews"])


def test_what_cannot_be_learnt_is_told(lessons: Any) -> None:
    assert (lessons["itself"]["adapter"], lessons["itself"]["trouble"]) == (None, "no review")
    assert (lessons["apart"]["adapter"], lessons["apart"]["trouble"]) == (None, "apart")


def test_the_parts_of_an_address_that_may_name_a_listing_are_offered_the_likeliest_first(
    modules: Callable[..., Any],
) -> None:
    keys = "(place, addresses) => addresses.map((one) => place.keysOf(one).map(({ value }) => value))"
    assert modules("teach-place.js", keys, [
        "https://shop.example/p/kettle-4711/reviews?page=2", "https://store.example/apps/details?hl=en&id=org.lantern",
        "https://one.example/reviews", "https://one.example/",
    ]) == [["kettle-4711", "p", "reviews"], ["org.lantern", "details", "apps"], ["reviews"], []]  # fmt: skip


def test_whatever_an_address_is_like_the_adapter_is_well_formed(modules: Callable[..., Any]) -> None:
    place = """async (place, addresses) => {
      const { faultsOf } = await import('/.amends-reader/adapters/shape.js');
      const { adaptersFor } = await import('/.amends-reader/adapters/address.js');
      return addresses.map((one) => {
        const adapter = place.placeOf(one, '2026-11-22');
        return [faultsOf(adapter), adaptersFor(one, [adapter]).length === 1];
      });
    }"""
    addresses = [
        "https://a.example/",
        "http://localhost/r",
        "https://a.example/1/2/3/4/5/6/7/8?x=1",
        "https://a.example/c++/(x)|y/*",
    ]
    addresses.append(f"https://a.example/{'long/' * 40}{'y' * 300}?id=5&q=a+b")
    assert modules("teach-place.js", place, addresses) == [[[], True]] * len(addresses)


@pytest.mark.parametrize(
    ("name", "steady"),
    [
        ("ReviewCard_text__a1B2c", "ReviewCard_text__"), ("_reviewBody_1tdu2_41", "_reviewBody_"),
        ("rating-45", "rating-"), ("Author__Name-sc-1x9ab-0", "Author__Name-sc-"),
        ("css-1x2y3z-ReviewText", "-ReviewText"), ("comment-content", ".comment-content"),
        ("xA0e", None), ("css-1x2y3z", None), ("yRTbNp", None), ("wTYmpv", None),
    ],
)  # fmt: skip
def test_of_a_made_up_class_the_part_that_stays_is_used(
    name: str, steady: str | None, modules: Callable[..., Any]
) -> None:
    ways = modules("teach-names.js", "(names, name) => names.steadyClass(name, 'p').map(({ way }) => way)", name)
    assert (steady in ways[0]) if steady else ways == []
