"""Find a Firefox that tests can drive; install Debian's where none is. Prints what it did, the path last.

Playwright's own Firefox cannot be driven over WebDriver BiDi with an extension in it, so it is never taken.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import debian

NAMES = ("firefox-esr", "firefox")
APPLICATIONS = ("/Applications/Firefox.app/Contents/MacOS/firefox",)


def find() -> str | None:
    """The path of a Firefox that starts: $FIREFOX, then the system's; or None."""
    return next((path for path in _candidates() if Path(path).exists() and _starts(path)), None)


def ensure() -> str | None:
    """As `find`, after installing Debian's where that is possible."""
    path = find()
    if path is None and debian.is_ours():
        print("firefox: no Firefox here: installing Debian's with apt-get (about 70 MB)", file=sys.stderr)
        debian.install("firefox-esr")
        path = find()
    return path


def _candidates() -> Iterator[str]:
    if named := os.environ.get("FIREFOX"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    yield from APPLICATIONS


def _starts(path: str) -> bool:
    return debian.run([path, "--version"], 30, quiet=True)


if __name__ == "__main__":
    print(f"firefox: {ensure() or 'none; its test will be skipped. Set FIREFOX=/path/to/firefox'}")
