"""A posted reply is told from a draft, ours from a colleague's; a draft outlives the page it was written on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from harness.servers import AmendsServer
from market import Server
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

WORDS = "Dear Maren, the photos come back with 4.2; write to us at help@halden.example. Ida"
ANSWER = """([review, text, mark]) => {
    const answer = document.createElement('div');
    answer.className = 'business-reply';
    const author = document.createElement('strong');
    const words = document.createElement('p');
    [author.className, words.className] = ['business-reply-author', 'business-reply-text'];
    [author.textContent, words.textContent] = ['Halden Software', text];
    answer.append(author, ` ${mark}`, words);
    document.querySelector(review).append(answer);
}"""


@pytest.fixture
def page(workbench: Page) -> Page:
    """Where the extension's modules can be tried."""
    return workbench


@pytest.mark.parametrize(
    ("text", "element", "before", "posted"),
    [
        (WORDS, WORDS, "", {"text": WORDS, "held": False}),
        (WORDS.replace(" ", "\n "), "", "", {"text": WORDS, "held": False}),
        ("", f"Halden Software, today. {WORDS} Edit Delete", "", {"text": WORDS, "held": False}),
        (f"Awaiting approval {WORDS}", "", "", {"text": WORDS, "held": True}),
        (WORDS, f"Halden: {WORDS} (wird noch geprüft)", "", {"text": WORDS, "held": True}),
        (f"{WORDS[:60]}… more", "", "", {"text": WORDS, "held": False}),
        (f"{WORDS} 🙂", f"Halden: {WORDS} 🙂", "", {"text": f"{WORDS} 🙂", "held": False}),
        (WORDS.replace("4.2", "4.3"), "", "", {"text": WORDS.replace("4.2", "4.3"), "held": False}),
        ("Sorry to hear that. Please reinstall the app and tell us whether it helped. Jonna", "", "", None),
        ("Thank you", "Halden: Thank you", "", None),
        (WORDS, WORDS, WORDS, None),
        ("", "", "", None),
    ],
)
def test_the_answer_on_the_page_is_told_to_be_ours_or_not(
    page: Page, text: str, element: str, before: str, posted: dict[str, Any] | None
) -> None:
    told = page.evaluate(
        "async (given) => (await import('/content/posted-words.js')).postedIn(...given)",
        [{"text": text, "all": element}, WORDS, before],
    )
    assert told == posted


def reply(server: AmendsServer, review: str) -> str | None:
    """The reply the server has for a review."""
    found = next(one for one in server.call("GET", "/reviews")["items"] if one.get("external_id") == review)
    words: str | None = (found.get("reply") or {}).get("text")
    return words


def test_a_draft_outlives_its_page_and_what_was_posted_in_the_end_is_recorded(
    open_panel: Callable[[str], Page], ours: AmendsServer, paired: BrowserContext, market: Server
) -> None:
    page = open_panel("rv-2035")
    review = page.locator("#rv-2035")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(WORDS)
    page.close()
    page = paired.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    review, panel = page.locator("#rv-2035"), page.locator("amends-panel")
    review.locator("amends-chip button").click()
    kept = panel.get_by_role("group", name="You had begun a reply")
    expect(kept).to_contain_text(WORDS)
    assert reply(ours, "rv-2035") is None, "a draft is no reply"
    kept.get_by_role("button", name="Use this suggestion").click()
    expect(review.locator("textarea")).to_have_value(WORDS)
    # Shown for a moment, and taken back: what a site does that could not keep the reply.
    page.evaluate(ANSWER, ["#rv-2035", WORDS, ""])
    page.locator("#rv-2035 .business-reply").wait_for()
    page.wait_for_timeout(700)
    page.locator("#rv-2035 .business-reply").evaluate("(answer) => answer.remove()")
    final = f"{WORDS}\nP.S. Thank you for writing."
    review.locator("textarea").fill(final)
    review.get_by_role("button", name="Publish").click()
    expect(panel).to_contain_text("Posted. Recorded.")
    assert reply(ours, "rv-2035") == final
    page.reload()
    review.locator("amends-chip button").click()
    expect(panel.get_by_role("group", name="Already answered")).to_contain_text("Already answered by")
    expect(kept).to_be_hidden()


def test_a_draft_that_is_not_wanted_any_more_is_gone_for_good(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2031")
    review, panel = page.locator("#rv-2031"), page.locator("amends-panel")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(WORDS)
    for there in (True, False):
        page.reload()
        review.locator("amends-chip button").click()
        panel.get_by_role("button", name="Use this suggestion").first.wait_for()
        expect(panel.get_by_role("button", name="Discard")).to_have_count(int(there))
        if there:
            panel.get_by_role("button", name="Discard").click()
            expect(panel.get_by_role("group", name="You had begun a reply")).to_be_hidden()


def test_a_reply_that_waits_for_approval_is_posted_and_said_to_wait(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2030")
    review, panel = page.locator("#rv-2030"), page.locator("amends-panel")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(WORDS)
    page.evaluate(ANSWER, ["#rv-2030", WORDS, "Awaiting approval"])
    expect(panel).to_contain_text("Posted. Recorded. The site shows it to others once it has been approved there.")


def test_who_posts_and_leaves_at_once_has_posted(
    open_panel: Callable[[str], Page], ours: AmendsServer, paired: BrowserContext, market: Server
) -> None:
    page = open_panel("rv-2034")
    review = page.locator("#rv-2034")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(WORDS)
    review.get_by_role("button", name="Publish").click()
    review.locator(".business-reply").wait_for()
    page.close()
    assert market.market.posted("rv-2034") == WORDS
    page = paired.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    expect(page.locator("#rv-2034 amends-chip button")).to_contain_text("answered")
    assert reply(ours, "rv-2034") == WORDS


def test_a_colleagues_answer_is_noticed_before_and_while_somebody_writes(
    open_panel: Callable[[str], Page], ours: AmendsServer
) -> None:
    page = open_panel("rv-2037")
    review, panel = page.locator("#rv-2037"), page.locator("amends-panel")
    answered = panel.get_by_role("group", name="Already answered")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill("Dear customer, we look into it.")
    page.evaluate(ANSWER, ["#rv-2037", WORDS, ""])
    expect(answered).to_contain_text("While you were here, somebody answered this review.")
    expect(answered).to_contain_text("Already answered by \u2068Halden Software\u2069.")
    expect(panel).not_to_contain_text("Posted. Recorded.")
    kept = next(one for one in ours.call("GET", "/reviews")["items"] if one.get("external_id") == "rv-2024")
    ours.call("POST", "/replies", {"review_id": kept["id"], "text": WORDS})
    page.reload()
    page.locator("#rv-2024 amends-chip button").click()
    expect(answered).to_contain_text("Already answered")
    answered.get_by_text("Show the answer").click()
    expect(answered).to_contain_text(WORDS)


def test_what_was_asked_long_ago_is_asked_again_when_somebody_begins_to_answer(page: Page) -> None:
    asked = page.evaluate("""async () => {
        const { answered } = await import('/panel/answered.js');
        return [0, Date.now()].map((asked) => {
            let times = 0;
            const entry = { asked, item: { review: {} }, news: new EventTarget() };
            answered({ entry, seen: {}, signal: new AbortController().signal, refresh: async () => { times += 1; } });
            return times;
        });
    }""")
    assert asked == [1, 0]
