"""A suggestion says whose words it is made of, and in which language where the reader may not know it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
SHOW = """async (draft) => {
    const { draftCard } = await import('/panel/draft-card.js');
    document.body.replaceChildren(draftCard({ announce() {}, writing: {} }, draft));
}"""


@pytest.fixture
def page(workbench: Page) -> Page:
    """Where the extension's modules can be tried."""
    return workbench


def card(page: Page, **draft: Any) -> Locator:
    page.evaluate(SHOW, {"text": "Danke, Maren.", **draft})
    return page.locator(".card")


GLOSS = {"language": "en", "text": "Thank you, Maren."}


def test_another_language_is_named_and_the_gloss_stands_below_in_smaller_type(page: Page) -> None:
    shown = card(page, language="de", gloss=GLOSS)
    expect(shown.locator(".origin")).to_have_text("In German")
    expect(shown.locator(".draft")).to_have_attribute("lang", "de")
    gloss = shown.get_by_text("Thank you, Maren.")
    expect(gloss).to_be_visible()
    expect(gloss).to_have_attribute("lang", "en")
    expect(shown.locator(".gloss summary")).to_have_text("In English, roughly; only to read")


def test_a_gloss_folded_away_stays_away_under_the_next_suggestion(page: Page) -> None:
    shown = card(page, language="de", gloss=GLOSS)
    shown.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(shown.get_by_text("Thank you, Maren.")).to_be_hidden()
    expect(card(page, language="de", gloss=GLOSS).get_by_text("Thank you, Maren.")).to_be_hidden()
    card(page, language="de", gloss=GLOSS).locator("summary").click()
    expect(card(page, language="de", gloss=GLOSS).get_by_text("Thank you, Maren.")).to_be_visible()


def test_a_gloss_is_markup_to_nobody(page: Page) -> None:
    shown = card(page, language="de", gloss={"language": "en", "text": "<b>Hello</b>"})
    expect(shown.locator(".gloss p")).to_have_text("<b>Hello</b>")


def test_the_readers_own_language_needs_no_name(page: Page) -> None:
    shown = card(page, language="en-GB")
    expect(shown.locator(".origin, .gloss")).to_have_count(0)


def test_a_language_no_browser_knows_is_called_by_its_tag(page: Page) -> None:
    expect(card(page, language="not a tag").locator(".origin")).to_have_text("In not a tag")


def test_a_remembered_reply_is_labelled(page: Page) -> None:
    expect(card(page, language="de", source="remembered").locator(".origin")).to_have_text(
        "From your own replies · In German"
    )
