"""What the tests of pages and panel share: Sample Market as ours, and a panel opened on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.servers import AmendsServer
from market import Server
from playwright.sync_api import BrowserContext, Page

OURS = "sample:halden-albums"


@pytest.fixture
def ours(amends_server: AmendsServer) -> AmendsServer:
    """A server to which Sample Market's Halden Albums is one of our listings."""
    amends_server.call("POST", "/listings", {"id": OURS, "name": "Halden Albums"})
    return amends_server


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
