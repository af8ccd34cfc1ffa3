"""Fixtures for every folder of tests: captured pages, a real server, Sample Market, Chromium with the extension."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
for _folder in ("scripts", "demo", "tests/extension"):
    sys.path.insert(0, str(ROOT / _folder))

pytest_plugins = ["harness.servers", "harness.sites", "harness.browser"]


def captures_folder() -> Path:
    """Where captured pages and data sets lie: $AMENDS_DATA, else a folder `shared` beside the checkout."""
    return Path(os.environ.get("AMENDS_DATA") or ROOT.parent / "shared")


def pytest_configure() -> None:
    """Run in the background, this process ignores Ctrl-C, and so would the servers that tests stop by it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with browsers come first: shared out among processes, none of the long ones is left for the end."""
    items.sort(key=lambda item: not {"extension", "site"} & set(item.path.relative_to(ROOT / "tests").parts))


@pytest.fixture(scope="session")
def captured() -> Callable[[str], Path]:
    """`captured("pages/steam/x.html")` is that file's path; where it is missing the test is skipped, and says so."""

    def path_of(name: str) -> Path:
        path = captures_folder() / name
        if not path.exists():
            pytest.skip(f"no captured {name}: set AMENDS_DATA to the folder that holds it")
        return path

    return path_of
