"""The extension's own pages: options, the follow-up list, the menu; and that all can be used with a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import browsing
import pytest
from harness.accessibility import faults
from harness.browser import pair
from harness.servers import AmendsServer
from market import Server
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def office(open_office: Callable[[], AbstractContextManager[AmendsServer]]) -> Iterator[AmendsServer]:
    """A server of this file's own."""
    with open_office() as server:
        yield server


def own_page(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(f"{browsing.extension_address(context)}/{path}")
    return page


def test_pairing_says_what_is_wrong_and_then_who_one_is(
    paired: BrowserContext, own_pages: Page, ours: AmendsServer, pair_anew: Callable[..., None]
) -> None:
    own_pages.evaluate("chrome.storage.local.clear()")
    page = own_page(paired, "options/options.html")
    expect(page.locator("#address")).to_have_value("http://127.0.0.1:8765")
    for address, code, sentence in (
        ("http://amends.example", "ABCDEFGH", "the token may only travel over https"),
        ("http://127.0.0.1:9", "ABCDEFGH", "Amends cannot be reached at http://127.0.0.1:9"),
        (ours.address, "WRONGONE", "That code does not work"),
    ):
        page.locator("#address").fill(address)
        page.locator("#code").fill(code)
        page.get_by_role("button", name="Pair", exact=True).click()
        expect(page.locator("#news")).to_contain_text(sentence)
    page.get_by_role("button", name="Test the connection").click()
    expect(page.locator("#news")).to_contain_text("Something answers")
    menu = own_page(paired, "desk/menu.html")
    expect(menu.get_by_role("button", name="Read this page")).to_be_visible()
    expect(menu.locator("#who")).to_contain_text("not paired")
    assert faults(menu) == []
    menu.close()
    page.locator("#code").fill(ours.pairing_code())
    page.get_by_role("button", name="Pair", exact=True).click()
    expect(page.locator("#who")).to_contain_text(f"(maintainer) at {ours.address}")
    page.get_by_label("Add a listing").fill("trustpilot:www.example.com")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#listings")).to_contain_text("trustpilot:www.example.com")
    assert "trustpilot:www.example.com" in {one["id"] for one in ours.call("GET", "/listings")["items"]}
    page.get_by_role("button", name="Remove trustpilot:www.example.com").click()
    page.get_by_role("button", name="Remove sample:halden-albums").click()
    expect(page.locator("#listings")).to_contain_text("No listing yet")
    page.get_by_role("button", name="Test the connection").click()
    expect(page.locator("#news")).to_contain_text("and knows you as")
    page.get_by_role("button", name="Unpair").click()
    expect(page.locator("#unpaired")).to_be_visible()
    pair_anew(ours.pairing_code())


def test_the_follow_up_list_has_the_draft_and_the_way_to_the_review(
    open_panel: Callable[[str], Page], ours: AmendsServer, paired: BrowserContext
) -> None:
    open_panel("rv-2041")
    desk = own_page(paired, "desk/desk.html")
    expect(desk.locator("#list")).to_contain_text("Nobody is waiting to hear from you.")
    review = next(one for one in ours.call("GET", "/reviews")["items"] if one["external_id"] == "rv-2041")
    ours.call("POST", "/issues", {"id": "HA-1", "title": "Photos gone", "review_id": review["id"]})
    desk.get_by_role("link", name="Held").click()
    expect(desk.locator("#list")).to_contain_text("Photos gone")
    ours.call("POST", "/issues/HA-1/state", {"state": "released", "fixed_in": "4.2", "released_on": "2026-11-01"})
    desk.get_by_role("link", name="Ready").click()
    expect(desk.locator("#list .draft")).to_contain_text("4.2")
    expect(desk.get_by_role("link", name="Open the review")).to_have_attribute("href", review["url"])
    badge = browsing.worker(paired).evaluate("chrome.action.getBadgeText({})")
    assert badge == "1"
    assert faults(desk) == []
    desk.get_by_role("button", name="Copy the draft").click()
    expect(desk.locator("#news")).to_have_text("Copied.")


def test_panel_and_options_can_be_read_by_everyone(
    open_browser: Callable[..., BrowserContext], ours: AmendsServer, market: Server
) -> None:
    context = open_browser(locale="nl")
    options = pair(context, ours)
    assert faults(options) == []
    expect(options.locator("h1")).to_have_text("Instellingen van Amends")
    page = context.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    page.locator("#rv-2024 amends-chip button").click()
    panel = page.locator("amends-panel")
    panel.locator("button.use").first.click()
    panel.locator(".used").wait_for()
    page.locator("#rv-2024 textarea").fill("We apologise for any inconvenience!!! You should have saved your work.")
    panel.locator(".mark.error, .mark.warning").first.wait_for()
    panel.locator(".heat").wait_for()
    panel.locator(".facts summary").click()
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    page.reload()
    page.locator("#rv-2024 amends-chip button").click()
    expect(page.locator("amends-panel")).to_have_attribute("data-theme", "dark")
    panel.locator("button.use").first.wait_for()
    assert faults(page) == []
