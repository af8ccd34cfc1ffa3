"""What staff note of a case stays private, is kept, and changes what the suggestions say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_an_offer_is_noted_and_the_suggestion_says_that_there_is_one(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2034")
    panel = page.locator("amends-panel")
    expect(panel.locator(".draft").first).to_be_visible()
    before = panel.locator(".draft").first.inner_text()
    panel.get_by_text("Your notes on this case").click()
    offer = panel.get_by_label("What you offer to make up for it")
    offer.fill("A month without a bill")
    panel.get_by_role("button", name="Save").click()
    expect(panel.get_by_role("status").last).to_have_text("Noted. The suggestions follow it.")
    expect(panel.locator(".draft").first).not_to_have_text(before)
    assert "month" not in panel.locator(".draft").first.inner_text()


def test_what_is_missing_is_said_and_nothing_is_lost(open_panel: Callable[[str], Page]) -> None:
    panel = open_panel("rv-2034").locator("amends-panel")
    panel.get_by_text("Your notes on this case").click()
    panel.get_by_label("How it stands").select_option("closed_unresolved")
    panel.get_by_label("A sentence that sets a falsehood right").fill("We never sold albums.")
    panel.get_by_role("button", name="Save").click()
    expect(panel.locator(".problem")).to_contain_text("what was tried")
    expect(panel.get_by_label("A sentence that sets a falsehood right")).to_have_value("We never sold albums.")
