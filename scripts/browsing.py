"""Chromium with an unpacked extension, and the extension paired as a person does it; for the demo and for the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

QUIET = (
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-dev-shm-usage",
)
"""Flags that keep Chromium from asking and fetching things of its own."""
PATIENCE = 30_000
"""Milliseconds a step in the browser may take."""


def loading(extension: Path) -> list[str]:
    """The flags that load one unpacked extension and no other."""
    return [f"--disable-extensions-except={extension}", f"--load-extension={extension}"]


def launch(
    driver: Playwright, executable: str, profile: Path, extension: Path, *flags: str, **more: Any
) -> BrowserContext:
    """A browser on a profile folder, without a window unless `headless=False` is given."""
    context = driver.chromium.launch_persistent_context(
        profile,
        executable_path=executable,
        args=[*QUIET, *loading(extension), *flags],
        **{"headless": True, **more},
    )
    context.set_default_timeout(PATIENCE)
    return context


def worker(context: BrowserContext) -> Any:
    """The extension's service worker; waits for it."""
    workers = context.service_workers
    return workers[0] if workers else context.wait_for_event("serviceworker", timeout=PATIENCE)


def extension_address(context: BrowserContext) -> str:
    """chrome-extension://ID of the loaded extension, without a slash at the end."""
    return "/".join(str(worker(context).url).split("/")[:3])


def pair(context: BrowserContext, api: str, code: str) -> Page:
    """Pair the extension with the API at an address through its options page; gives that page."""
    page = context.new_page()
    page.goto(f"{extension_address(context)}/options/options.html")
    page.locator("#address").fill(api)
    page.locator("#code").fill(code)
    page.locator("#code").press("Enter")
    page.locator("#paired").wait_for()
    return page
