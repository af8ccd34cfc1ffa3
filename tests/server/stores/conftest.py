"""One store of each engine, so that every rule of the protocol is asked of all of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from amends.stores import Store, open_store

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))  # what is measured there is a test here, too


@pytest.fixture(params=["memory", "tinydb"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store; a new engine of `ENGINES` gets a line here."""
    url = {"memory": "memory:", "tinydb": f"tinydb:{tmp_path / 'amends.json'}"}[request.param]
    opened = open_store(url, role="server")
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a TinyDB file may be made."""
    return tmp_path / "data" / "amends.json"
