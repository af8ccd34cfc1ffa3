"""The pictures of the README, taken as a colleague and a customer would see them; `make pictures` keeps them.

Without AMENDS_PICTURES they are taken all the same, so that a picture that can no longer be taken is noticed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import browsing
import pytest
from harness.browser import pair
from harness.servers import AmendsServer, free_port
from market import Server
from playwright.sync_api import Page, Playwright, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
MOST = 200_000
"""Bytes of one picture."""
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 760}
BAD = "Hi Maren, we apologise if this caused any inconvenience. We are looking into it."


@pytest.fixture
def take(tmp_path: Path) -> Callable[..., None]:
    """`take(page, "panel-light")` keeps that picture, small enough for a README."""
    folder = FOLDER if os.environ.get("AMENDS_PICTURES") else tmp_path

    def shoot(what: Page, name: str, **part: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        what.screenshot(path=path, animations="disabled", **part)
        assert path.stat().st_size <= MOST, f"{path.name} is {path.stat().st_size} bytes; the most is {MOST}"

    return shoot


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AmendsServer]:
    """The demo shop as `make run` seeds it, with its fix log built."""
    folder = tmp_path_factory.mktemp("shop")
    server = AmendsServer(folder, free_port(), {"AMENDS_SITE__BASE_URL": "https://fixes.halden.example"})
    server.start("--site", str(folder / "fixlog"))
    data = ROOT / "demo" / "data"
    server.run("issues", "import", str(data / "issues.jsonl"))
    server.call("POST", "/listings", {"id": "sample:halden-albums", "name": "Halden Albums"})
    log = str(ROOT / "demo" / "fixlog.json")
    built = server.run("site", "build", "--from", log, "--out", str(folder / "fixlog"))
    assert built.returncode == 0, built.stderr
    yield server
    server.stop()


@pytest.fixture(scope="module")
def options(
    playwright: Playwright,
    chromium: str,
    extension_copy: Callable[..., Path],
    shop: AmendsServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """The page on which the extension of the one browser was paired with the shop's server."""
    context = browsing.launch(
        playwright, chromium, tmp_path_factory.mktemp("colleague"), extension_copy(()), "--no-sandbox", "--lang=en-GB",
        "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", locale="en-GB",
    )  # fmt: skip
    yield pair(context, shop)
    context.close()


@pytest.fixture
def page(options: Page) -> Iterator[Page]:
    """A new page of that browser, which keeps nothing of what was typed before."""
    options.evaluate("chrome.storage.local.set({ drafts: {} })")
    page = options.context.new_page()
    yield page
    page.close()


def show_the_market(page: Page, market: Server) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{market.address}/apps/halden-albums")
    page.locator("#rv-2041 amends-chip button").wait_for()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_panel_beside_a_review(
    look: Literal["light", "dark"], page: Page, market: Server, take: Callable[..., None]
) -> None:
    page.emulate_media(color_scheme=look)
    show_the_market(page, market)
    review, panel = page.locator("#rv-2041"), page.locator("amends-panel")
    review.locator("amends-chip button").click()
    panel.locator(".draft").first.wait_for()
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(BAD)
    panel.locator(".mark.error, .mark.warning").first.wait_for()
    review.evaluate("one => one.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(200)
    take(page, f"panel-{look}", clip={"x": 370, "y": 0, "width": 1070, "height": 900})


def test_the_options_page(options: Page, take: Callable[..., None]) -> None:
    options.bring_to_front()
    options.set_viewport_size({"width": 900, "height": 760})
    take(options, "options")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_fix_page(look: Literal["light", "dark"], page: Page, shop: AmendsServer, take: Callable[..., None]) -> None:
    page.emulate_media(color_scheme=look)
    page.goto(f"{shop.address}/fixlog/")
    page.set_viewport_size(WIDE)
    take(page, f"fixlog-{look}")
    page.locator(".list a").first.click()
    take(page, f"fix-{look}")
    page.set_viewport_size(PHONE)
    take(page, f"fix-phone-{look}")


def test_the_desk(page: Page, shop: AmendsServer, market: Server, take: Callable[..., None]) -> None:
    """Last, for what it releases is seen on all the others."""
    show_the_market(page, market)
    reviews = {one["external_id"]: one["id"] for one in shop.call("GET", "/reviews")["items"]}
    for external in ("rv-2041", "rv-2040"):
        shop.call("POST", "/issues/HAL-31/links", {"review_id": reviews[external]})
    shop.call("POST", "/issues/HAL-31/state", {"state": "released", "fixed_in": "4.2", "released_on": "2026-11-12"})
    page.set_viewport_size({"width": 1000, "height": 760})
    page.goto(f"{browsing.extension_address(page.context)}/desk/desk.html")
    expect(page.locator("main")).to_contain_text("4.2")
    take(page, "desk")
