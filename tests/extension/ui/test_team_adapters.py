"""Adapters of the team: a changed page is mended for all by data, a taught site read where a person allowed it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import browsing
import pytest
from harness.browser import pair
from harness.servers import AmendsServer
from harness.sites import Web
from playwright.sync_api import BrowserContext, Page, expect
from review_pages import said, trustpilot

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = json.loads((ROOT / "extension/adapters/trustpilot.json").read_text("utf-8"))
PLACE = "trustpilot:lantern.example"
CHANGED = """<!doctype html><html lang="en"><title>Lantern Works</title><h1>Lantern Works</h1><main>
<section class="rv" data-k="a1"><b>Ada Winter</b><i data-n="2"></i><time datetime="2026-05-03"></time>
<p>The lamp flickered from the third evening on.</p></section>
<section class="rv" data-k="a2"><b>Bo Castell</b><i data-n="5"></i><time datetime="2026-04-27"></time>
<p>Warm, bright, and the box opened without a fight.</p></section></main>"""
"""Trustpilot as it may look one day: no hook of today is on it."""
QUIET = "<!doctype html><title>Quiet</title><h1>Quiet</h1><p>There are no reviews yet."
MENDED = {
    **{key: SHIPPED[key] for key in ("id", "name", "addresses", "listing", "best")},
    "verified": [{"capture": "a page of this test", "date": "2026-11-22"}],
    "reviews": ["section.rv"],
    "fields": {
        "external_id": [{"attribute": "data-k"}], "author": [{"select": "b"}], "text": [{"select": "p"}],
        "rating": [{"select": "i", "attribute": "data-n"}], "posted_at": [{"select": "time", "attribute": "datetime"}],
    },
}  # fmt: skip
TAUGHT = {
    **MENDED, "id": "lanternpost-example", "name": "lanternpost.example",
    "addresses": [{"hosts": ["lanternpost.example"], "path": "^/lamps"}],
    "listing": {"key": [{"address": "^/(lamps)"}]},
}  # fmt: skip
SHARE = "(adapter) => chrome.runtime.sendMessage({ kind: 'share-adapter', adapter })"
OBSERVE = """chrome.runtime.sendMessage({
    kind: 'observe', page_url: 'https://sample.example/', reviews: [{ text: 'Fine.', listing: 'sample:halden-albums' }],
})"""
"""What happens all day on pages of ours: the answer tells which adapters the team has now."""
AWAY = """async (adapter) => {
    const { address } = await chrome.storage.local.get('address');
    await chrome.storage.local.set({ address: 'http://127.0.0.1:9' });
    const told = [];
    for (const message of [{ kind: 'share-adapter', adapter }, { kind: 'test' }]) {
        told.push(await chrome.runtime.sendMessage(message));
    }
    await chrome.storage.local.set({ address });
    return told;
}"""
TEAM = "chrome.storage.local.get('team').then(({ team }) => (team ?? []).map(({ id }) => id))"


@pytest.fixture(scope="module")
def office(open_office: Callable[[], AbstractContextManager[AmendsServer]]) -> Iterator[AmendsServer]:
    """A server of this file's own: what a team shares stays with it."""
    with open_office() as server:
        # The first answer waits for what the server has to load; that is no page's patience to lose.
        server.call("POST", "/reviews:observe", {"reviews": [{"text": "Fine."}]})
        yield server


@pytest.fixture
def team(own_pages: Page) -> Callable[[], list[str]]:
    """`team()` is what the browser has of the team's adapters."""
    return lambda: own_pages.evaluate(TEAM)


def test_a_page_that_changed_is_told_of_mended_for_all_and_falls_back_when_that_is_taken_away(
    paired: BrowserContext, own_pages: Page, ours: AmendsServer, web: Web, team: Callable[[], list[str]]
) -> None:
    ours.call("POST", "/listings", {"id": PLACE})
    ours.call("POST", "/listings", {"id": "trustpilot:quiet.example"})
    own_pages.evaluate(OBSERVE)
    site = web.put("www.trustpilot.com", {"/review/lantern.example": CHANGED, "/review/quiet.example": QUIET})
    quiet, page = paired.new_page(), paired.new_page()
    quiet.goto(f"{site}/review/quiet.example")
    page.goto(f"{site}/review/lantern.example")
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("could not read the reviews on this page of Trustpilot", timeout=20_000)
    expect(bar.get_by_role("button", name="Teach this page")).to_be_visible()
    expect(bar.get_by_role("button", name="Copy page outline")).to_be_visible()
    expect(quiet.locator("amends-bar")).to_have_count(0)
    ours.call("PUT", "/adapters/trustpilot", MENDED)
    own_pages.evaluate(OBSERVE)
    until(lambda: team() == ["trustpilot"])
    page.reload()
    expect(page.locator("amends-chip")).to_have_count(2)
    kept = [one for one in ours.call("GET", "/reviews")["items"] if one.get("listing") == PLACE]
    assert {(one["author"], one["rating"]["value"]) for one in kept} == {("Ada Winter", 2), ("Bo Castell", 5)}
    ours.call("DELETE", "/adapters/trustpilot")
    own_pages.evaluate(OBSERVE)
    until(lambda: team() == [])


def test_a_person_shares_what_they_taught_and_is_told_what_is_wrong_with_it(
    paired: BrowserContext, own_pages: Page, ours: AmendsServer, team: Callable[[], list[str]]
) -> None:
    hostile = {**TAUGHT, "fields": {**TAUGHT["fields"], "text": [{"select": "p", "pattern": "(a+)+$"}]}}
    refused = own_pages.evaluate(SHARE, hostile)["problem"]
    assert refused["kind"] == "invalid"
    assert '"fields.text[0].pattern" is to be a regular expression' in refused["detail"]
    assert own_pages.evaluate(SHARE, TAUGHT)["value"]["adapter"] == TAUGHT
    assert (team(), [one["id"] for one in ours.call("GET", "/adapters")["items"]]) == (["lanternpost-example"],) * 2
    # While the server is away, nothing that is known is lost.
    away = own_pages.evaluate(AWAY, TAUGHT)
    assert ([one["problem"]["kind"] for one in away], team()) == (["offline"] * 2, ["lanternpost-example"])
    # The browser was not allowed that site: nothing starts there, and the settings offer it.
    assert own_pages.evaluate("chrome.scripting.getRegisteredContentScripts()") == []
    options = paired.new_page()
    options.goto(f"{browsing.extension_address(paired)}/options/options.html")
    expect(options.get_by_role("button", name="Always read lanternpost.example")).to_be_visible()


def test_a_site_the_person_allowed_is_read_without_asking(
    open_browser: Callable[..., BrowserContext], office: AmendsServer, web: Web
) -> None:
    office.call("PUT", "/adapters/lanternpost-example", TAUGHT)
    context = open_browser(granted=("https://*/*",))
    pair(context, office)
    page = context.new_page()
    page.goto(web.put("lanternpost.example", {"/lamps": CHANGED, "/about": CHANGED}) + "/lamps")
    expect(page.locator("amends-bar")).to_contain_text("is this page one of yours?")


def test_on_a_page_no_adapter_matches_four_small_files_are_all(paired: BrowserContext, web: Web) -> None:
    page = paired.new_page()
    page.goto(web.put("www.trustpilot.com", {"/about": CHANGED}) + "/about")
    files = {"loader.js", "main.js", "address.js", "client.js"}
    until(lambda: files <= scripts(paired, page))
    assert scripts(paired, page) == files


def test_where_an_adapter_matches_and_no_review_stands_no_reader_is_fetched(paired: BrowserContext, web: Web) -> None:
    page = paired.new_page()
    page.goto(web.put("www.trustpilot.com", {"/review/x.example": QUIET}) + "/review/x.example")
    door = {"door.js", "may-hold.js", "declared-signs.js", "open-roots.js", "watch.js"}
    until(lambda: door <= scripts(paired, page))
    assert scripts(paired, page) == {"loader.js", "main.js", "address.js", "client.js", *door}


def test_where_reviews_are_read_what_is_only_used_when_asked_is_not_fetched(paired: BrowserContext, web: Web) -> None:
    page = paired.new_page()
    page.goto(web.put("www.trustpilot.com", {"/review/y.example": trustpilot(said(2))}) + "/review/y.example")
    expect(page.locator("amends-bar")).to_contain_text("is this page one of yours?")
    others = {"reader.js", "unknown.js", "teaching.js", "teach.js", "guess-bar.js", "shape.js"}
    assert not others & scripts(paired, page)


def scripts(context: BrowserContext, page: Page) -> set[str]:
    """The names of our scripts that run beside a page."""
    session, seen = context.new_cdp_session(page), set[str]()
    session.on("Debugger.scriptParsed", lambda event: seen.add(event["url"]))
    session.send("Debugger.enable")
    session.send("Runtime.evaluate", {"expression": "0"})
    session.detach()
    return {url.rpartition("/")[2] for url in seen if url.startswith("chrome-extension:")}


def until(happened: Callable[[], Any]) -> None:
    """Wait for something only a question can tell."""
    last = time.monotonic() + browsing.PATIENCE / 1000
    while not happened():
        assert time.monotonic() < last, "it did not happen"
        time.sleep(0.05)
