"""Putting text into other people's boxes: fields, editors, and those that refuse."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WRITE = """async ([html, text]) => {
    document.body.replaceChildren();
    document.body.append(document.createRange().createContextualFragment(html));
    const box = document.querySelector('#box');
    globalThis.heard = [];
    box.addEventListener('input', (event) => heard.push(event.type));
    const { ReplyPlace } = await import('/content/reply-place.js');
    const item = { replyBox: () => document.querySelector('#box'), replyOpener: () => null };
    const place = new ReplyPlace(item, document.createElement('textarea'));
    return { ...(await place.write(text)), now: place.text, heard };
}"""


@pytest.fixture
def page(workbench: Page) -> Page:
    """Where the extension's modules can be tried."""
    return workbench


def write(page: Page, html: str, text: str) -> dict[str, Any]:
    written: dict[str, Any] = page.evaluate(WRITE, [html, text])
    return written


def test_each_kind_of_box_takes_the_text_and_tells_its_page(page: Page) -> None:
    text = "Hello Maren,\nthank you. 😀"
    for html in (
        "<textarea id=box></textarea>",
        "<div id=box contenteditable></div>",
        "<div id=box contenteditable><p>earlier <b>words</b></p></div>",
    ):
        written = write(page, html, text)
        assert written["ok"], html
        assert "".join(written["before"].split()) in {"", "earlierwords"}, "what stood there is given back for undo"
        assert "input" in written["heard"]
        assert "".join(written["now"].split()) == "".join(text.split()), html


def test_a_box_that_refuses_keeps_its_words(page: Page) -> None:
    for html, why in (
        ("<textarea id=box readonly>mine</textarea>", "boxReadOnly"),
        ("<textarea id=box disabled>mine</textarea>", "boxReadOnly"),
        ("<textarea id=box maxlength=10>mine</textarea>", "boxTooShort"),
        ("<div id=box>mine</div>", "boxReadOnly"),
    ):
        written = write(page, html, "theirs, much longer than ten")
        assert (written["ok"], written["why"], written["now"]) == (False, why, "mine"), html


def test_an_editor_that_throws_our_text_away_is_not_believed(page: Page) -> None:
    html = "<div id=box contenteditable></div>"
    page.evaluate("setInterval(() => document.querySelector('#box')?.replaceChildren('mine'), 5)")
    assert write(page, html, "theirs") | {"heard": []} == {
        "ok": False,
        "why": "boxRefused",
        "blanks": [],
        "now": "mine",
        "heard": [],
    }


def test_what_would_submit_a_form_is_never_pressed(page: Page) -> None:
    pressed = page.evaluate("""async () => {
        const form = document.body.appendChild(document.createElement('form'));
        const button = form.appendChild(document.createElement('button'));
        let pressed = false;
        form.addEventListener('submit', (event) => { event.preventDefault(); pressed = true; });
        const { ReplyPlace } = await import('/content/reply-place.js');
        const item = { replyBox: () => null, replyOpener: () => button };
        const written = await new ReplyPlace(item, document.createElement('textarea')).write('text');
        return [written.ok, pressed];
    }""")
    assert pressed == [False, False]
