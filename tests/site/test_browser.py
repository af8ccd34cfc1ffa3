"""The site in a real browser: readable by everyone, in light and dark, on a phone, on paper, without scripts."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import browsing
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import fixlog
from fixlog.preview import server

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
SHORT = {"width": 390, "height": 664}
"""What a browser on a common phone leaves of its screen."""
SMALL = {"width": 360, "height": 640}
FIX = "demo/fixes/photos-vanish-when-rotated/"
PLACES = """() => [...document.querySelectorAll('a[href], input, select, button, summary')]
    .filter(one => one.checkVisibility())"""
FOCUSED = f"""() => {{
    const one = document.activeElement, look = getComputedStyle(one), box = one.getBoundingClientRect();
    return {{
        place: ({PLACES})().indexOf(one),
        seen: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
            && box.bottom > 0 && box.top < innerHeight,
    }};
}}"""


@pytest.fixture(scope="module")
def address(sites) -> Iterator[str]:
    """The sites, served; their address."""
    with server(sites, 0) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="module")
def browser(playwright, chromium) -> Iterator[Browser]:
    """Chromium without extension."""
    with playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", *browsing.QUIET]) as running:
        yield running


@pytest.fixture(scope="module")
def page(browser) -> Iterator[Page]:
    """One page for all tests; each sets the size and the look it needs."""
    with browser.new_page() as one:
        yield one


def show(page, address, viewport, **media):
    page.set_viewport_size(viewport)
    page.emulate_media(**{"media": "screen", "color_scheme": "light", **media})
    page.goto(address)


def faults_in_light_and_dark(page, *, styled=True):
    """What axe says against the page, by all of its rules."""
    for look in ("light", "dark"):
        page.emulate_media(color_scheme=look)
        # Where no style names a background, the browser's own dark one is white to axe.
        rules = {} if styled or look == "light" else {"color-contrast": {"enabled": False}}
        found = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules})
        if found.violations_count:
            yield f"{page.url} in {look}: {found.generate_report()}"


def test_axe_finds_no_fault_in_light_and_in_dark(page, address, path):
    show(page, address + path, PHONE)
    assert list(faults_in_light_and_dark(page)) == []


def test_axe_finds_no_fault_on_any_kind_of_page_of_a_long_log(page, address, sites, kinds):
    assert {"fixes/older/*/index.html", "thanks/more/*/index.html", "f/*/index.html leading on"} <= set(kinds)
    faults = []
    for kind, places in kinds.items():
        styled = not kind.endswith("leading on")
        show(page, address + (places[0] if styled else "demo/"), PHONE)
        if not styled:  # held still, so that it can be looked at
            text = (sites / places[0] / "index.html").read_text("utf-8")
            page.set_content(re.sub('<meta http-equiv="refresh"[^>]*>', "", text))
        faults += [f"{kind}: {fault}" for fault in faults_in_light_and_dark(page, styled=styled)]
    assert faults == []


def test_nothing_has_to_be_scrolled_sideways(page, address, path):
    """320 pixels are also a window of 1280 at 400%; 640 are one at 200%."""
    show(page, address + path, {"width": 320, "height": 640})
    for width in (320, 640, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


WIDEST = """() => [...document.querySelectorAll('main *, header *')].filter(one => !one.closest('svg'))
    .map(one => [one.getBoundingClientRect().right, one.outerHTML.slice(0, 80)])
    .filter(([right]) => right > innerWidth)"""


def test_no_name_without_a_space_is_wider_than_the_page_or_cut_off(page, log, tmp_path):
    word = "Donaudampfschifffahrt" * 5
    told = {
        "title": word * 2,
        "product": word,
        "area": word,
        "fixed_in": word[:100],
        "change": f"    {word}\n\n`{word}`",
    }
    history = [{"on": "2026-05-01", "state": "investigating", "note": word}]
    source = log(**told, history=history, quotes=[{"text": word, "platform": word[:90]}], site={"title": word})
    fixlog.build(source, tmp_path, skip=["search"])
    for place in sorted(tmp_path.rglob("index.html")):
        if ' http-equiv="refresh"' not in place.read_text("utf-8"):
            show(page, place.as_uri(), {"width": 320, "height": 640})
            assert page.evaluate(WIDEST) == [], place
    show(page, (tmp_path / "fixes/tap-drips/index.html").as_uri(), PHONE)
    assert list(faults_in_light_and_dark(page)) == []


def test_the_keyboard_reaches_every_link_in_order_and_shows_where_it_is(page, address, path):
    show(page, address + path, {"width": 1280, "height": 900}, reduced_motion="reduce")
    count = page.evaluate(f"({PLACES})().length")
    for place in range(page.evaluate(FOCUSED)["place"] + 1, min(count, 40)):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == {"place": place, "seen": True}


def test_the_first_link_skips_to_the_text(page, address):
    show(page, address + FIX, PHONE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Halden Albums"


@pytest.mark.parametrize("screen", [PHONE, SHORT, SMALL], ids=lambda screen: str(screen["height"]))
def test_a_phones_first_screen_says_whether_it_is_solved_and_what_to_do(page, address, screen):
    show(page, f"{address}demo/f/HAL-31/", screen)
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
    if screen == PHONE:
        box = page.locator(".do").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= screen["height"]


def test_all_is_there_without_scripts_and_nothing_is_asked_of_others(browser, address):
    with browser.new_context(java_script_enabled=False) as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.goto(f"{address}demo/")
        page.get_by_role("link", name="Photos vanished after rotating the phone").click()
        page.wait_for_url("**/" + FIX)
        assert page.get_by_role("heading", name="What we changed").is_visible()
        page.get_by_role("link", name="Nederlands").click()
        assert page.get_by_role("heading", name="Wat we hebben veranderd").is_visible()
        page.goto(f"{address}demo/f/GLO-8/")
        page.wait_for_url("**/fixes/lamp-arrived-with-wrong-plug/")
        assert asked
        assert all(url.startswith(address) for url in asked)
        assert faults == []


def test_the_style_of_dark_and_light_is_applied(page, address):
    show(page, address + FIX, PHONE)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    assert {light, page.evaluate("getComputedStyle(document.body).backgroundColor")} == {
        "rgb(251, 250, 246)", "rgb(21, 23, 27)",
    }  # fmt: skip


def test_on_paper_there_is_black_on_white_and_no_navigation(page, address):
    show(page, address + FIX, PHONE, media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.get_by_role("link", name="In progress").is_visible()
    assert page.get_by_text("Update to 4.2 or newer").is_visible()


def test_a_language_from_right_to_left_turns_the_page(page, address):
    def edge(selector):
        box = page.locator(selector).first.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2

    show(page, f"{address}turned/fixes/photos-vanish-when-rotated/", {"width": 1280, "height": 900})
    assert edge(".brand") > edge("header nav")
    assert edge("#history") > edge("ol.history")
    assert edge(".history .mark") > edge(".history strong")


def test_links_of_header_and_lists_are_large_enough_for_a_thumb(page, address):
    show(page, f"{address}demo/", PHONE)
    boxes = page.locator("header a, .list a, .tiles a").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().height)"
    )
    assert len(boxes) > 10
    assert min(boxes) >= 43.9
