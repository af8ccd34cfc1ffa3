"""A small fix log as data, to be bent by each test, and the demo's."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DEMO = Path(__file__).resolve().parents[2] / "demo" / "fixlog.json"
SMALL: dict[str, Any] = {
    "schema": "amends-fixlog/1",
    "site": {"title": "Fixed at Brook", "base_url": "https://fixed.brook.example/log/", "language": "en"},
    "fixes": [
        {
            "id": "B-1",
            "slug": "tap-drips",
            "product": "Brook Tap",
            "title": "The tap drips",
            "state": "released",
            "kind": "bug",
            "fixed_in": "2.0",
            "released_on": "2026-05-04",
            "first_reported_on": "2026-05-01",
            "symptom": "It drips all night.",
        }
    ],
}


@pytest.fixture
def log() -> Callable[..., dict[str, Any]]:
    """`log(title="…", site={…})` is a fix log of one fix with those fields; `fixes=[{…}, …]` gives it several."""

    def make(*, site: dict[str, Any] | None = None, fixes: list[dict[str, Any]] | None = None, **fix: Any) -> Any:
        data = copy.deepcopy(SMALL)
        data["site"].update(site or {})
        first = data["fixes"][0]
        data["fixes"] = [{**first, **fields} for fields in (fixes if fixes is not None else [fix])]
        for one in data["fixes"]:
            for name in [name for name, value in one.items() if value is None]:
                del one[name]
        return data

    return make


@pytest.fixture
def demo() -> dict[str, Any]:
    """The demo shop's fix log."""
    data: dict[str, Any] = json.loads(DEMO.read_text("utf-8"))
    return data
