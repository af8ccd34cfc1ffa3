"""The site in a real browser: readable by everyone, in light and dark, on a phone, on paper, without scripts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

import fixlog
from fixlog.preview import server

pytestmark = pytest.mark.browser

DEMO = Path(__file__).resolve().parents[2] / "demo" / "fixlog.json"
PHONE = {"width": 390, "height": 664}
"""What a browser on a common phone leaves of its screen."""
SMALL = {"width": 360, "height": 640}
FIX = "fixes/photos-vanish-when-rotated/"
PAGES = [
    "",
    "fixes/",
    FIX,
    "fixes/shared-album-links-opened-an-empty-page/",
    "fixes/captions-in-right-to-left-scripts/",
    "gone",
]


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """The demo's site, served; its address."""
    out = tmp_path_factory.mktemp("site") / "out"
    fixlog.build(json.loads(DEMO.read_text("utf-8")), out, base_url="http://127.0.0.1/")
    with server(out, 0) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="module")
def browser(playwright, chromium) -> Iterator[Browser]:
    """Chromium without extension."""
    with playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", *browsing.QUIET]) as running:
        yield running


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_fault(browser, address, path, scheme):
    with browser.new_page(color_scheme=scheme, viewport=PHONE) as page:
        page.goto(address + path)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("screen", [PHONE, SMALL])
def test_a_phones_first_screen_says_whether_it_is_solved_and_what_to_do(browser, address, screen):
    with browser.new_page(viewport=screen) as page:
        page.goto(address + "f/HAL-31/")
        page.wait_for_url("**/" + FIX)
        for words in (
            "Fixed in 4.2, out since 12 November 2026",
            "Turned the phone to landscape",
            "Update to 4.2 or newer",
        ):
            box = page.get_by_text(words).first.bounding_box()
            assert box is not None
            # The first line of each is on the screen; "what to do" may go on below it on the smallest.
            assert box["y"] + 28 <= screen["height"], words


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_has_to_be_scrolled_sideways(browser, address, width):
    with browser.new_page(viewport={"width": width, "height": 700}) as page:
        for path in PAGES:
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_all_is_there_without_scripts_and_nothing_is_asked_of_others(browser, address):
    with browser.new_context(java_script_enabled=False) as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.goto(address)
        page.get_by_role("link", name="Photos vanished after rotating the phone").click()
        page.wait_for_url("**/" + FIX)
        assert page.get_by_role("heading", name="What we changed").is_visible()
        page.goto(address + "f/GLO-8/")
        page.wait_for_url("**/fixes/lamp-arrived-with-wrong-plug/")
        assert asked
        assert all(url.startswith(address) for url in asked)
        assert faults == []


def test_the_style_of_dark_and_light_is_applied(browser, address):
    shades = []
    for scheme in ("light", "dark"):
        with browser.new_page(color_scheme=scheme) as page:
            page.goto(address + FIX)
            shades.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert shades == ["rgb(251, 250, 247)", "rgb(20, 22, 26)"]


def test_on_paper_there_is_black_on_white_and_no_navigation(browser, address):
    with browser.new_page(color_scheme="dark") as page:
        page.emulate_media(media="print")
        page.goto(address + FIX)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not page.get_by_role("link", name="All fixes").is_visible()


def test_the_keyboard_reaches_the_text_first_and_then_every_link(browser, address):
    with browser.new_page() as page:
        page.goto(address + FIX)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "text"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "help@halden.example"


def test_links_of_header_and_lists_are_large_enough_for_a_thumb(browser, address):
    with browser.new_page(viewport=PHONE) as page:
        page.goto(address)
        for link in page.locator("header a, .list a").all():
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 44
