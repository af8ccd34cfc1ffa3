"""A small fix log as data, to be bent by each test, and the demo's."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import site_corpus

import fixlog
from fixlog.pages import paging

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


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo's site, one without a fix, one with many, a long one, and one from right to left."""
    root = tmp_path_factory.mktemp("sites")
    data: dict[str, Any] = json.loads(DEMO.read_text("utf-8"))
    one = {**data["fixes"][0], "former_slugs": [], "translations": {}}
    many = [{**one, "id": f"N-{n}", "slug": f"n-{n}", "released_on": f"2026-{n % 12 + 1:02}-01"} for n in range(16)]
    (root / "theme/words").mkdir(parents=True)
    (root / "theme/words/ar.json").write_text('{"language": "ar", "what_to_do": "ماذا تفعل"}', "utf-8")
    kinds: dict[str, tuple[dict[str, Any], Path | None]] = {
        "demo": (data, None),
        "empty": (
            {**data, "site": {**data["site"], "products": [], "answering": None}, "fixes": [], "praise": []},
            None,
        ),
        "many": ({**data, "fixes": many}, None),
        "long": ({**_long(), "praise": [{"text": "Thank you!", "platform": "unknown"}] * 120}, None),
        "turned": ({**data, "site": {**data["site"], "language": "ar"}}, root / "theme"),
    }
    (root / "index.html").write_text("", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "SIZE", 10)
        for name, (source, theme) in kinds.items():
            fixlog.build(source, root / name, base_url=f"http://127.0.0.1/{name}/", theme=theme)
    return root


PAGES = (
    "demo/",
    "demo/fixes/",
    "demo/in-progress/",
    "demo/products/halden-albums/",
    "demo/products/halden-albums/versions/4.2/",
    "demo/areas/",
    "demo/areas/prints/",
    "demo/thanks/",
    "demo/answers/",
    "demo/search/",
    "demo/404.html",
    "demo/fixes/photos-vanish-when-rotated/",
    "demo/fixes/photos-vanish-when-rotated/de/",
    "demo/fixes/captions-in-right-to-left-scripts/",
    "demo/fixes/shared-album-links-opened-an-empty-page/",
    "demo/fixes/lamp-lost-after-power-cut/",
    "demo/fixes/export-stops-at-large-albums/",
    "demo/fixes/archive-of-old-albums/",
    "demo/fixes/animated-stickers/",
    "demo/fixes/wifi-password-with-umlaut/ar/",
    "empty/",
    "empty/fixes/",
    "empty/in-progress/",
    "empty/areas/",
    "empty/thanks/",
    "empty/answers/",
    "many/fixes/older/1/",
    "turned/",
    "turned/fixes/photos-vanish-when-rotated/",
)
"""One page of each kind, in each state, of the `sites`."""


_FIXED = {
    "fixes", "older", "products", "versions", "areas", "thanks", "more", "answers", "search", "in-progress", "f",
    "index.html", "404.html",
}  # fmt: skip


def _long() -> dict[str, Any]:
    """300 invented fixes; one was renamed and one is told in German, too."""
    data = site_corpus.fixlog(300)
    data["fixes"][0]["former_slugs"] = ["an-older-name"]
    data["fixes"][1]["translations"] = {"de": {"title": "Die Liste blieb grau", "symptom": "Alles ist grau."}}
    return data


@pytest.fixture(scope="session")
def kinds(sites: Path) -> dict[str, list[str]]:
    """Every page of the long site by its kind: the shape of its address, and whether it only leads on."""
    found: dict[str, list[str]] = {}
    for page in sorted((sites / "long").rglob("*.html")):
        parts = page.relative_to(sites / "long").parts
        kind = "/".join(part if part in _FIXED else "*" for part in parts)
        leads_on = ' http-equiv="refresh"' in page.read_text("utf-8")
        place = page.relative_to(sites).as_posix().removesuffix("index.html")
        found.setdefault(f"{kind} leading on" if leads_on else kind, []).append(place)
    return found


@pytest.fixture(params=PAGES)
def path(request: pytest.FixtureRequest) -> str:
    """One of `PAGES`."""
    return str(request.param)


@pytest.fixture
def shown() -> tuple[str, ...]:
    """All of `PAGES`."""
    return PAGES
