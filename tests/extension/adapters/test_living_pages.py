"""Pages that live: read again and again, hostile, huge, with a reply box that comes late."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PAGES = Path(__file__).resolve().parents[1] / "pages"
SHOP = {
    "id": "shop", "name": "Shop", "unverified": {"evidence": ["this test"]},
    "addresses": [{"hosts": ["page.example"], "path": "^/"}], "listing": {"key": [{"address": "^/(\\w*)"}]},
    "reviews": [".r"], "best": 5,
    "fields": {
        "external_id": [{"attribute": "id"}], "author": [{"select": "b"}], "text": [{"select": "p"}],
        "rating": [{"attribute": "data-stars"}], "posted_at": [{"select": "time", "attribute": "datetime"}],
    },
    "reply": {"mark": [".answer"], "text": [{"select": ".answer"}]},
    "reply_opener": [{"select": "button.open"}],
    "reply_box": [{"select": "textarea"}, {"within": "page", "select": "#dialog textarea"}],
}  # fmt: skip
CARD = "<div class=r id=a{0} data-stars=4><b>Ada {0}</b><time datetime=2024-05-06></time><p>Words number {0}.</p></div>"


@pytest.fixture
def on(modules: Callable[..., Any]) -> Callable[[str, str], Any]:
    """`on(body, "(read, doc) => …")` runs a function with `read()` on a document of this body."""

    def run(body: str, function: str) -> Any:
        call = (
            "(reader, [body, adapter]) => {"
            "const doc = new DOMParser().parseFromString(body, 'text/html');"
            "const read = () => reader.readPage(doc, 'https://page.example/shop', {adapters: [adapter]});"
            f"return ({function})(read, doc);}}"
        )
        return modules("reader.js", call, [body, SHOP])

    return run


def test_reading_again_sees_what_came_and_what_changed(on: Callable[[str, str], Any]) -> None:
    function = """(read, doc) => {
      const texts = () => read().items.map(({review}) => review.text);
      const before = texts();
      doc.querySelector("#a1 p").textContent = "Edited.";
      doc.querySelector("#a2").remove();
      const card = doc.querySelector("#a1").cloneNode(true);
      card.id = "a3"; card.querySelector("p").textContent = "New.";
      doc.body.append(card);
      return [before, texts()];
    }"""
    before, after = on(CARD.format(1) + CARD.format(2), function)
    assert before == ["Words number 1.", "Words number 2."]
    assert after == ["Edited.", "New."]


def test_page_data_that_was_replaced_is_read_anew(modules: Callable[..., Any]) -> None:
    page = (PAGES / "trustpilot.html").read_text("utf-8")
    adapter = json.loads((PAGES.parents[2] / "extension/adapters/trustpilot.json").read_text("utf-8"))
    call = """(reader, [page, adapter]) => {
      const doc = new DOMParser().parseFromString(page, "text/html");
      const url = "https://www.trustpilot.com/review/x";
      const read = () => reader.readPage(doc, url, {adapters: [adapter]}).items[0].review.text;
      const first = read();
      const script = doc.querySelector("#__NEXT_DATA__");
      script.textContent = script.textContent.replace("Two calls later", "Three calls later");
      return [first, read()];
    }"""
    first, second = modules("reader.js", call, [page, adapter])
    assert ("Two calls" in first, "Three calls" in second) == (True, True)


def test_the_reply_box_is_found_when_it_comes(on: Callable[[str, str], Any]) -> None:
    function = """(read, doc) => {
      const [item] = read().items;
      const before = [item.replyBox(), item.replyElement(), item.replyOpener()?.className];
      item.element.insertAdjacentHTML("beforeend", "<textarea class=mine></textarea><i class=answer>Thanks</i>");
      const inCard = [item.replyBox().className, item.replyElement().textContent];
      doc.querySelector("textarea").remove();
      doc.body.insertAdjacentHTML("beforeend", "<div id=dialog><textarea class=theirs></textarea></div>");
      return [before, inCard, item.replyBox().className];
    }"""
    card = CARD.format(1).replace("</div>", "<button class=open>Reply</button></div>")
    assert on(card, function) == [[None, None, "open"], ["mine", "Thanks"], "theirs"]


def test_a_posted_reply_is_read_at_once(on: Callable[[str, str], Any]) -> None:
    function = """(read, doc) => {
      doc.querySelector("#a1").insertAdjacentHTML("beforeend", "<div class=answer>Thank you,<br>Bo</div>");
      return read().items[0].review.reply;
    }"""
    assert on(CARD.format(1), function) == {"text": "Thank you,\nBo"}


def test_hostile_pages_are_bounded_and_break_nothing(on: Callable[[str, str], Any]) -> None:
    function = """(read, doc) => {
      const long = "x".repeat(300_000);
      const card = doc.querySelector("#a1");
      card.querySelector("p").textContent = long;
      card.querySelector("b").textContent = long;
      card.id = long;
      let deep = card.querySelector("p");
      for (let n = 0; n < 50_000; n += 1) { const next = doc.createElement("i"); deep.append(next); deep = next; }
      const {review} = read().items[0];
      return [review.text.length, review.author.length, review.external_id.length];
    }"""
    assert on(CARD.format(1), function) == [100_000, 500, 500]


def test_no_more_than_a_thousand_reviews_are_read(on: Callable[[str, str], Any]) -> None:
    assert on("".join(map(CARD.format, range(1500))), "(read) => read().items.length") == 1000


ODD_DATA = [
    "[" * 5000,
    '{"review":' * 3000 + "1" + "}" * 3000,
    '{"@type":"Review","author":{"name":{"name":[null,1,{}]}},"reviewBody":{"a":[]}}',
    'null</script><script type="application/ld+json">[null,[[]],"Review"]',
]
ODD_PAGES = [
    *(f'<script type="application/ld+json">{data}</script>' for data in ODD_DATA),
    "<div itemscope itemtype='https://schema.org/Review'><p itemprop='reviewRating' itemscope></p></div>",
    "<div class=r></div><div class=r id=''><p></p></div>",
    "<svg><style>x</style></svg><template><div class=r><p>hidden</p></div></template>",
    "",
]


@pytest.mark.parametrize("body", ODD_PAGES, ids=range(len(ODD_PAGES)))
def test_odd_pages_have_no_reviews_and_raise_nothing(body: str, on: Callable[[str, str], Any]) -> None:
    assert on(body, "(read) => read().items.length") == 0


def test_a_thousand_reviews_are_read_in_little_time(on: Callable[[str, str], Any]) -> None:
    function = """(read) => {
      read();
      const start = performance.now();
      read();
      return performance.now() - start;
    }"""
    assert on("".join(map(CARD.format, range(1000))), function) < 500, "milliseconds for 1,000 reviews"


def test_reading_changes_nothing_on_the_page(on: Callable[[str, str], Any]) -> None:
    function = """(read, doc) => {
      const whole = () => new XMLSerializer().serializeToString(doc);
      const before = whole();
      read();
      return before === whole();
    }"""
    assert on(CARD.format(1), function) is True
