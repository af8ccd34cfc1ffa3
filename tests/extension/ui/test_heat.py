"""A heated draft: a minute's pause is asked for once, counted down in words, and nobody is held up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from harness.servers import AmendsServer
from market import Server
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
HOT = "WE DID NOT CHARGE twice!!! What a ridiculous complaint."
CALM = "Thank you for telling us. Mara, Halden & Roe"
ASKED = "How about a minute’s pause"
SHOW = """async (id) => {
    const { heat } = await import('/panel/heat.js');
    const checked = { text: '!!!', linted: { findings: [{ rule: 'shouting' }] } };
    globalThis.said = [];
    globalThis.work = {
        entry: {}, seen: { id }, signal: new AbortController().signal, announce: (sentence) => said.push(sentence),
        writing: { checked, news: new EventTarget(), place: { box: null } },
    };
    document.body.replaceChildren(heat(work));
}"""


@pytest.fixture
def page(own_pages: Page) -> Iterator[Page]:
    """A page of the extension, whose clock the test turns."""
    page = own_pages.context.new_page()
    page.clock.install()
    page.goto(own_pages.url)
    yield page
    page.close()


def test_an_angry_draft_is_asked_about_once_and_can_be_posted_all_the_same(
    open_panel: Callable[[str], Page], ours: AmendsServer, market: Server
) -> None:
    page = open_panel("rv-2030")
    review, panel = page.locator("#rv-2030"), page.locator("amends-panel")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(HOT)
    expect(panel.locator(".heat")).to_contain_text(ASKED)
    review.locator("textarea").fill(CALM)
    expect(panel.locator(".heat")).to_be_hidden()
    review.locator("textarea").fill(HOT)
    panel.get_by_role("button", name="No, thanks").click()
    expect(panel.locator(".heat")).to_be_hidden()
    expect(review.locator("textarea")).to_be_focused()
    page.reload()
    page.locator("#rv-2030 amends-chip button").click()
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(HOT)
    expect(panel.locator(".mark.error").first).to_be_visible()
    expect(panel.locator(".heat")).to_be_hidden()
    review.get_by_role("button", name="Publish").click()
    expect(panel).to_contain_text("Posted. Recorded.")
    assert market.market.posted("rv-2030") == HOT


def test_the_pause_counts_down_in_words_and_is_told_aloud_at_its_beginning_and_end_only(page: Page) -> None:
    page.evaluate(SHOW, "r-countdown")
    row = page.locator(".heat")
    expect(row).to_contain_text(ASKED)
    row.get_by_role("button", name="Pause a minute").click()
    expect(row).to_contain_text("One minute. Your text stays where it is.")
    expect(row.get_by_role("button", name="End the pause")).to_be_focused()
    page.clock.run_for(21_000)
    expect(row).to_contain_text("About 40 seconds left.")
    page.clock.run_for(40_000)
    expect(row).to_contain_text("The minute is over. Read it once more, as the customer will.")
    said = page.evaluate("said")
    assert len(said) == 3, said
    row.get_by_role("button", name="Back to the text").click()
    expect(row).to_be_hidden()
    page.evaluate("work.writing.news.dispatchEvent(new Event('checked'))")
    expect(row).to_be_hidden()


def test_a_pause_can_be_ended_and_is_not_asked_for_again_in_this_session(page: Page) -> None:
    page.evaluate(SHOW, "r-ended")
    row = page.locator(".heat")
    row.get_by_role("button", name="Pause a minute").click()
    row.get_by_role("button", name="End the pause").click()
    expect(row).to_be_hidden()
    page.evaluate(SHOW, "r-ended")
    page.clock.run_for(500)
    page.wait_for_timeout(100)
    expect(page.locator(".heat")).to_be_hidden()
