"""What the tests of pages and panel share: one browser and one server, put in order before each test.

Starting them is most of what a test costs. Tests keep out of each other's way by writing under different reviews; files
that change issues and staff have a server of their own, and what needs another language or hosts granted a browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import browsing
import pytest
from harness.servers import AmendsServer, free_port
from harness.sites import Web
from in_thread import in_thread
from market import Server
from playwright.sync_api import BrowserContext, Page, Playwright

OURS = "sample:halden-albums"
FORGET = """async (listings) => {
    await chrome.storage.session.clear();
    await chrome.storage.local.set({ listings, notOurs: [], drafts: {}, outbox: [] });
}"""


@pytest.fixture(scope="session")
def shared_web() -> Iterator[Web]:
    """The https web of the one browser."""
    with in_thread(Web()) as server:
        yield server


@pytest.fixture
def web(shared_web: Web) -> Web:
    """The https web, with nothing on it yet."""
    shared_web.requests.clear()
    shared_web.pages.clear()
    return shared_web


@pytest.fixture(scope="session")
def own_pages(
    playwright: Playwright,
    chromium: str,
    extension_copy: Callable[..., Path],
    shared_web: Web,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """A page of the extension in the one browser; it stays open, for it can reach the extension's storage."""
    rules = f"MAP *:443 127.0.0.1:{shared_web.port}, MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    context = browsing.launch(
        playwright, chromium, tmp_path_factory.mktemp("colleague"), extension_copy(()),
        "--no-sandbox", "--lang=en-GB", f"--host-resolver-rules={rules}", ignore_https_errors=True, locale="en-GB",
    )  # fmt: skip
    page = context.new_page()
    page.goto(f"{browsing.extension_address(context)}/desk/menu.html")
    yield page
    context.close()


@pytest.fixture(scope="session")
def kept_pages(own_pages: Page) -> list[Page]:
    """The pages no test closes: the one that reaches storage, and the workbench."""
    return [own_pages, own_pages.context.new_page()]


@pytest.fixture
def workbench(kept_pages: list[Page]) -> Page:
    """A page of the extension, loaded anew, where its modules can be imported one by one."""
    page = kept_pages[1]
    page.goto(kept_pages[0].url)
    page.bring_to_front()
    return page


@pytest.fixture(scope="session")
def open_office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], AbstractContextManager[AmendsServer]]:
    """`with open_office() as server` runs a server with nothing in it."""

    @contextmanager
    def opened() -> Iterator[AmendsServer]:
        server = AmendsServer(tmp_path_factory.mktemp("office"), free_port(), {})
        server.start()
        yield server
        server.stop()

    return opened


@pytest.fixture(scope="session")
def office(open_office: Callable[[], AbstractContextManager[AmendsServer]]) -> Iterator[AmendsServer]:
    """The one server; a file whose tests change much on it overrides this with its own."""
    with open_office() as server:
        yield server


@pytest.fixture
def ours(office: AmendsServer) -> AmendsServer:
    """The server, to which Sample Market's Halden Albums is the one listing of ours."""
    for listing in office.call("GET", "/listings")["items"]:
        office.call("DELETE", f"/listings/{listing['id']}")
    office.call("POST", "/listings", {"id": OURS, "name": "Halden Albums"})
    return office


@pytest.fixture(scope="module")
def pair_anew(own_pages: Page, office: AmendsServer) -> Callable[..., None]:
    """`pair_anew(code)` forgets whom the one browser was paired with, and pairs it again; also at another address."""

    def pair(code: str, address: str = "") -> None:
        own_pages.evaluate("chrome.storage.local.clear()")
        browsing.pair(own_pages.context, address or office.address, code).close()

    return pair


@pytest.fixture(scope="module")
def colleague(own_pages: Page, office: AmendsServer, pair_anew: Callable[..., None]) -> BrowserContext:
    """The one browser, paired with the server of this file."""
    pair_anew(office.pairing_code())
    return own_pages.context


@pytest.fixture
def paired(colleague: BrowserContext, kept_pages: list[Page], ours: AmendsServer) -> Iterator[BrowserContext]:
    """The paired browser, with nothing left of earlier tests but what the server has."""
    kept_pages[0].evaluate(FORGET, [{"id": OURS, "name": "Halden Albums"}])
    yield colleague
    for page in colleague.pages:
        if page not in kept_pages:
            page.close()


@pytest.fixture
def market_page(paired: BrowserContext, market: Server) -> Page:
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
