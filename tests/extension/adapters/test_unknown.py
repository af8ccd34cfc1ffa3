"""The reader for unknown pages: repeated boxes of rating, date, name and words are reviews; anything else is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amends.cli.page_reading import PageReader

pytestmark = pytest.mark.browser

PAGES = Path(__file__).resolve().parents[1] / "pages/unknown"
URL = "https://lanternpost.example/lamps"
UNKNOWN = {"mode": "unknown"}


def read(reader: PageReader, name: str) -> dict[str, Any]:
    return reader.read((PAGES / f"{name}.html").read_bytes(), URL, choice=UNKNOWN)


@pytest.mark.parametrize("name", ["hashed", "hashed-second"])
def test_reviews_in_nobodys_markup_are_read(name: str, reader: PageReader) -> None:
    found = read(reader, name)
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    assert found["reviews"] == [{**review, "url": URL} for review in expected]
    assert (found["reader"], found["confidence"] > 0.8) == ("unknown", True)
    assert None not in found["placed"]


@pytest.mark.parametrize("page", sorted(PAGES.glob("trap-*.html")), ids=lambda page: page.stem)
def test_products_news_and_talk_are_no_reviews(page: Path, reader: PageReader) -> None:
    found = read(reader, page.stem)
    assert (found["reviews"], found["reader"], found["confidence"]) == ([], None, 0)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_unknown_pages_are_left_alone_until_asked(page: Path, reader: PageReader) -> None:
    assert reader.read(page.read_bytes(), URL)["reviews"] == []


SIGNS = [
    ("<p>4/5", 4, 5),
    ("<p>8/10", 8, 10),
    ("<p>★★★☆☆", 3, 5),
    ("<i aria-label='Rated 4.5 out of 5 stars'>", 4.5, 5),
    ("<i title='4,0 von 5 Sternen'>", 4, 5),
    ("<i aria-label='3 étoiles'>", 3, 5),
    ("<div class=star-rating><span style='width: 80%'>", 4, 5),
    ("<span class='bubble_45'>", 4.5, 5),
    ("<b class=rating-2>", 2, 5),
    ("<span>Rated <b>4</b> out of <b>5</b></span>", 4, 5),
    ("<div class=stars>" + "<i class='star full'></i>" * 2 + "<i class='star empty'></i>" * 3, 2, 5),
    ("<img src='/i/thumbsDown.png'>", 0, 1),
]
NO_SIGNS = ["<p>4.3 out of 5, based on 212 reviews", "<p>1/2", "<p>page 4 of 12", "<p>5", "<i style='width: 40%'>"]
RATING = (
    "(signs, html) => {"
    "const [element] = new DOMParser().parseFromString(html, 'text/html').body.children;"
    "for (const one of [element, ...element.querySelectorAll('*')]) {"
    "const sign = signs.ratingSign(one); if (sign) return [sign.value, sign.best]; } return null; }"
)


@pytest.mark.parametrize(("markup", "value", "best"), SIGNS)
def test_a_rating_is_seen_however_it_is_shown(
    markup: str, value: float, best: int, modules: Callable[..., Any]
) -> None:
    assert modules("rating-signs.js", RATING, markup) == [value, best]


@pytest.mark.parametrize("markup", NO_SIGNS)
def test_averages_and_other_numbers_are_no_rating(markup: str, modules: Callable[..., Any]) -> None:
    assert modules("rating-signs.js", RATING, markup) is None


def test_numbered_neighbours_are_places_in_a_row_and_no_rating(modules: Callable[..., Any]) -> None:
    assert modules("rating-signs.js", RATING, "<p><i class=star-1></i><i class=star-2></i><i class=star-3></i>") is None


@pytest.mark.parametrize(
    "words", ["3 weeks ago", "a year ago", "vor 2 Monaten", "il y a 3 jours", "hace un mes", "2 maanden geleden", "3d"]
)
def test_how_long_ago_is_a_sign_of_a_date_but_no_date(words: str, modules: Callable[..., Any]) -> None:
    call = (
        "(signs, words) => { const p = document.createElement('p'); p.textContent = words;"
        "return signs.dateSign(p, {now: null})?.iso ?? 'unknown'; }"
    )
    assert modules("date-signs.js", call, words) == "unknown"
    assert modules("date-signs.js", call.replace("?.iso ?? 'unknown'", " === null"), words) is False


ALIVE = """async (runs) => {
  const { leavesOf } = await import('/.amends-reader/adapters/leaves.js');
  let born = 0;
  customElements.define('x-stars', class extends HTMLElement { constructor() { super(); born += 1; } });
  const loose = '<div>Loose words <x-stars></x-stars> more.<p>A box of its own.</p></div>';
  const one = `<h3>Title</h3><x-stars>5</x-stars>${loose}`;
  document.body.innerHTML = one.repeat(4);
  const before = born;
  const [found] = runs.runSets([...document.querySelectorAll('body > x-stars')]);
  const lines = leavesOf(document.body, []).map(({ text }) => text);
  const elsewhere = found.cards.every((card) => card.ownerDocument !== document);
  return { cards: found.cards.length, elsewhere, lines: lines.length, born: born - before };
}"""


def test_guessing_brings_nothing_of_the_page_to_life_again(modules: Callable[..., Any]) -> None:
    told = modules("runs.js", ALIVE)
    assert (told["cards"], told["elsewhere"], told["born"]) == (4, True, 0)
    assert told["lines"] > 4
