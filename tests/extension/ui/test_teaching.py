"""Teaching a page nobody knows: pointed at, put right, kept or shared, and read on the site's next page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import browsing
import pytest
from harness.accessibility import faults
from harness.servers import AmendsServer
from harness.sites import Web
from harness.teaching import PAGES, as_told, overlay, press_until, take
from playwright.sync_api import Page, Playwright, expect

pytestmark = pytest.mark.browser

SITE = "fernhill.example"
READ = """async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://fernhill.example/*' });
    return chrome.runtime.sendMessage({ kind: 'readThisPage', tab_id: tab.id });
}"""
FORGET = "chrome.storage.local.set({ taught: [], team: [], teamRevision: '', listings: [], notOurs: [] })"
PARTS = {"text": ".Opinion_words__Qw3g p", "author": ".kQw39x", "date": ".mQw32Q", "rating": ".Stars_row__Qw3f"}


@pytest.fixture(scope="module")
def options(
    playwright: Playwright,
    chromium: str,
    extension_copy: Callable[..., Path],
    shared_web: Web,
    office: AmendsServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """The options page of a paired browser that may read every site."""
    rules = f"MAP *:443 127.0.0.1:{shared_web.port}, MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    context = browsing.launch(
        playwright, chromium, tmp_path_factory.mktemp("teacher"), extension_copy(("https://*/*",)),
        "--no-sandbox", "--lang=en-GB", f"--host-resolver-rules={rules}", ignore_https_errors=True, locale="en-GB",
        permissions=["clipboard-read", "clipboard-write"],
    )  # fmt: skip
    yield browsing.pair(context, office.address, office.pairing_code())
    context.close()


@pytest.fixture
def begin(options: Page, ours: AmendsServer, web: Web) -> Iterator[Callable[..., Page]]:
    """`begin("shop")` opens that page and asks to have it read; with `path` under another address of the site."""
    options.evaluate(FORGET)
    opened: list[Page] = []

    def at(name: str, path: str = "/teas/keemun", *, dark: bool = False) -> Page:
        page = options.context.new_page()
        page.emulate_media(color_scheme="dark" if dark else "light")
        opened.append(page)
        page.goto(web.put(SITE, {path: PAGES / f"{name}.html"}) + path)
        options.evaluate(READ)
        return page

    yield at
    for page in opened:
        page.close()


def read_again(begin: Callable[..., Page], server: AmendsServer) -> list[dict[str, Any]]:
    """What the server is told of the site's rebuilt page once somebody says that it is ours."""
    page = begin("shop-rebuilt", "/teas/peony")
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("fernhill-example:peony")
    bar.get_by_role("button", name="This is ours").click()
    expect(page.locator("amends-chip")).to_have_count(4)
    listed = server.call("GET", "/reviews?limit=200")["items"]
    return [one for one in listed if one.get("listing") == "fernhill-example:peony"]


def test_a_page_is_taught_with_the_mouse_put_right_shared_and_the_rebuilt_next_page_is_read(
    begin: Callable[..., Page], ours: AmendsServer
) -> None:
    page = begin("shop")
    dialog = overlay(page)
    before = page.evaluate("document.documentElement.scrollHeight")
    card = page.locator(".Opinion_root__Qw3d").nth(0)
    for step, part in enumerate(PARTS.values(), start=2):
        card.locator(part).first.click()
        expect(dialog).to_contain_text(f"Step {step} of 8")
    card.locator("h3").click()
    expect(dialog).to_contain_text("Step 6 of 8")
    card.locator(".wQw35").click()
    expect(dialog).to_contain_text("Step 7 of 8")
    assert faults(page) == []
    take(dialog, 8)
    page.locator("textarea").click()
    expect(dialog).to_contain_text("Amends would now read 6 reviews")
    assert page.evaluate("document.documentElement.scrollHeight") == before, "marking moves the page"
    dialog.get_by_role("button", name="Not a review: Fernhill Picks").click()
    expect(dialog).to_contain_text("Amends would now read 5 reviews")
    dialog.get_by_role("button", name="One is missing").click()
    feature = page.locator("blockquote")
    for part in ("p", "cite", "small", ".row"):
        feature.locator(part).click()
    expect(dialog).to_contain_text("Step 5 of 5")
    dialog.get_by_role("button", name="This page has none").click()
    expect(dialog).to_contain_text("Amends would now read 6 reviews")
    expect(dialog).to_contain_text("Gus Haverkamp · 5/5 · 9 January 2026")
    expect(dialog).not_to_contain_text("Fernhill Picks")
    assert faults(page) == []
    dialog.get_by_role("button", name="All right, go on").click()
    expect(dialog.get_by_label("Name of the site")).to_have_value("Fernhill Market")
    assert not [one for one in ours.call("GET", "/reviews?limit=200")["items"] if "fernhill" in one.get("listing", "")]
    assert faults(page) == []
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Download as a file").click()
    adapter = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert (download.value.suggested_filename, adapter["name"]) == ("fernhill-example.json", "Fernhill Market")
    dialog.get_by_role("button", name="Share with the team").click()
    expect(dialog).to_contain_text("your colleagues’ Amends reads these pages, too")
    dialog.get_by_role("button", name="Done").click()
    expect(page.locator("amends-bar")).to_contain_text("fernhill-example:keemun")
    page.close()
    as_told(read_again(begin, ours), "shop-rebuilt")
    ours.call("DELETE", "/adapters/fernhill-example")


def test_a_page_is_taught_with_keys_alone_in_the_dark(begin: Callable[..., Page]) -> None:
    page = begin("shop", dark=True)
    page.locator("amends-bar").get_by_role("button", name="Teach this page").focus()
    page.keyboard.press("Enter")
    dialog = page.locator("amends-teach").get_by_role("dialog")
    said = dialog.locator("[aria-live]")
    expect(dialog.get_by_role("application")).to_be_focused()
    expect(said).to_have_text(re.compile("The leaves smelled of nothing"))
    page.keyboard.press("ArrowLeft")
    expect(said).to_have_text("Stale on arrival")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(said).to_have_text(re.compile("Ada Winter"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for step, words in ((2, "Ada Winter"), (3, "3 May 2026"), (4, "2 of 5")):
        expect(dialog).to_contain_text(f"Step {step} of 8")
        expect(said).to_have_text(words)
        page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Step 5 of 8")
    assert faults(page) == []
    press_until(page, "Back")
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Step 4 of 8")
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Step 5 of 8")
    press_until(page, "Skip the rest")
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Amends would now read 6 reviews")
    press_until(page, "Not a review: Fernhill Picks")
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Amends would now read 5 reviews")
    assert faults(page) == []
    press_until(page, "All right, go on")
    page.keyboard.press("Enter")
    press_until(page, "Copy page outline")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("none of its words")
    outline = page.evaluate("navigator.clipboard.readText()")
    assert outline.startswith("amends-outline/1\nbody\n")
    assert "Ada" not in outline
    assert faults(page) == []
    press_until(page, "Keep in this browser")
    page.keyboard.press("Enter")
    expect(page.locator("amends-teach")).to_have_count(0)
    expect(page.locator("amends-bar")).to_contain_text("fernhill-example:keemun")


def test_what_teaches_nothing_says_what_to_try(begin: Callable[..., Page]) -> None:
    page = begin("shop")
    dialog = overlay(page)
    page.locator("h1").click()
    expect(dialog).to_contain_text("Step 2 of 8")
    page.locator("cite").click()
    page.locator(".mQw32Q").last.click()
    take(dialog, 5, "This page has none")
    dialog.get_by_role("button", name="Skip the rest").click()
    expect(dialog).to_contain_text("do not stand together in a box of their own")
    expect(dialog).to_contain_text("the name alone, not the line around it")
    dialog.get_by_role("button", name="Begin again").click()
    expect(dialog).to_contain_text("Step 1 of 8")
    page.keyboard.press("Escape")
    expect(page.locator("amends-teach")).to_have_count(0)
