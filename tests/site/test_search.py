"""Search over all fixes in the browser: in own words, with links that lead back, and as a list without scripts."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from in_thread import in_thread
from playwright.sync_api import Browser, Page, Playwright, expect

import fixlog
from fixlog import cache, searching
from fixlog.searching import ENTRY, NoIndex

BEFORE_A_KEY = 100_000
"""Bytes that may be loaded before the first key is pressed."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo's fix log, built with its index and served; gives its address."""
    out = tmp_path_factory.mktemp("search") / "site"
    demo = json.loads((Path(__file__).resolve().parents[2] / "demo" / "fixlog.json").read_text(encoding="utf-8"))
    handler = functools.partial(Quiet, directory=str(out))
    with in_thread(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)) as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        fixlog.build(demo, out, base_url=address)
        yield address


@pytest.fixture(scope="module")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    yield opened
    opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    yield opened
    opened.close()
    assert problems == []


@pytest.mark.browser
def test_a_symptom_in_own_words_finds_its_fix_and_the_address_leads_back(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").fill("turned my phone sideways and all the photos were gone!!")
    first = page.locator("#found h3").first
    expect(first).to_have_text("Photos vanished after rotating the phone")
    expect(page.locator("#told")).to_contain_text("near")
    page.goto(page.url)
    expect(first).to_have_text("Photos vanished after rotating the phone")
    first.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Photos vanished after rotating the phone")


@pytest.mark.browser
def test_little_is_loaded_before_the_first_key(page: Page, site: str) -> None:
    loaded: list[int] = []
    page.on("response", lambda response: loaded.append(len(response.body())))
    page.goto(f"{site}search/", wait_until="networkidle")
    assert sum(loaded) < BEFORE_A_KEY


@pytest.mark.browser
def test_what_is_not_known_is_said_with_what_to_do(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=zeppelin")
    expect(page.locator("#told")).to_have_text("Nothing like it is known here yet.")
    expect(page.locator("#none")).to_be_visible()


@pytest.mark.browser
def test_the_first_pages_box_leads_to_the_answers(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("searchbox").fill("photos")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=photos")
    expect(page.locator("#found li h3").first).to_contain_text("hoto")


@pytest.mark.browser
def test_without_an_index_the_lists_are_named(page: Page, site: str) -> None:
    page.route(
        "**/pagefind/**", lambda route: route.fulfill(status=200, content_type="text/javascript", body="throw 1")
    )
    page.goto(f"{site}search/?q=photos")
    expect(page.locator("#told")).to_contain_text("The lists below have everything")
    expect(page.get_by_role("link", name="Halden Albums")).to_be_visible()


@pytest.mark.browser
def test_without_scripts_it_is_a_list(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/?q=photos")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("main").get_by_role("link", name="All fixes")).to_be_visible()
    context.close()


# --- when it is made -------------------------------------------------------------------------------------------------


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where Pagefind was called to."""
    called: list[Path] = []
    really = searching._run

    def counted(out: Path, target: Path) -> None:
        called.append(target)
        really(out, target)

    monkeypatch.setattr(searching, "_run", counted)
    return called


def test_the_index_is_made_anew_only_when_a_fix_changed(log, tmp_path: Path, runs: list[Path]) -> None:
    out = tmp_path / "site"
    for source in (log(), log(), log(site={"contact": {"email": "help@brook.example"}})):
        fixlog.build(source, out)
    assert len(runs) == 2
    fixlog.build(log(title="It drips", site={"contact": {"email": "help@brook.example"}}), out)
    assert len(runs) == 3


def test_an_index_that_is_gone_is_made_again(log, tmp_path: Path, runs: list[Path]) -> None:
    out = tmp_path / "site"
    fixlog.build(log(), out)
    (out / ENTRY).unlink()
    fixlog.build(log(), out)
    assert (out / ENTRY).is_file()


def test_skipping_search_takes_it_away_and_the_next_build_brings_it_back(log, tmp_path: Path) -> None:
    out = tmp_path / "site"
    for skip in ((), ("search",), ()):
        fixlog.build(log(), out, skip=skip)
        assert (out / ENTRY).exists() is not bool(skip)


@pytest.mark.parametrize("kept", [True, False])
def test_an_index_that_came_from_elsewhere_is_made_anew(log, tmp_path: Path, kept: bool) -> None:
    old, out = tmp_path / "old", tmp_path / "site"
    fixlog.build(log(title="An old one"), old)
    fixlog.build(log(title="It drips"), out)
    shutil.rmtree(out / searching.FOLDER)
    shutil.copytree(old / searching.FOLDER, out / searching.FOLDER)
    if not kept:
        shutil.rmtree(cache.folder_of(out))
    fixlog.build(log(title="It drips"), out)
    found = [gzip.decompress(file.read_bytes()) for file in (out / searching.FOLDER / "fragment").iterdir()]
    assert [b"It drips" in one for one in found] == [True]


def test_without_search_no_page_offers_a_box(log, tmp_path: Path) -> None:
    out = tmp_path / "site"
    for skip, boxes in ((("search",), 0), ((), 3)):
        fixlog.build(log(), out, skip=skip)
        pages = [page.read_text("utf-8") for page in out.rglob("*.html")]
        assert sum('class="find"' in page for page in pages) == boxes
        assert sum("search.js" in page for page in pages) == bool(boxes)


def test_a_failing_index_is_a_warning_and_the_pages_stand(log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(out: Path, target: Path) -> None:
        raise NoIndex("Pagefind failed, so there is no search: no room")

    out = tmp_path / "site"
    fixlog.build(log(), out)
    monkeypatch.setattr(searching, "_run", fail)
    report = fixlog.build(log(title="It drips"), out)
    assert report.warnings[-1].endswith("no room")
    assert "It drips" in (out / "index.html").read_text("utf-8")
    assert not (out / ENTRY).exists()


def test_a_build_killed_before_it_is_remembered_leaves_no_index_that_counts(
    log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: list[Path]
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    out = tmp_path / "out"
    fixlog.build(log(), out)
    with monkeypatch.context() as patch:
        patch.setattr(cache, "keep", killed)
        with pytest.raises(Killed):
            fixlog.build(log(title="Another"), out)
    fixlog.build(log(title="Another"), out)
    assert len(runs) == 2


@pytest.mark.browser
def test_an_address_with_a_product_and_a_state_keeps_both(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").fill("photos")
    expect(page.locator("#found h3").first).to_be_visible()
    wanted = [page.locator(f"#{name} option").nth(1).get_attribute("value") or "" for name in ("product", "state")]
    address = f"{site}search/?{urlencode({'q': 'photos', 'product': wanted[0], 'state': wanted[1]})}"
    page.goto(address)
    expect(page.locator("#told")).not_to_be_empty()
    expect(page.get_by_label("By product")).to_have_value(wanted[0])
    expect(page.get_by_label("State", exact=True)).to_have_value(wanted[1])
    assert page.url == address
