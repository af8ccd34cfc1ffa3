"""Chromium with the demo copy of the extension, in which every name but this machine's is the test's own `web`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import chromium as finding
import demo_extension
import pytest
from harness.servers import AmendsServer
from harness.sites import Web
from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
)
PATIENCE = 10_000
"""Milliseconds a step in the browser may take."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """A Chromium that loads unpacked extensions; skipped, with the reason, where there is none."""
    path = finding.find()
    if path is None:
        pytest.skip("no Chromium here: python scripts/chromium.py installs one")
    return path


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, started once."""
    with sync_playwright() as driver:
        expect.set_options(timeout=PATIENCE)
        yield driver


@pytest.fixture(scope="session")
def extension_copy(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`extension_copy(granted=[…])` is the demo copy's folder with these hosts granted, made once for each choice."""
    made: dict[tuple[str, ...], Path] = {}

    def copy(granted: tuple[str, ...] = ()) -> Path:
        if granted not in made:
            made[granted] = demo_extension.make(tmp_path_factory.mktemp("extension") / "copy", granted=granted)
        return made[granted]

    return copy


@pytest.fixture
def open_browser(
    playwright: Playwright, chromium: str, web: Web, extension_copy: Callable[..., Path], tmp_path: Path
) -> Iterator[Callable[..., BrowserContext]]:
    """`open_browser(granted=(…), locale="nl", dark=True)` opens a browser with the extension; all close with the test.

    The same `profile` name opens the same person's browser again. `headless=False` is for looking, not for tests.
    """
    opened: list[BrowserContext] = []

    def launch(
        *, granted: tuple[str, ...] = (), locale: str = "en-GB", dark: bool = False, profile: str = "", **more: Any
    ) -> BrowserContext:
        folder = extension_copy(granted)
        context = playwright.chromium.launch_persistent_context(
            tmp_path / (profile or f"browser-{len(opened)}"),
            executable_path=chromium, ignore_https_errors=True, locale=locale, color_scheme="dark" if dark else "light",
            args=[*FLAGS, f"--lang={locale}", *_rules(web), *_loading(folder)], **{"headless": True, **more},
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    yield launch
    for context in opened:
        context.close()
    for number in range(len(opened)):
        shutil.rmtree(tmp_path / f"browser-{number}", ignore_errors=True)


@pytest.fixture
def extension_context(open_browser: Callable[..., BrowserContext]) -> BrowserContext:
    """A browser with the extension, light, in English, nothing granted, not paired."""
    return open_browser()


def worker(context: BrowserContext) -> Any:
    """The extension's service worker; waits for it."""
    workers = context.service_workers
    return workers[0] if workers else context.wait_for_event("serviceworker", timeout=PATIENCE)


def extension_address(context: BrowserContext) -> str:
    """chrome-extension://ID of the loaded extension, without a slash at the end."""
    return "/".join(str(worker(context).url).split("/")[:3])


def pair(context: BrowserContext, server: AmendsServer) -> Page:
    """Pair the extension with a server through its options page, as a colleague does; gives that page."""
    page = context.new_page()
    page.goto(f"{extension_address(context)}/options/options.html")
    page.locator("#address").fill(server.address)
    page.locator("#code").fill(server.pairing_code())
    page.locator("#code").press("Enter")
    expect(page.locator("#paired")).to_be_visible()
    return page


@pytest.fixture
def paired(extension_context: BrowserContext, amends_server: AmendsServer) -> BrowserContext:
    """A browser whose extension is paired with `amends_server`."""
    pair(extension_context, amends_server).close()
    return extension_context


def _loading(folder: Path) -> list[str]:
    return [f"--disable-extensions-except={folder}", f"--load-extension={folder}"]


def _rules(web: Web) -> list[str]:
    """https goes to `web` whatever the name, this machine is itself, and all else is not found."""
    rules = f"MAP *:443 127.0.0.1:{web.port}, MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    return [f"--host-resolver-rules={rules}"]
