"""What the platform allows stands in the panel, with its source; what cannot be taken back is said before posting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from harness.servers import AmendsServer
from playwright.sync_api import BrowserContext, Page, expect

from amends.playbook import platforms

pytestmark = pytest.mark.browser


@pytest.fixture
def page(workbench: Page) -> Page:
    """Where the extension's modules can be tried."""
    return workbench


def test_each_fact_has_its_day_and_source_and_the_unknown_is_called_so(
    open_panel: Callable[[str], Page], ours: AmendsServer, paired: BrowserContext
) -> None:
    asked: list[str] = []
    paired.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page = open_panel("rv-2041")
    facts = page.locator("amends-panel .facts")
    expect(facts.locator("dl")).to_be_hidden()
    facts.get_by_text("What Sample marketplace allows").click()
    lines = dict(zip(facts.locator("dt").all_inner_texts(), facts.locator("dd").all_inner_texts(), strict=True))
    assert lines["Length"].startswith("up to 350 characters")
    assert "Verified, read 21 November 2026." in lines["Length"]
    assert lines["Replies to a review"].startswith("one")
    assert lines["Quoting the review"] == "not known"
    expect(facts.get_by_role("link", name="The site’s report page")).to_have_attribute(
        "href", "https://market.example/help/report"
    )
    page.locator("amends-panel").get_by_role("button", name="Close").click()
    open_panel("rv-2038").locator("amends-panel .facts summary").wait_for()
    assert sum(one.startswith("GET") and "/platforms/sample" in one for one in asked) == 1, (
        "asked once, then kept for the session"
    )


FINAL = (("editable", False), ("closes_edits", True), ("reply_after_deletion", False), ("notifies", True))
WARNINGS = "async (all) => all.map((await import('/panel/platform.js')).warningsOf)"
FACT = {"url": "https://help.example", "read_on": "2026-11-21", "verified": False}


@pytest.mark.parametrize(
    ("known", "warned"),
    [
        ({}, []),
        ({"replies": "thread", "editable": True}, []),
        ({"replies": "one", "editable": True}, []),
        ({"replies": "one"}, ["There is one reply for each review, and whether it can be changed later is not known"]),
        ({"replies": "one", "editable": False}, ["Once posted, this reply cannot be changed", "There is one reply"]),
        ({"closes_edits": True}, ["the customer can no longer change the review"]),
        ({"reply_after_deletion": False}, ["If you delete the reply later, you cannot write another"]),
        ({"notifies": True, "checked_first": True}, ["The customer is told as soon as you post it"]),
        ({"replies": "none"}, ["takes no public replies"]),
    ],
)
def test_what_cannot_be_taken_back_is_warned_of(page: Page, known: dict[str, Any], warned: list[str]) -> None:
    facts = {name: {**FACT, "value": value} for name, value in known.items()}
    said = page.evaluate(WARNINGS, [facts])[0]
    assert len(said) == len(warned), said
    assert all(words in one["words"] for words, one in zip(warned, said, strict=True))


def test_every_final_step_in_the_platforms_data_is_warned_of_with_its_source(page: Page) -> None:
    known = [one.dump() for one in platforms()]
    for told, said in zip(known, page.evaluate(WARNINGS, known), strict=True):
        sources = [one["fact"]["url"] for one in said]
        final = [told[name]["url"] for name, value in FINAL if name in told and told[name]["value"] is value]
        missing = [url for url in final if url not in sources]
        assert not missing, (
            f"{told['id']}: {missing} says what cannot be taken back, and platform.js is silent about it"
        )
        assert all(one["words"] for one in said)
    warned = {one["id"] for one, said in zip(known, page.evaluate(WARNINGS, known), strict=True) if said}
    assert warned >= {"etsy", "amazon-seller", "tripadvisor", "app-store", "microsoft-store", "glassdoor"}
    assert not warned & {"sample", "google-play", "steam", "chrome-web-store"}, "there a reply can be changed"


def test_the_warning_stands_in_the_panel_and_is_what_is_left_to_read_before_posting(
    page: Page, ours: AmendsServer
) -> None:
    facts = {"id": "x", "name": "Xmart", "editable": {**FACT, "value": False}}
    page.evaluate(
        """async (facts) => {
            chrome.runtime.sendMessage = async () => ({ ok: true, value: facts });
            const { beforePosting, platform } = await import('/panel/platform.js');
            const entry = { item: { review: { platform: 'x', text: '' } } };
            const writing = { news: new EventTarget(), checked: null };
            globalThis.told = [];
            const work = { entry, writing, announce: (words) => told.push(words) };
            document.body.replaceChildren(beforePosting(work), platform(work));
            globalThis.check = (...findings) => {
                writing.checked = { text: 'Dear Maren', linted: { findings, checklist: [] } };
                writing.news.dispatchEvent(new Event('checked'));
            };
        }""",
        facts,
    )
    warning = page.get_by_role("group", name="Cannot be taken back")
    expect(warning).to_contain_text("Once posted, this reply cannot be changed here.")
    expect(warning).to_contain_text("Not verified, read 21 November 2026.")
    expect(warning.get_by_role("link", name="Source")).to_have_attribute("href", "https://help.example/")
    ready = warning.get_by_text("Before you press the site’s button:")
    finding = {"message": "Name what happens next.", "severity": "warning", "start": 0, "end": 0}
    page.evaluate("(finding) => check({ ...finding, rule: 'next-step' })", finding)
    expect(ready).to_have_count(0)
    page.evaluate("(finding) => { check({ ...finding, rule: 'irreversible' }); check(); }", finding)
    expect(ready).to_be_visible()
    assert len(page.evaluate("told")) == 1, "told once to who listens, with the words of the warning"
    assert "cannot be changed" in page.evaluate("told")[0]
    page.get_by_text("What Xmart allows").click()
    expect(page.locator("dl")).to_contain_text("Not verified, read 21 November 2026.")
