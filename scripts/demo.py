"""`make demo`: as `make run`, and Sample Market; where there is a display, Chromium on it with the extension paired."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import browsing
import chromium
import demo_extension
import run
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from amends.cli.office import office
from amends.settings import load

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "demo"))
import market  # noqa: E402

BUILD = ROOT / "build" / "demo"


def has_display() -> bool:
    """Can a window be opened here?"""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def pairing_code() -> str:
    """A pairing code of the first maintainer."""
    with office() as api:
        staff = api.call("GET", "/staff")["items"]
        first = next(one for one in staff if one["role"] == "maintainer" and not one.get("revoked_at"))
        code: str = api.call("POST", "/pairing-codes", {"staff_id": first["id"]})["code"]
        return code


def paired_profile(executable: str, extension: Path, api: str) -> Path:
    """A fresh browser profile in which the extension is paired, by the options page and a real code."""
    profile = BUILD / "profile"
    shutil.rmtree(profile, ignore_errors=True)
    with sync_playwright() as driver:
        context = browsing.launch(driver, executable, profile, extension)
        try:
            browsing.pair(context, api, pairing_code())
        finally:
            context.close()
    return profile


@contextmanager
def window(executable: str, profile: Path, extension: Path, page: str) -> Iterator[subprocess.Popen[bytes]]:
    """A browser window a person uses; it is closed with the demo."""
    flags = [*browsing.QUIET, *browsing.loading(extension), f"--user-data-dir={profile}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    silent = subprocess.DEVNULL
    browser = subprocess.Popen([executable, *flags, page], stdout=silent, stderr=silent)
    try:
        yield browser
    finally:
        browser.terminate()
        with suppress(subprocess.TimeoutExpired):
            browser.wait(10)


def show(server: subprocess.Popen[bytes], api: str, page: str, extension: Path) -> int:
    """Open the window if there is a display, else say what it would show; until it or the server ends."""
    executable = chromium.ensure()
    if not has_display():
        print(f"No display here. With one, Chromium ({executable}) would open {page}", flush=True)
        print(f"with the extension of {extension}, paired with {api}.", flush=True)
        return server.wait()
    profile = paired_profile(executable, extension, api)
    print(f"Opening {page}; closing the window stops the demo.", flush=True)
    with window(executable, profile, extension, page) as browser:
        return browser.wait()


def main() -> int:
    """Run until the window is closed or Ctrl-C."""
    run.stop_on_terminate()
    try:
        environ = run.environment()
        run.prepare(environ)
        settings = load()
        extension = demo_extension.make()
        with market.serving(market.PORT, BUILD / "market.json") as place, run.serving(environ) as server:
            page = f"{place.address}/apps/halden-albums"
            print(f"Sample Market: {page}", flush=True)
            print(f"The extension with Sample Market's adapter: {extension}", flush=True)
            return show(server, run.address(settings.host, settings.port), page, extension)
    except KeyboardInterrupt:
        print("\nStopped. What was kept is there the next time.", flush=True)
        return 0
    except (run.NotStarted, chromium.NoChromium, BrowserError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
