"""A worker may end at any time, a newer copy may come, a page may pry: none of it does harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def test_a_page_outlives_the_worker(
    market_page: Page, paired: BrowserContext, stop_worker: Callable[[BrowserContext], None]
) -> None:
    stop_worker(paired)
    market_page.locator("#rv-2041 amends-chip button").click()
    expect(market_page.locator("amends-panel").get_by_role("button", name="Use this suggestion").first).to_be_visible()


def test_a_newer_copy_sends_the_older_one_away(market_page: Page) -> None:
    market_page.evaluate("document.dispatchEvent(new CustomEvent('amends:goodbye'))")
    expect(market_page.locator("amends-chip")).to_have_count(0)
    market_page.evaluate("document.querySelector('.facts').textContent += ' today'")
    market_page.wait_for_timeout(800)
    expect(market_page.locator("amends-chip")).to_have_count(0)


def test_pages_scripts_cannot_read_the_token(market_page: Page, paired: BrowserContext) -> None:
    session = paired.new_cdp_session(market_page)
    worlds: list[int] = []
    session.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]["id"]))
    session.send("Runtime.enable")
    market_page.wait_for_timeout(200)
    said = [
        session.send("Runtime.evaluate", {
            "contextId": world, "awaitPromise": True, "returnByValue": True,
            "expression": "globalThis.chrome?.storage?.local?.get().then(JSON.stringify, String) ?? 'no storage'",
        })["result"].get("value")
        for world in worlds
    ]  # fmt: skip
    assert "no storage" in said
    assert any("not allowed" in str(one) for one in said), said
    assert not any("token" in str(one) for one in said)
