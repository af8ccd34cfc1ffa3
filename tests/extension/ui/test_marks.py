"""Findings underlined in place: over fields in a host of our own, in editors by highlights, or not at all."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
BAD = "We apologise if this caused any inconvenience. 😀 You should have saved your work."
MARKED = "() => Object.fromEntries([...CSS.highlights].map(([name, all]) => [name, [...all].map(String).sort()]))"
SHOW = """async ([html, text, found]) => {
    document.querySelector('main')?.remove();
    document.documentElement.style.colorScheme = 'light';
    document.body.replaceChildren(document.createRange().createContextualFragment(html));
    document.body.style.cssText = 'margin: 20px; width: 600px; background: white';
    const { Marks } = await import('/content/marks.js');
    globalThis.life?.abort();
    globalThis.life = new AbortController();
    globalThis.marks = new Marks(life.signal);
    globalThis.box = document.querySelector('#box');
    marks.show(box, text, found.map(([start, end, severity]) => ({ start, end, severity })));
    await new Promise((done) => setTimeout(done, 120));
}"""
LONG = "Dear Maren, the photos you had added came back with the update of Thursday; open the album once.\n" * 3
DARK = """async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) dark += data[at] + data[at + 1] + data[at + 2] < 240 ? 1 : 0;
    return dark;
}"""
FOLLOWED = """async () => {
    const end = Date.now() + 10_000;
    for (;;) {
        const over = document.querySelector('amends-marks');
        const [mine, theirs] = [over, box].map((one) => one.getBoundingClientRect());
        const off = [mine.top - theirs.top - box.clientTop, mine.left - theirs.left - box.clientLeft,
            mine.width - box.clientWidth, over.shadowRoot.firstElementChild.scrollTop - box.scrollTop];
        if (off.every((far) => Math.abs(far) < 1) || Date.now() > end) return off;
        await new Promise(requestAnimationFrame);
    }
}"""
"""How far the overlay is from the field in the end."""


@pytest.fixture
def page(workbench: Page) -> Page:
    """Where the extension's modules can be tried."""
    return workbench


def show(page: Page, html: str, text: str, *found: tuple[int, int, str]) -> dict[str, list[str]]:
    """Underline in `#box`, and say which words are."""
    page.evaluate(SHOW, [html, text, found])
    marked: dict[str, list[str]] = page.evaluate(MARKED)
    return marked


def test_findings_are_underlined_in_the_sites_field_which_stays_as_it_was(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2040")
    review, panel = page.locator("#rv-2040"), page.locator("amends-panel")
    review.get_by_role("button", name="Reply").click()
    box = review.locator("textarea")
    shape = """box => [...box.parentElement.querySelectorAll('*')]
        .map((part) => part.cloneNode(false).outerHTML.replace(' disabled=""', ''))"""
    before = box.evaluate(shape)
    box.fill(BAD)
    page.evaluate("async () => { while (CSS.highlights.size < 2) await new Promise(requestAnimationFrame); }")
    marked = page.evaluate(MARKED)
    assert any("should have" in words for words in marked["amends-error"])
    assert any(words.startswith("We apologise if") for words in marked["amends-warning"])
    assert box.evaluate(shape) == before, "the site's own elements are as they were"
    lines = {"error": "double", "warning": "wavy", "advice": "dotted"}
    styles = page.evaluate(
        """names => { const over = document.querySelector('amends-marks').shadowRoot.firstElementChild;
        return names.map((name) => getComputedStyle(over, `::highlight(amends-${name})`).textDecorationStyle); }""",
        [*lines],
    )
    assert styles == [*lines.values()], "told apart by their lines, not by colour alone"
    box.click(position={"x": 30, "y": 20})
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    panel.get_by_role("button", name="Close").click()
    expect(page.locator("amends-marks")).to_have_count(0)
    assert page.evaluate("CSS.highlights.size") == 0


def test_the_overlay_stands_exactly_over_the_fields_own_words(page: Page) -> None:
    for html in (
        "<textarea id=box rows=6 cols=50></textarea>",
        "<textarea id=box style='font: 17px/1.9 serif; padding: 3px 19px; border: 7px solid; letter-spacing: 1px; "
        "width: 411px; height: 120px'></textarea>",
        "<textarea id=box dir=rtl style='width: 400px; height: 130px; text-transform: uppercase'></textarea>",
        "<div style='transform: translate(40px, 30px); height: 70px; overflow: auto'>"
        "<textarea id=box rows=9></textarea></div>",
        "<input id=box style='width: 500px; height: 40px; padding: 4px 20px'>",
    ):
        text = LONG if "textarea" in html else LONG[:60]
        filled = html.replace("</textarea>", f"{LONG}</textarea>").replace("<input ", f'<input value="{text}" ')
        show(page, filled, text, (5, 10, "error"))
        page.evaluate("box.scrollTop = 20; box.style.color = 'black'; box.style.background = 'white'")
        page.wait_for_timeout(80)
        assert max(map(abs, page.evaluate(FOLLOWED))) < 1, html
        over = "document.querySelector('amends-marks')"
        assert page.evaluate(f"{over}.hasAttribute('data-off')") is False, html
        before = dark(page)
        page.evaluate(f"{over}.shadowRoot.firstElementChild.style.cssText += '; -webkit-text-fill-color: white'")
        assert before > 300
        assert dark(page) < before / 4, f"white words over the black ones leave them in sight: {html}"


def dark(page: Page) -> int:
    """How many pixels of the box's words are dark; its border is not counted."""
    page.evaluate("CSS.highlights.clear(); box.style.borderColor = 'white'; box.style.outline = 'none'; box.blur()")
    png = page.locator("#box").screenshot(animations="disabled", caret="hide")
    found: int = page.evaluate(DARK, base64.b64encode(png).decode())
    return found


@pytest.mark.parametrize(
    "html",
    [
        "<textarea id=box style='transform: scale(1.5)'></textarea>",
        "<textarea id=box style='transform: rotate(5deg)'></textarea>",
        "<textarea id=box style='writing-mode: vertical-rl'></textarea>",
        "<textarea id=box style='display: none'></textarea>",
        "<div style='height: 0; overflow: hidden'><textarea id=box></textarea></div>",
        "<textarea id=box></textarea><div style='position: fixed; inset: 0; background: white'></div>",
    ],
)
def test_where_a_field_cannot_be_matched_nothing_is_underlined(page: Page, html: str) -> None:
    show(page, html.replace("</textarea>", "Hello Maren</textarea>"), "Hello Maren", (0, 5, "warning"))
    over = page.locator("amends-marks")
    assert over.evaluate("over => getComputedStyle(over).visibility") == "hidden"


def test_the_overlay_follows_the_field_when_it_grows_and_scrolls(page: Page) -> None:
    show(page, f"<textarea id=box>{LONG}</textarea><p style='height: 3000px'>", LONG, (0, 4, "error"))
    page.evaluate("box.style.width = '500px'; scrollTo(0, 15); box.scrollTop = 30")
    assert max(map(abs, page.evaluate(FOLLOWED))) < 1


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div id=box contenteditable>Dear <b>Mar</b>en, you lie.</div>", "Dear Maren, you lie."),
        ("<div id=box contenteditable><p>Dear Maren,</p><p>you <i>lie</i>.</p></div>", "Dear Maren,\n\nyou lie."),
        ("<div id=box contenteditable>Dear\n   Maren,<br>&nbsp;you lie.</div>", "Dear Maren,\n\u00a0you lie."),
        ("<div id=box contenteditable><span hidden>Write</span>Dear Maren, you lie.</div>", "Dear Maren, you lie."),
    ],
)
def test_editors_are_underlined_without_touching_their_elements(page: Page, html: str, text: str) -> None:
    start = text.index("you lie")
    marked = show(page, html, text, (5, 10, "advice"), (start, start + 7, "error"))
    assert marked == {"amends-advice": ["Maren"], "amends-error": ["you lie"]}
    written = "html => document.createRange().createContextualFragment(html).firstChild.outerHTML"
    assert page.evaluate("box.outerHTML") == page.evaluate(written, html)
    assert page.evaluate("getComputedStyle(box, '::highlight(amends-error)').textDecorationStyle") == "double"
    expect(page.locator("amends-marks")).to_have_count(0)


def test_an_editor_that_shows_other_words_than_were_checked_is_left_alone(page: Page) -> None:
    html = "<div id=box contenteditable style='text-transform: uppercase'>Dear Maren</div>"
    assert show(page, html, "Dear Mareike", (0, 4, "error")) == {}


def test_marks_move_with_their_words_until_the_next_check(page: Page) -> None:
    moved: list[Any] = page.evaluate("""async () => {
        const { moved } = await import('/content/marks.js');
        const spans = [{ start: 0, end: 2 }, { start: 6, end: 8 }];
        return ['ab XX cd ef', 'ab cd eXf', ''].map((after) => moved(spans, 'ab cd ef', after));
    }""")
    assert moved == [[{"start": 0, "end": 2}, {"start": 9, "end": 11}], [{"start": 0, "end": 2}], []]
