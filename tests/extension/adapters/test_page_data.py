"""JSON a page ships with: paths into it, values written in scripts, and pages that move on without it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[3]
BOOK = {"a": [{"b": 1}, {"b": {"c": 2}}], "r": {"__ref": "X"}, "l": [{"__ref": "Y"}], "n": None}


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("a.0.b", [1]),
        ("a.*.b", [1, {"c": 2}]),
        ("a.*.b.c", [2]),
        ("**.c", [2]),
        ("**.b", [1, {"c": 2}]),
        ("n.x", []),
        ("a.7.b", []),
        ("toString", []),
        ("r.name", ["Ada"]),
        ("l.*.name", []),
    ],
)
def test_a_path_finds_what_it_names(path: str, values: list[Any], modules: Callable[..., Any]) -> None:
    find = "(paths, [data, path, refs]) => [...paths.allAt(data, path, refs)]"
    assert modules("paths.js", find, [BOOK, path, {"X": {"name": "Ada"}}]) == values


def test_a_search_in_endless_data_ends(modules: Callable[..., Any]) -> None:
    find = """(paths) => {
      const knot = {}; knot.again = [knot, knot];
      let found = 0;
      for (const value of paths.allAt(knot, "**")) found += value ? 1 : 0;
      return found;
    }"""
    assert 0 < modules("paths.js", find) <= 500_000


READ = """(reader, [pages, adapter]) => {
  const doc = new DOMParser().parseFromString(pages.html, "text/html");
  return pages.urls.map((url) => reader.readPage(doc, url, {adapters: [adapter]}).items.map(({review}) => review.text));
}"""
STORE = "https://apps.apple.com/gb/app/x/id"


def adapter(name: str) -> Any:
    return json.loads((ROOT / f"extension/adapters/{name}.json").read_text("utf-8"))


def page(name: str) -> str:
    return (ROOT / f"tests/extension/pages/{name}.html").read_text("utf-8")


def test_a_page_that_moved_on_does_not_show_the_reviews_of_the_one_before(modules: Callable[..., Any]) -> None:
    urls = [f"{STORE}999000111", f"{STORE}999000222", f"{STORE}999000111"]
    first, other, back = modules("reader.js", READ, [{"html": page("app-store"), "urls": urls}, adapter("app-store")])
    assert (len(first), other, back) == (2, [], first)


@pytest.mark.parametrize("data", ["[" * 50_000, '["' * 50_000, '[["gp:x",', "", "{}", '[[["' + "x" * 30 + '"]]]'])
def test_broken_script_data_has_no_reviews(data: str, modules: Callable[..., Any]) -> None:
    html = f"<script>AF_initDataCallback({{key: 'ds:1', hash: '1', data:{data}}});</script>"
    urls = ["https://play.google.com/store/apps/details?id=org.x"]
    assert modules("reader.js", READ, [{"html": html, "urls": urls}, adapter("google-play")]) == [[]]


def test_a_pages_script_is_taken_from_the_page_once_a_look(modules: Callable[..., Any]) -> None:
    count = """(reader, [html, adapter, url]) => {
      const doc = new DOMParser().parseFromString(html, 'text/html');
      const script = doc.querySelector(adapter.state.script);
      const words = script.textContent;
      let taken = 0;
      Object.defineProperty(script, 'textContent', { get: () => { taken += 1; return words; } });
      const read = reader.readPage(doc, url, { adapters: [adapter] });
      return [read.items.length > 0, taken];
    }"""
    page = (ROOT / "tests/extension/pages/trustpilot.html").read_text("utf-8")
    url = json.loads((ROOT / "tests/extension/pages/trustpilot.json").read_text("utf-8"))["url"]
    adapter = json.loads((ROOT / "extension/adapters/trustpilot.json").read_text("utf-8"))
    assert modules("reader.js", count, [page, adapter, url]) == [True, 1]
