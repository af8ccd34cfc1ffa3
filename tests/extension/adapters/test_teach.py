"""Teaching: from one review pointed at, an adapter that reads all of the page, and the next page of the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PAGES = Path(__file__).resolve().parents[1] / "pages/unknown"
HASHED = {"text": ".xA0e p", "author": "._3dLm", "date": ".hh2P .q8Ss", "rating": ".Vw3x:not(section *)"}
TEACH = """async (teach, [html, other, pointed, url]) => {
  const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
  const [{ readPage }, { faultsOf }] = await Promise.all(
    ['reader.js', 'shape.js'].map((name) => import('/.amends-reader/adapters/' + name)));
  const doc = parse(html);
  const example = Object.fromEntries(Object.entries(pointed).map(([part, way]) => [part, doc.querySelector(way)]));
  const { adapter, missing } = teach.inferAdapter({ examples: [example], address: url, day: '2026-11-22' });
  if (!adapter) return { adapter, missing };
  const read = (page, at) => readPage(page, at, { adapters: [adapter] });
  const first = read(doc, url);
  const second = other ? read(parse(other), url + '-two').items.map(({ review }) => review) : null;
  const { items: [item] } = first;
  return { adapter, missing, faults: faultsOf(adapter), reader: first.reader, second,
    reviews: first.items.map(({ review }) => review), listing: first.listing,
    box: item?.replyBox()?.className, opener: item?.replyOpener()?.className };
}"""
URL = "https://www.lanternpost.example/lamps/oak"


@pytest.fixture
def taught(modules: Callable[..., Any]) -> Callable[..., Any]:
    """`taught(page, pointed)` is the adapter learnt from what these selectors find, and what it reads."""

    def teach(html: str, pointed: dict[str, str], other: str = "", url: str = URL) -> Any:
        return modules("teach.js", TEACH, [html, other, pointed, url])

    return teach


def kept(reviews: list[dict[str, Any]], *fields: str) -> list[dict[str, Any]]:
    return [{field: review.get(field) for field in fields} for review in reviews]


def test_a_page_with_hashed_classes_is_taught_by_one_review_and_the_next_page_is_read(
    taught: Callable[..., Any],
) -> None:
    pages = {name: (PAGES / f"{name}.html").read_text("utf-8") for name in ("hashed", "hashed-second")}
    told = taught(pages["hashed"], HASHED, pages["hashed-second"])
    fields = ("author", "rating", "text", "posted_at")
    for name, reviews in (("hashed", told["reviews"]), ("hashed-second", told["second"])):
        assert kept(reviews, *fields) == kept(json.loads((PAGES / f"{name}.json").read_text("utf-8")), *fields)
    assert (told["reader"], told["faults"], told["missing"]) == ("adapter", [], [])


def test_what_was_taught_names_its_pages_and_where_it_was_taught(taught: Callable[..., Any]) -> None:
    told = taught((PAGES / "hashed.html").read_text("utf-8"), HASHED)
    adapter = told["adapter"]
    assert adapter["id"] == "lanternpost-example"
    assert adapter["addresses"] == [{"hosts": ["www.lanternpost.example"], "path": "^/lamps/[^/?]*"}]
    assert told["listing"] == "lanternpost-example:oak"
    assert adapter["unverified"] == {"evidence": [f"taught on {URL}, 2026-11-22"]}


CARD = (
    '<li class="opinion {0}" data-opinion-id="op-77{0}1"><b itemprop="author">{1}</b>'
    '<span class="mark" title="{2} von 5 Sternen"></span><time datetime="2026-05-0{2}">neulich</time>'
    '<div class="words"><p>{3}</p></div><a class="answer">Antworten</a></li>'
)
PEOPLE = [("Ada", 1, "Kaputt."), ("Bo", 4, "Gut, aber spät."), ("Cleo", 5, "Sehr schön.")]
NAMED = (
    "<ul>" + "".join(CARD.format(n, *one) for n, one in enumerate(PEOPLE)) + "</ul>"
    "<ul><li class=other>Impressum</li></ul><dialog><textarea class=editor></textarea></dialog>"
)
POINTED = {"text": ".words p", "author": "b", "rating": ".mark", "date": "time"}


def test_named_parts_are_found_by_their_names_and_ids_are_the_platforms(taught: Callable[..., Any]) -> None:
    told = taught(NAMED, POINTED)
    assert told["adapter"]["fields"]["author"][0] == {"select": '[itemprop="author"]'}
    assert [(r["author"], r["rating"]["value"], r["text"], r["posted_at"]) for r in told["reviews"]] == [
        (name, stars, text, f"2026-05-0{stars}") for name, stars, text in PEOPLE
    ]
    assert [review["external_id"] for review in told["reviews"]] == ["op-7701", "op-7711", "op-7721"]


def test_the_reply_box_may_stand_anywhere_on_the_page(taught: Callable[..., Any]) -> None:
    told = taught(NAMED, {**POINTED, "reply_box": "textarea", "reply_opener": ".answer"})
    assert (told["box"], told["opener"], told["faults"]) == ("editor", "answer", [])


def test_a_rating_out_of_ten_keeps_its_own_scale(taught: Callable[..., Any]) -> None:
    html = NAMED.replace('title="', 'title="Note: ').replace("von 5 Sternen", "/ 10")
    assert [one["rating"] for one in taught(html, POINTED)["reviews"]] == [
        {"value": stars, "best": 10} for _, stars, _ in PEOPLE
    ]


def test_too_little_is_not_guessed_from(taught: Callable[..., Any]) -> None:
    assert taught(NAMED, {"text": ".words p"})["adapter"] is None
    told = taught(NAMED, {"text": ".words p", "author": "b"})
    assert told["missing"] == ["date", "rating"]
    assert any("posted_at" in fault for fault in told["faults"])


TAUGHT = PAGES.parent / "taught"
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


FIELDS = ("author", "rating", "text", "posted_at", "title", "reply")


def test_a_second_example_and_what_is_no_review_are_learnt_for_the_next_build_too(lessons: Any) -> None:
    both, shop = lessons["both"], told("shop")
    wanted = [shop["featured"], *shop["reviews"]]
    assert kept(both["reviews"], *FIELDS) == kept(wanted, *FIELDS)
    assert kept(both["next"], *FIELDS) == kept(told("shop-rebuilt")["reviews"], *FIELDS)


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
