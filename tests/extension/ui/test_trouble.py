"""When things go wrong, no server, a refused token, a stopped worker: each has its sentence, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import browsing
import pytest
from harness.servers import AmendsServer
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def stop_worker(context: BrowserContext) -> None:
    """End the extension's worker, as the browser does whenever it likes."""
    assert context.browser is not None
    session = context.browser.new_browser_cdp_session()
    for target in session.send("Target.getTargets")["targetInfos"]:
        if target["type"] == "service_worker":
            session.send("Target.closeTarget", {"targetId": target["targetId"]})
    session.detach()


def answered(server: AmendsServer) -> int:
    return sum(case["state"] == "answered" for case in server.call("GET", "/cases")["items"])


def test_without_a_server_the_panel_says_so_and_retries(open_panel: Callable[[str], Page], ours: AmendsServer) -> None:
    ours.stop()
    page = open_panel("rv-2041")
    panel = page.locator("amends-panel")
    expect(panel).to_contain_text(f"Amends cannot be reached at {ours.address}")
    ours.start()
    panel.get_by_role("button", name="Retry").first.click()
    expect(panel.get_by_role("button", name="Use this suggestion").first).to_be_visible()


def test_a_reply_posted_while_offline_is_recorded_later_even_if_the_worker_was_stopped(
    open_panel: Callable[[str], Page], ours: AmendsServer, paired: BrowserContext
) -> None:
    page = open_panel("rv-2041")
    panel, review = page.locator("amends-panel"), page.locator("#rv-2041")
    panel.get_by_role("button", name="Use this suggestion").first.click()
    expect(review.locator("textarea")).not_to_have_value("")
    before = answered(ours)
    ours.stop()
    review.get_by_role("button", name="Publish").click()
    expect(page.locator("amends-bar")).to_contain_text("cannot be reached")
    expect(panel).to_contain_text("it will be recorded as soon as it can")
    stop_worker(paired)
    ours.start()
    page.locator("amends-bar").get_by_role("button", name="Retry").click()
    expect(page.locator("amends-bar")).to_have_count(0)
    page.wait_for_timeout(500)
    options = paired.new_page()
    options.goto(f"{browsing.extension_address(paired)}/options/options.html")
    expect(options.locator("#who")).to_contain_text("You are")
    expect(options.locator("#waiting")).to_be_hidden()
    assert answered(ours) == before + 1


def test_a_refused_token_asks_to_pair_again(open_panel: Callable[[str], Page], ours: AmendsServer) -> None:
    page = open_panel("rv-2041")
    page.locator("amends-panel").get_by_role("button", name="Use this suggestion").first.wait_for()
    ours.call("POST", "/staff", {"name": "Second", "role": "maintainer"})
    mine = next(one for one in ours.call("GET", "/staff")["items"] if one["name"] != "Second")
    ours.call("DELETE", f"/staff/{mine['id']}")
    page.reload()
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("no longer accepts this browser’s token")
    expect(bar.get_by_role("button", name="Pair again")).to_be_visible()


def test_a_page_outlives_the_worker(market_page: Page, paired: BrowserContext) -> None:
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
