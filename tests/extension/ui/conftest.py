"""What the tests of pages and panel share: Sample Market as ours, and a panel opened on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import browsing
import pytest
from harness.servers import AmendsServer, free_port
from market import Server
from playwright.sync_api import BrowserContext, Page, Playwright

OURS = "sample:halden-albums"


@pytest.fixture
def ours(amends_server: AmendsServer) -> AmendsServer:
    """A server to which Sample Market's Halden Albums is one of our listings."""
    amends_server.call("POST", "/listings", {"id": OURS, "name": "Halden Albums"})
    return amends_server


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AmendsServer]:
    """As `ours`, one for a whole file of tests that keep out of each other's way."""
    server = AmendsServer(tmp_path_factory.mktemp("office"), free_port(), {})
    server.start()
    server.call("POST", "/listings", {"id": OURS, "name": "Halden Albums"})
    yield server
    server.stop()


@pytest.fixture(scope="module")
def colleague(
    playwright: Playwright,
    chromium: str,
    extension_copy: Callable[..., Path],
    office: AmendsServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BrowserContext]:
    """A browser paired with `office`, one for a whole file of tests."""
    rules = "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    profile = tmp_path_factory.mktemp("colleague")
    context = browsing.launch(
        playwright, chromium, profile, extension_copy(()), "--no-sandbox", "--lang=en-GB", rules, locale="en-GB"
    )
    browsing.pair(context, office.address, office.pairing_code()).close()
    yield context
    context.close()


@pytest.fixture
def market_page(ours: AmendsServer, paired: BrowserContext, market: Server) -> Page:
    """Halden Albums on Sample Market, with a chip beside each review."""
    page = paired.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    page.locator("#rv-2041 amends-chip button").wait_for()
    return page


@pytest.fixture
def open_panel(market_page: Page) -> Callable[[str], Page]:
    """`open_panel("rv-2041")` opens that review's panel on the market page."""

    def open_it(review: str) -> Page:
        market_page.locator(f"#{review} amends-chip button").click()
        market_page.locator("amends-panel [role=dialog]").wait_for()
        return market_page

    return open_it


@pytest.fixture
def stop_worker() -> Callable[[BrowserContext], None]:
    """`stop_worker(context)` ends the extension's worker, as the browser does whenever it likes."""

    def stop(context: BrowserContext) -> None:
        assert context.browser is not None
        session = context.browser.new_browser_cdp_session()
        for target in session.send("Target.getTargets")["targetInfos"]:
            if target["type"] == "service_worker":
                session.send("Target.closeTarget", {"targetId": target["targetId"]})
        session.detach()

    return stop
