"""Sample Market is as hard on an extension as real sites are, and keeps what is posted."""

from __future__ import annotations

import re

import pytest
from harness.sites import Web
from market import Server
from playwright.sync_api import BrowserContext, expect

pytestmark = pytest.mark.browser


def test_a_typed_reply_is_published_and_still_there_after_a_reload(
    extension_context: BrowserContext, market: Server
) -> None:
    page = extension_context.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    review = page.locator("#rv-2041")
    review.get_by_role("button", name="Reply").click()
    expect(review.get_by_role("button", name="Publish")).to_be_disabled()
    review.get_by_label("Your public reply").press_sequentially("Thank you, Maren.")
    expect(review.get_by_text(re.compile(r"^17 / "))).to_be_visible()
    review.get_by_role("button", name="Publish").click()
    expect(review.locator(".business-reply-text")).to_have_text("Thank you, Maren.")
    page.reload()
    expect(page.locator("#rv-2041 .business-reply-text")).to_have_text("Thank you, Maren.")
    assert market.market.posted("rv-2041") == "Thank you, Maren."


def test_a_value_set_behind_reacts_back_cannot_be_published(extension_context: BrowserContext, market: Server) -> None:
    page = extension_context.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    page.locator("#rv-2041").get_by_role("button", name="Reply").click()
    box = page.locator("#rv-2041 textarea")
    box.evaluate("box => { box.value = 'not seen'; box.dispatchEvent(new Event('input', { bubbles: true })); }")
    expect(page.locator("#rv-2041 .count")).to_have_text(re.compile(r"^0 / "))
    expect(page.locator("#rv-2041").get_by_role("button", name="Publish")).to_be_disabled()


def test_more_reviews_are_drawn_only_when_asked_for(extension_context: BrowserContext, market: Server) -> None:
    page = extension_context.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    expect(page.locator("article.review")).to_have_count(10)
    page.get_by_role("button", name="Show more reviews").click()
    expect(page.locator("article.review")).to_have_count(13)


def test_a_browser_of_the_tests_reaches_nothing_but_this_machine(extension_context: BrowserContext, web: Web) -> None:
    page = extension_context.new_page()
    site = web.put("www.example.com", {"/": "<!doctype html><title>Ours</title>"})
    page.goto(f"{site}/")
    assert page.title() == "Ours"
    assert {request.host for request in web.requests} == {"www.example.com"}
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://www.example.org/")
