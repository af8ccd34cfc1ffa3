"""A page nobody described: read only when asked, shown with its confidence, sent only after two yeses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harness.browser import pair
from harness.servers import AmendsServer
from harness.sites import Web
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PAGES = Path(__file__).resolve().parents[1] / "pages/unknown"
READ = """async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://lanternpost.example/*' });
    return chrome.runtime.sendMessage({ kind: 'readThisPage', tab_id: tab.id });
}"""


@pytest.fixture
def asked(open_browser: Callable[..., BrowserContext], ours: AmendsServer, web: Web) -> Callable[[str], Page]:
    """`asked(name)` opens that page in a paired browser and asks to have it read."""
    context = open_browser(granted=("https://*/*",))
    options = pair(context, ours)

    def ask(name: str) -> Page:
        page = context.new_page()
        page.goto(web.put("lanternpost.example", {"/lamps": PAGES / f"{name}.html"}) + "/lamps")
        expect(page.locator("amends-bar")).to_have_count(0)
        options.evaluate(READ)
        return page

    return ask


def kept(server: AmendsServer) -> list[str]:
    return [
        one["text"]
        for one in server.call("GET", "/reviews")["items"]
        if one.get("listing", "").startswith("web:lanternpost.example")
    ]


def test_what_looks_like_reviews_is_shown_before_anything_is_sent(
    asked: Callable[[str], Page], ours: AmendsServer
) -> None:
    page = asked("hashed")
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("This looks like 4 reviews. Nothing has been sent.")
    expect(bar).to_contain_text("% sure")
    expect(bar).to_contain_text("Bo Castell · 5/5 · Warm, bright")
    expect(page.locator("amends-chip")).to_have_count(0)
    assert kept(ours) == []
    bar.get_by_role("button", name="Yes, these are reviews").click()
    expect(bar).to_contain_text("web:lanternpost.example")
    assert kept(ours) == []
    bar.get_by_role("button", name="This is ours").click()
    expect(page.locator("amends-chip")).to_have_count(4)
    assert len(kept(ours)) == 4


def test_a_no_ends_it_and_products_are_not_even_asked_about(asked: Callable[[str], Page]) -> None:
    page = asked("hashed-second")
    page.locator("amends-bar").get_by_role("button", name="No", exact=True).click()
    page.evaluate("document.title = 'changed'; document.body.append(document.createElement('hr'))")
    page.wait_for_timeout(800)
    expect(page.locator("amends-bar")).to_have_count(0)
    page.close()
    expect(asked("trap-products").locator("amends-bar")).to_contain_text("found no reviews on this page")


CHANGE_TO = """(address) => {
    history.pushState(null, '', address);
    for (const words of document.querySelectorAll('.xA0e > p')) words.prepend(`Private, of ${address}. `);
    document.querySelectorAll('.Nn5t').forEach((title) => title.remove());
}"""


@pytest.mark.parametrize("other", ["#/orders", "?page=2"])
def test_a_yes_holds_for_no_other_address(
    other: str, open_browser: Callable[..., BrowserContext], ours: AmendsServer, web: Web
) -> None:
    context = open_browser(granted=("https://*/*",))
    options = pair(context, ours)
    page = context.new_page()
    path = "/review/lanternpost.example"
    page.goto(web.put("www.trustpilot.com", {path: PAGES / "hashed.html"}) + path)
    options.evaluate(READ.replace("lanternpost.example", "www.trustpilot.com"))
    bar = page.locator("amends-bar")
    bar.get_by_role("button", name="Yes, these are reviews").click()
    bar.get_by_role("button", name="This is ours").click()
    expect(page.locator("amends-chip")).to_have_count(4)
    page.evaluate(CHANGE_TO, other)
    expect(bar).to_contain_text("Nothing has been sent.")
    expect(bar).to_contain_text(f"of {other}")
    expect(page.locator("amends-chip")).to_have_count(0)
    assert not [one for one in ours.call("GET", "/reviews?limit=200")["items"] if "Private" in one["text"]]
    ours.call("DELETE", "/listings/trustpilot:lanternpost.example")
