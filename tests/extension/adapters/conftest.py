"""One Chromium for all pages of this folder, in which the extension's own reader runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from amends.cli.page_reading import PageReader

MODULES = "/.amends-reader/adapters/"


@pytest.fixture(scope="session")
def reading_context(playwright: Playwright, chromium: str) -> Iterator[BrowserContext]:
    """A browser window without the extension, closed at the end."""
    browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
    yield browser.new_context(service_workers="block")
    browser.close()


@pytest.fixture(scope="session")
def reader(reading_context: BrowserContext) -> PageReader:
    """Reads a saved page as `amends adapters read` does."""
    return PageReader(reading_context)


@pytest.fixture(scope="session")
def modules(reader: PageReader, reading_context: BrowserContext) -> Callable[..., Any]:
    """`modules("dates.js", "(m, given) => …", given)` runs a function in a tab with that module of the folder."""
    reader.read(b"<p>nothing", "https://page.example/")
    tab: Page = reading_context.pages[0]

    def run(module: str, function: str, given: Any = None) -> Any:
        tab.goto("https://page.example/")
        call = f"async (given) => ({function})(await import({MODULES + module!r}), given)"
        return tab.evaluate(call, given)

    return run
