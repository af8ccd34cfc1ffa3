"""A worker may end at any time, a newer copy may come, a page may pry: none of it does harm."""

from __future__ import annotations

from collections.abc import Callable

import browsing
import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def test_a_page_outlives_the_worker(
    market_page: Page, paired: BrowserContext, stop_worker: Callable[[BrowserContext], None]
) -> None:
    stop_worker(paired)
    market_page.locator("#rv-2041 amends-chip button").click()
    expect(market_page.locator("amends-panel").get_by_role("button", name="Use this suggestion").first).to_be_visible()


def test_a_newer_copy_sends_the_older_one_away(market_page: Page) -> None:
    market_page.evaluate("document.dispatchEvent(new CustomEvent('amends:goodbye'))")
    expect(market_page.locator("amends-chip")).to_have_count(0)
    market_page.evaluate("document.querySelector('.facts').textContent += ' today'")
    market_page.wait_for_timeout(800)
    expect(market_page.locator("amends-chip")).to_have_count(0)


def test_pages_scripts_cannot_read_the_token(market_page: Page, paired: BrowserContext) -> None:
    session = paired.new_cdp_session(market_page)
    worlds: list[int] = []
    session.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]["id"]))
    session.send("Runtime.enable")
    market_page.wait_for_timeout(200)
    said = [
        session.send("Runtime.evaluate", {
            "contextId": world, "awaitPromise": True, "returnByValue": True,
            "expression": "globalThis.chrome?.storage?.local?.get().then(JSON.stringify, String) ?? 'no storage'",
        })["result"].get("value")
        for world in worlds
    ]  # fmt: skip
    assert "no storage" in said
    assert any("not allowed" in str(one) for one in said), said
    assert not any("token" in str(one) for one in said)


AT_ONCE = """async () => {
  const { registerSites } = await import('/background/sites.js');
  const kept = [];
  const taught = [{ addresses: [{ hosts: ['lanternpost.example'], path: '^/' }] }];
  Object.assign(chrome.storage.local, { get: async () => ({ taught, team: [] }) });
  Object.assign(chrome.permissions, { contains: async () => true });
  Object.assign(chrome.scripting, {
    getRegisteredContentScripts: async () => [...kept],
    registerContentScripts: async ([one]) => { if (kept.push(one) > 1) throw new Error('Duplicate script ID'); },
  });
  const ended = await Promise.allSettled([registerSites(), registerSites(), registerSites()]);
  return [ended.map(({ status }) => status), kept.length];
}"""
PAIRED_ANEW = """async () => {
  const { refreshAdapters } = await import('/background/adapters.js');
  const kept = { address: 'https://one.example', token: 'one', taught: [], team: [], teamRevision: '' };
  Object.assign(chrome.storage.local, {
    get: async (wanted) => ({ ...wanted, ...kept }), set: async (changed) => void Object.assign(kept, changed),
  });
  let [now, most] = [0, 0];
  globalThis.fetch = async (url) => {
    most = Math.max(most, now += 1);
    await Promise.resolve();
    if (url.startsWith('https://one.')) Object.assign(kept, { address: 'https://two.example', token: 'two' });
    now -= 1;
    return Response.json({ revision: new URL(url).host, items: [] });
  };
  await refreshAdapters();
  const first = kept.teamRevision;
  await Promise.all([refreshAdapters(), refreshAdapters()]);
  return [first, kept.teamRevision, most];
}"""


@pytest.fixture
def settings(paired: BrowserContext) -> Page:
    """A page of the extension's own, in which a test may put other things in place of the browser's."""
    page = paired.new_page()
    page.goto(f"{browsing.extension_address(paired)}/options/options.html")
    return page


def test_sites_registered_at_once_are_registered_one_after_the_other(settings: Page) -> None:
    assert settings.evaluate(AT_ONCE) == [["fulfilled"] * 3, 1]


def test_an_answer_of_the_team_before_is_not_kept_for_the_next(settings: Page) -> None:
    assert settings.evaluate(PAIRED_ANEW) == ["", "two.example", 1]
