"""One browser whose extension is paired with a stand-in of the API, and pages under Sample Market's name that live."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import browsing
import pytest
from harness.stand_in import StandIn, standing_in
from playwright.sync_api import BrowserContext, Page, Playwright, Route

MARKET = "http://sample-market.localhost"
PAGES = Path(__file__).resolve().parents[1] / "pages" / "living"


@pytest.fixture(scope="package")
def api() -> Iterator[StandIn]:
    """The API, to which two listings are ours."""
    with standing_in(["sample:lamps", "sample:clocks"]) as server:
        yield server


@pytest.fixture(scope="package")
def shown() -> dict[str, str]:
    """Path → the page that stands there; any other path has the list of reviews."""
    return {}


@pytest.fixture(scope="package")
def open_living(
    playwright: Playwright,
    chromium: str,
    extension_copy: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
    api: StandIn,
    shown: dict[str, str],
) -> Callable[[], BrowserContext]:
    """`open_living()` is a browser with the paired extension, where going back restores pages as it does for people."""
    usual = (PAGES / "list.html").read_text(encoding="utf-8")

    def fulfil(route: Route) -> None:
        route.fulfill(body=shown.get(urlsplit(route.request.url).path, usual), content_type="text/html")

    def launch() -> BrowserContext:
        folder = tmp_path_factory.mktemp("living")
        context = browsing.launch(
            playwright, chromium, folder, extension_copy(()), "--no-sandbox", "--lang=en-GB", locale="en-GB",
            ignore_default_args=["--disable-back-forward-cache"],
        )  # fmt: skip
        context.route(f"{MARKET}/**", fulfil)
        own = context.pages[0]
        own.goto(f"{browsing.extension_address(context)}/desk/menu.html")
        own.evaluate("(saved) => chrome.storage.local.set(saved)", api.saved)
        return context

    return launch


@pytest.fixture(scope="package")
def colleague(open_living: Callable[[], BrowserContext]) -> Iterator[BrowserContext]:
    """The browser of all these tests."""
    context = open_living()
    yield context
    context.close()


@pytest.fixture
def living(colleague: BrowserContext, api: StandIn, shown: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """`living(html)` opens our lamps' page, that page or the list of reviews `a` and `b`."""
    for kept in (api.sent, api.says, shown):
        kept.clear()
    colleague.pages[0].evaluate("chrome.storage.local.set({ drafts: {} })")
    opened: list[Page] = []

    def open_page(html: str | None = None, path: str = "/apps/lamps") -> Page:
        if html is not None:
            shown[path] = html
        opened.append(colleague.new_page())
        opened[-1].goto(MARKET + path)
        return opened[-1]

    yield open_page
    for page in opened:
        page.close()


@pytest.fixture
def drafts(colleague: BrowserContext) -> Callable[[], dict[str, str]]:
    """`drafts()` is what the worker keeps of what was typed, by review, once it keeps anything."""
    call = """async () => {
        const kept = async () => (await chrome.storage.local.get({ drafts: {} })).drafts;
        const end = Date.now() + 10_000;
        while (!Object.keys(await kept()).length && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
        return Object.entries(await kept()).map(([review, { text }]) => [review, text]);
    }"""

    def kept() -> dict[str, str]:
        found: list[tuple[str, str]] = colleague.pages[0].evaluate(call)
        return dict(found)

    return kept
