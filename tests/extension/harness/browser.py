"""Chromium with the demo copy of the extension, in which every name but this machine's is the test's own `web`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import browsing
import chromium as finding
import demo_extension
import pytest
from harness.servers import AmendsServer
from harness.sites import Web
from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright


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
        expect.set_options(timeout=browsing.PATIENCE)
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
    profiles: set[Path] = set()

    def launch(
        *, granted: tuple[str, ...] = (), locale: str = "en-GB", dark: bool = False, profile: str = "", **more: Any
    ) -> BrowserContext:
        folder = tmp_path / (profile or f"browser-{len(opened)}")
        profiles.add(folder)
        context = browsing.launch(
            playwright, chromium, folder, extension_copy(granted),
            "--no-sandbox", f"--lang={locale}", _rules(web),
            ignore_https_errors=True, locale=locale, color_scheme="dark" if dark else "light", **more,
        )  # fmt: skip
        opened.append(context)
        return context

    yield launch
    for context in opened:
        context.close()
    for folder in profiles:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def extension_context(open_browser: Callable[..., BrowserContext]) -> BrowserContext:
    """A browser with the extension, light, in English, nothing granted, not paired."""
    return open_browser()


def pair(context: BrowserContext, server: AmendsServer) -> Page:
    """Pair the extension with a server through its options page, as a colleague does; gives that page."""
    return browsing.pair(context, server.address, server.pairing_code())


@pytest.fixture
def paired(extension_context: BrowserContext, amends_server: AmendsServer) -> BrowserContext:
    """A browser whose extension is paired with `amends_server`."""
    pair(extension_context, amends_server).close()
    return extension_context


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


def _rules(web: Web) -> str:
    """https goes to `web` whatever the name, this machine is itself, and all else is not found."""
    rules = f"MAP *:443 127.0.0.1:{web.port}, MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    return f"--host-resolver-rules={rules}"
