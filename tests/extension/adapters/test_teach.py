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


APART = """async (place, pages) => {
  const { apartFrom } = await import('/.amends-reader/adapters/teach-apart.js');
  const kept = [];
  for (const [address, key] of pages) {
    const made = apartFrom(place.placeOf(address, '2026-11-22', { key }), kept);
    kept.splice(0, kept.length, made, ...kept.filter(({ id }) => id !== made.id));
  }
  return kept.map(({ id, addresses }) => [id, addresses[0].path]).reverse();
}"""


def test_each_kind_of_page_of_a_site_keeps_an_adapter_of_its_own(modules: Callable[..., Any]) -> None:
    pages = ["https://shop.example/lamp/oak", "https://shop.example/tea/peony", "https://shop.example/tea/keemun"]
    told = modules("teach-place.js", APART, [[page, {"part": 1}] for page in pages])
    assert told == [["shop-example", "^/lamp/[^/?]*"], ["shop-example-tea", "^/tea/[^/?]*"]]
    # The same page taught again with another key puts the first right.
    again = modules("teach-place.js", APART, [[pages[0], {"part": 1}], [pages[0], None]])
    assert again == [["shop-example", "^/lamp/oak"]]


def test_two_hosts_never_share_an_id(modules: Callable[..., Any]) -> None:
    hosts = ["a-b.example", "a.b.example", "a--b.example", "x" * 60 + ".example", "x" * 61 + ".example"]
    told = modules("teach-place.js", APART, [[f"https://{host}/lamp", {"part": 0}] for host in hosts])
    assert len({id for id, _ in told}) == len(hosts)


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


COMPONENTS = """async (teach, [people, url]) => {
  const { readPage } = await import('/.amends-reader/adapters/reader.js');
  document.body.replaceChildren();
  for (const person of people) {
    const host = document.body.appendChild(document.createElement('one-opinion'));
    host.attachShadow({ mode: 'open' }).append(...new DOMParser().parseFromString(person, 'text/html').body.children);
  }
  const first = document.body.firstElementChild.shadowRoot;
  const point = Object.entries({ text: 'p', author: 'b', date: 'time', rating: '.mark' });
  const example = Object.fromEntries(point.map(([part, way]) => [part, first.querySelector(way)]));
  const { adapter } = teach.inferAdapter({ examples: [example], address: url, day: '2026-11-22' });
  return adapter && readPage(document, url, { adapters: [adapter] }).items.map(({ review }) => review);
}"""


def test_reviews_that_are_web_components_are_taught_too(modules: Callable[..., Any]) -> None:
    cards = [CARD.format(n, *one) for n, one in enumerate(PEOPLE)]
    read = modules("teach.js", COMPONENTS, [cards, URL])
    assert [(one["author"], one["rating"]["value"], one["text"]) for one in read] == PEOPLE


def test_too_little_is_not_guessed_from(taught: Callable[..., Any]) -> None:
    assert taught(NAMED, {"text": ".words p"})["adapter"] is None
    told = taught(NAMED, {"text": ".words p", "author": "b"})
    assert told["missing"] == ["date", "rating"]
    assert any("posted_at" in fault for fault in told["faults"])
