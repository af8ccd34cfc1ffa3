"""Putting text into other people's boxes: fields, editors, and those that refuse."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WRITE = """async ([html, text]) => {
    document.body.replaceChildren();
    document.body.append(document.createRange().createContextualFragment(html));
    for (const frame of document.querySelectorAll('iframe')) await new Promise((done) => { frame.onload = done; });
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


OPENERS = """async () => {
    const { isSubmit } = await import('/content/reply-place.js');
    const made = (html) => {
        document.body.replaceChildren(document.createRange().createContextualFragment(html));
        const host = document.querySelector('#host');
        if (!host) return document.querySelector('#opener');
        const opener = document.createElement('span');
        host.attachShadow({ mode: 'open' }).append(opener);
        return opener;
    };
    return (all) => all.map((html) => isSubmit(made(html)));
}"""


def test_an_opener_that_would_submit_a_form_is_told(page: Page) -> None:
    submitting = [
        "<form><button type=submit><span id=opener>Reply</span></button></form>",
        "<form><button><i><b id=opener>Reply</b></i></button></form>",
        "<form><input type=image id=opener></form>",
        "<form id=far></form><button form=far id=opener>Reply</button>",
        "<form><label id=opener>Reply <input type=submit></label></form>",
        "<form><button><span id=host></span></button></form>",
    ]
    plain = [
        "<form><button type=button><span id=opener>Reply</span></button></form>",
        "<button><span id=opener>Reply</span></button>",
        "<form><a id=opener>Reply</a><button>Send</button></form>",
    ]
    told = page.evaluate_handle(OPENERS)
    assert page.evaluate("([told, all]) => told(all)", [told, submitting + plain]) == [True] * 6 + [False] * 3


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


def test_a_box_that_makes_other_words_of_it_is_emptied_again_and_says_so(page: Page) -> None:
    mangling = """(made) => { document.addEventListener('input', ({ target }) => {
        const text = made[target.textContent];
        if (text) target.textContent = text;
    }, { once: false }); }"""
    html = "<div id=box contenteditable>mine</div>"
    page.evaluate(mangling, {"theirs": "their***"})
    assert (written := write(page, html, "theirs")) | {"heard": []} == {
        "ok": False, "why": "boxChanged", "blanks": [], "now": "mine", "heard": [],
    }, written  # fmt: skip
    page.evaluate(mangling, {"mine": "m***"})
    assert write(page, html, "theirs")["why"] == "boxHalf", "what cannot be put back is told"


def test_a_box_that_cannot_have_the_focus_has_nothing_typed_elsewhere(page: Page) -> None:
    html = "<textarea id=other></textarea><div hidden><textarea id=box></textarea></div>"
    page.evaluate("document.addEventListener('input', () => document.querySelector('#other')?.focus())")
    written = write(page, html, "theirs")
    assert (written["ok"], written["now"]) == (True, "theirs"), "a box that the page has not opened yet"
    assert page.evaluate("document.querySelector('#other').value") == ""


def test_the_box_is_found_where_the_pages_data_points_around_it(page: Page) -> None:
    for html in (
        "<div id=box><label>Reply <textarea></textarea></label></div>",
        "<div id=box><textarea hidden></textarea><div contenteditable></div></div>",
        "<div><textarea id=box hidden></textarea><div><div contenteditable></div></div></div>",
        "<div><textarea id=box hidden></textarea><iframe srcdoc='<body contenteditable>'></iframe></div>",
        "<iframe id=box srcdoc='<textarea></textarea>'></iframe>",
    ):
        written = write(page, html, "Hello Maren")
        assert (written["ok"], written["now"]) == (True, "Hello Maren"), html
    closed = "<div><textarea id=box hidden></textarea></div><div><textarea>another review's</textarea></div>"
    assert write(page, closed, "Hello Maren")["now"] == "Hello Maren", "never that of another review"
    assert page.evaluate("[...document.querySelectorAll('textarea')].at(-1).value") == "another review's"


def test_an_editor_is_read_line_by_line(page: Page) -> None:
    for html, text in (
        ("one<div>two</div><div><br></div><div>three</div>", "one\ntwo\n\nthree"),
        ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"),
        ("<p>one</p><p>two</p><p><br></p><p>three</p>", "one\ntwo\n\nthree"),
        ("<p style='margin: 0'>one</p><p style='margin: 0'>two</p>", "one\ntwo"),
        ("one<br>two<br><br>three<br>", "one\ntwo\n\nthree"),
        ("<ul><li>one</li>\n <li>two <b>and</b>\n three</li></ul>", "one\ntwo and three"),
        (
            "<div>\ufeffone <span hidden>not</span><span class=placeholder contenteditable=false>Write</span></div>",
            "one ",
        ),
        ("👩‍👧 שלום\u200f!", "👩‍👧 שלום\u200f!"),
    ):
        read = page.evaluate(
            """async (html) => {
                const box = `<style>p { margin: 1em 0 }</style><div id=box contenteditable>${html}</div>`;
                document.body.replaceChildren(document.createRange().createContextualFragment(box));
                return (await import('/content/editor-text.js')).readEditor(document.querySelector('#box')).text;
            }""",
            html,
        )
        assert read == text, html


def test_words_typed_at_once_after_it_stay(page: Page) -> None:
    begun = WRITE.replace(
        "return { ...(await place.write(text)), now: place.text, heard };", "done = place.write(text);"
    )
    page.evaluate("globalThis.done = null")
    page.evaluate(begun, ["<textarea id=box></textarea>", "Hello Maren"])
    page.wait_for_function("document.querySelector('#box').value === 'Hello Maren'", polling="raf")
    page.keyboard.press("!")
    assert page.evaluate("done.then(({ ok }) => ok)")
    assert page.locator("#box").input_value() == "Hello Maren!"
