"""Under a review in another language the panel shows the reply with its gloss, and inserts the reply alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SUGGESTED = """async (told) => {
    chrome.runtime.sendMessage = async () => ({ ok: true, value: told });
    const { suggestions } = await import('/panel/suggestions.js');
    const work = {
        entry: { news: new EventTarget() }, seen: { id: 'r-1' }, writing: {}, signal: new AbortController().signal,
        announce(sentence) { document.title = sentence; },
    };
    document.body.replaceChildren(suggestions(work));
}"""
PAIR = [
    {"text": "Danke, Maren.", "language": "de", "gloss": {"language": "en", "text": "Thank you, Maren."}},
    {"text": "Guten Tag, Maren.", "language": "de", "gloss": {"language": "en", "text": "Hello, Maren."}},
]


def test_a_dutch_review_gets_a_dutch_reply_and_the_gloss_is_never_inserted(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2040")
    panel = page.locator("amends-panel")
    reply, gloss = panel.locator(".draft").first, panel.locator(".gloss p").first
    expect(panel.locator(".origin").first).to_have_text("In Dutch")
    expect(reply).to_have_attribute("lang", "nl")
    expect(gloss).to_have_attribute("lang", "en")
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert gloss.evaluate(size) < reply.evaluate(size)
    written, read = reply.inner_text(), gloss.inner_text()
    panel.get_by_role("button", name="Use this suggestion").first.click()
    box = page.locator("#rv-2040 textarea")
    expect(panel).to_contain_text("Read it over; you post it")
    assert "".join(box.input_value().split()) == "".join(written.split())
    assert read.splitlines()[-3] not in box.input_value()


def test_another_suggestion_is_read_out_in_the_readers_language(workbench: Page) -> None:
    workbench.evaluate(SUGGESTED, {"scenario": "needs-research", "suggestions": PAIR})
    workbench.locator(".another").click()
    expect(workbench.locator(".draft")).to_have_text("Guten Tag, Maren.")
    expect(workbench.locator(".gloss p")).to_have_text("Hello, Maren.")
    expect(workbench).to_have_title("Hello, Maren.")


def test_a_language_we_cannot_write_is_named_above_the_draft(workbench: Page) -> None:
    one = {"text": "Thank you.", "language": "en"}
    told = {"scenario": "needs-research", "suggestions": [one], "missing_language": "it"}
    workbench.evaluate(SUGGESTED, told)
    expect(workbench.locator("body")).to_contain_text("There are no sentences in Italian yet, so this is in English.")
    workbench.evaluate(SUGGESTED, {**told, "missing_language": None})
    expect(workbench.locator(".draft")).to_be_visible()
    expect(workbench.locator("body")).not_to_contain_text("no sentences")
