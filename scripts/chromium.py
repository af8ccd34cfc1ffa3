"""Find a Chromium that can load an unpacked extension; install one where none is. Prints what it did, the path last.

Branded Chrome and Edge ignore --load-extension since 137, so they are never taken.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import debian

NAMES = ("chromium", "chromium-browser", "ungoogled-chromium")
APPLICATIONS = ("/Applications/Chromium.app/Contents/MacOS/Chromium", "/opt/homebrew/bin/chromium")
BUNDLED = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
PLAYWRIGHT_LIMIT = 600
"""Seconds Playwright's installation may take."""


class NoChromium(RuntimeError):
    """There is none and none could be installed; the message says what to do."""


def find() -> str | None:
    """The path of a Chromium that starts: $CHROMIUM, the system's, one Playwright installed, in that order; or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def ensure() -> str:
    """As `find`, after installing one if need be; also mends what Playwright's own Node lacks on a bare Debian."""
    path = find() or _from_debian() or _from_playwright()
    if path is None:
        raise NoChromium(
            "No Chromium found. Set CHROMIUM=/path/to/chromium, or run: playwright install --with-deps chromium"
        )
    _mend_driver()
    return path


def _candidates() -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    yield from APPLICATIONS
    for pattern in BUNDLED:
        yield from sorted(map(str, _playwright_folder().glob(pattern)), reverse=True)


def _playwright_folder() -> Path:
    """Where Playwright keeps browsers; asked of the disk, because its Node may not start before libatomic1 is there."""
    if (named := os.environ.get("PLAYWRIGHT_BROWSERS_PATH")) and named != "0":
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/ms-playwright"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"


def _starts(path: str) -> bool:
    """Does it print its version? A snap's stub, or one without its libraries, fails here."""
    return Path(path).exists() and debian.run([path, "--version"], 30, quiet=True)


def _from_debian() -> str | None:
    if not debian.is_ours():
        return None
    _say("no Chromium here: installing Debian's with apt-get (about 300 MB, a minute or two)")
    debian.install("chromium", "libatomic1", "fonts-dejavu-core")
    return find()


def _from_playwright() -> str | None:
    _say(f"no Chromium here: installing Playwright's own (at most {PLAYWRIGHT_LIMIT // 60} minutes)")
    _mend_driver()
    libraries = ["--with-deps"] if debian.is_ours() else []
    debian.run([sys.executable, "-m", "playwright", "install", *libraries, "chromium"], PLAYWRIGHT_LIMIT)
    return find()


def _mend_driver() -> None:
    """Playwright's Node needs libatomic.so.1, which a bare Debian lacks: install it, or say so."""
    try:
        from playwright._impl._driver import compute_driver_executable
    except ImportError:
        return
    driver = compute_driver_executable()
    node = str(driver[0] if isinstance(driver, tuple) else driver)
    if debian.run([node, "--version"], 30, quiet=True):
        return
    if not debian.is_ours():
        raise NoChromium("Playwright's Node does not start; on Debian: apt-get install libatomic1")
    _say("Playwright's Node lacks libatomic1: installing it with apt-get")
    debian.install("libatomic1")


def _say(sentence: str) -> None:
    print(f"chromium: {sentence}", file=sys.stderr)


if __name__ == "__main__":
    try:
        print(f"chromium: {ensure()}")
    except NoChromium as error:
        sys.exit(f"chromium: {error}")
