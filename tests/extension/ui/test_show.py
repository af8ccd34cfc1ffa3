"""The checklist's Show: selects the words a finding is about, in sight, in the site's own box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
BAD = "We apologise if this caused any inconvenience. 😀 You should have saved your work."
LONG = "Dear Maren, the photos you had added came back with the update of Thursday; open the album once.\n" * 9
JUMP = """async ([html, text, start, end]) => {
    document.body.replaceChildren(document.createRange().createContextualFragment(html));
    const { Marks } = await import('/content/marks.js');
    globalThis.box = document.querySelector('#box');
    const marks = new Marks(new AbortController().signal);
    marks.show(box, text, [{ start, end, severity: 'error' }]);
    marks.jump(box, text, { start, end });
    await new Promise((done) => setTimeout(done, 100));
}"""


def jump(page: Page, html: str, text: str) -> None:
    """Show where `text` says "you lie"."""
    start = text.index("you lie")
    page.evaluate(JUMP, [html, text, start, start + 7])


def test_show_selects_the_place(workbench: Page) -> None:
    text = LONG + "you lie."
    for html in (
        f"<textarea id=box rows=3>{text}</textarea>",
        f"<div id=box contenteditable style='white-space: pre-wrap'>{text}</div>",
    ):
        jump(workbench, html, text)
        chosen = "box.value ? box.value.slice(box.selectionStart, box.selectionEnd) : String(getSelection())"
        assert workbench.evaluate(chosen) == "you lie"
        assert workbench.evaluate("document.activeElement === box")


def test_show_brings_the_place_in_sight(workbench: Page) -> None:
    text = LONG + "you lie."
    jump(workbench, f"<textarea id=box rows=3>{text}</textarea>", text)
    assert workbench.evaluate("box.scrollTop + box.clientHeight > box.scrollHeight - 40")


def test_the_checklist_shows_the_place_in_the_sites_own_box(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2031")
    page.locator("#rv-2031").get_by_role("button", name="Reply").click()
    box = page.locator("#rv-2031 textarea")
    box.fill(BAD)
    panel = page.locator("amends-panel")
    panel.get_by_role("button", name="Show the place in the text").first.click()
    chosen = box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert chosen
    assert chosen != BAD
    assert chosen in BAD


def test_several_places_of_one_rule_are_one_item_with_a_button_each(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2038")
    page.locator("#rv-2038").get_by_role("button", name="Reply").click()
    box, panel = page.locator("#rv-2038 textarea"), page.locator("amends-panel")
    box.fill("You should have saved your work. You should have read the manual.")
    first = panel.get_by_role("button", name="Show “You should have saved”")
    second = panel.get_by_role("button", name="Show “You should have read”")
    expect(first).to_be_visible()
    item = panel.locator("li", has=page.get_by_role("button", name="Show “You should have saved”"))
    expect(item.get_by_role("button", name="Show “You should have read”")).to_be_visible()
    second.click()
    assert box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == "You should have read"
