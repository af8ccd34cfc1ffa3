"""On a page: a chip at each review, none twice, nothing asked about pages that are not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from harness.browser import pair
from harness.servers import AmendsServer
from harness.sites import Web
from market import Server
from playwright.sync_api import BrowserContext, Page, Request, expect

pytestmark = pytest.mark.browser


def observed(server: AmendsServer, listing: str) -> list[str]:
    """The ids of a listing's reviews that the server was told of."""
    kept = server.call("GET", "/reviews")["items"]
    return [review.get("external_id", "") for review in kept if review.get("listing") == listing]


def test_each_review_gets_one_chip_and_only_new_ones_are_sent(
    market_page: Page, ours: AmendsServer, paired: BrowserContext
) -> None:
    sent: list[int] = []

    def count(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/reviews:observe"):
            sent.append(len(json.loads(request.post_data or "{}")["reviews"]))

    paired.on("request", count)
    chips = market_page.locator("amends-chip")
    expect(chips).to_have_count(10)
    market_page.get_by_role("button", name="Show more reviews").click()
    expect(chips).to_have_count(13)
    market_page.evaluate("document.querySelector('.facts').textContent += ' today'")
    market_page.wait_for_timeout(1200)
    assert sent == [3]
    expect(chips).to_have_count(13)
    assert len(observed(ours, "sample:halden-albums")) == 13
    expect(market_page.locator("#rv-2041 amends-chip button")).to_have_text(re.compile("answer within"))
    expect(market_page.locator("#rv-2027 amends-chip button")).to_have_text(re.compile("answered"))


def test_another_address_of_the_same_visit_is_read_anew(market_page: Page, ours: AmendsServer) -> None:
    market_page.evaluate("history.pushState({}, '', '/apps/pebble-journal')")
    expect(market_page.locator("amends-chip")).to_have_count(0)
    expect(market_page.locator("amends-bar")).to_contain_text("Until you say so, nothing here is sent")
    assert observed(ours, "sample:pebble-journal") == []


PRESS_ALL = """() => {
    const { shadowRoot } = document.querySelector('amends-bar');
    for (const button of shadowRoot.querySelectorAll('button')) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    }
}"""


def test_a_page_that_is_not_ours_causes_no_request_until_a_person_says_it_is(
    ours: AmendsServer, paired: BrowserContext, market: Server
) -> None:
    asked: list[str] = []
    paired.on("request", lambda request: asked.append(request.url))
    page = paired.new_page()
    page.goto(f"{market.address}/apps/halden-glow")
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("is this page one of yours?")
    page.evaluate(PRESS_ALL)
    page.wait_for_timeout(700)
    expect(bar).to_have_count(1)
    assert not [url for url in asked if url.startswith(ours.address)]
    assert observed(ours, "sample:halden-glow") == []
    bar.get_by_role("button", name="This is ours").click()
    expect(page.locator("amends-chip")).to_have_count(4)
    expect(bar).to_have_count(0)
    page.goto(f"{market.address}/apps/pebble-journal")
    bar.get_by_role("button", name="Not ours").click()
    page.reload()
    page.locator("article.review").first.wait_for()
    page.wait_for_timeout(1000)
    expect(bar).to_have_count(0)
    listed = {one["id"] for one in ours.call("GET", "/listings")["items"]}
    assert listed == {"sample:halden-albums", "sample:halden-glow"}


def test_a_captured_page_of_our_listing_gets_a_chip_at_each_review(
    paired: BrowserContext, ours: AmendsServer, captured_site: Callable[..., str]
) -> None:
    site = captured_site("www.trustpilot.com", {"/review/www.bt.com": "pages/trustpilot/bt.com_2023-05.html"})
    asked: list[str] = []
    paired.on("request", lambda request: asked.append(request.url))
    page = paired.new_page()
    page.goto(f"{site}/review/www.bt.com")
    offered = page.locator("amends-bar").get_by_role("button", name="This is ours")
    expect(offered).to_be_visible()
    assert not [url for url in asked if url.startswith(ours.address)], "not ours yet: nothing is sent"
    offered.click()
    expect(page.locator("amends-chip")).to_have_count(20)
    assert len(observed(ours, "trustpilot:www.bt.com")) == 20


HOSTILE = (
    "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script> \u202eeverything reversed"
)


def test_hostile_reviews_stay_letters(ours: AmendsServer, paired: BrowserContext, market: Server) -> None:
    market.market._reviews["rv-2034"] = {
        **market.market._reviews["rv-2034"],
        "author": "<b>Bobby</b> \u202e\u2067",
        "title": HOSTILE,
        "text": HOSTILE + "long " * 20_000,
    }
    ours.call("POST", "/issues", {"title": HOSTILE, "symptom": HOSTILE})
    page = paired.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    page.locator("#rv-2034 amends-chip button").click()
    panel = page.locator("amends-panel")
    panel.get_by_text("Another issue").click()
    expect(panel.locator(".found")).to_contain_text("<img src=x onerror=")
    panel.get_by_text("Open a new issue").click()
    expect(panel.get_by_label("Title", exact=True)).to_have_value(re.compile("<img"))
    expect(panel.locator("img, script, b:has-text('Bobby')")).to_have_count(0)
    assert "broken" not in page.title()
    assert panel.locator("h2").bounding_box() is not None


STRUCTURED = """<!doctype html><title>Lamp</title><body><h1>Lamp</h1><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Product", "name": "Lamp", "review": [
 {"@type": "Review", "author": {"@type": "Person", "name": "Ida"}, "reviewBody": "It broke after a week.",
  "reviewRating": {"@type": "Rating", "ratingValue": 1}},
 {"@type": "Review", "author": {"@type": "Person", "name": "Ove"}, "reviewBody": "Warm light.",
  "reviewRating": {"@type": "Rating", "ratingValue": 5}}]}
</script>"""


def test_a_page_without_an_adapter_is_read_when_a_person_asks(
    open_browser: Callable[..., BrowserContext], ours: AmendsServer, web: Web
) -> None:
    context = open_browser(granted=("https://*/*",))
    options = pair(context, ours)
    page = context.new_page()
    page.goto(web.put("shop.example", {"/lamp": STRUCTURED}) + "/lamp")
    expect(page.locator("amends-bar")).to_have_count(0)
    options.evaluate("""async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://shop.example/*' });
        return chrome.runtime.sendMessage({ kind: 'readThisPage', tab_id: tab.id });
    }""")
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("web:shop.example")
    assert observed(ours, "web:shop.example") == []
    bar.get_by_role("button", name="This is ours").click()
    expect(bar).to_contain_text("Amends read 2 reviews here.")
    bar.locator("amends-chip button").first.click()
    panel = page.locator("amends-panel")
    expect(panel).to_contain_text("This page has no reply box here.")
    panel.get_by_role("button", name="Use this suggestion").first.click()
    expect(panel.get_by_label("Your draft")).not_to_have_value("")
    used = panel.get_by_label("Your draft").input_value()
    panel.get_by_label("Your draft").fill("You should have read the manual.")
    expect(panel.locator(".mark.error").first).to_be_visible()
    assert page.evaluate("[...CSS.highlights.keys()]") != [], "underlined in our own box, too"
    expect(page.locator("amends-marks")).to_have_css("visibility", "visible")
    panel.get_by_label("Your draft").fill(used)
    panel.get_by_role("button", name="I posted this").click()
    expect(panel).to_contain_text("Posted. Recorded.")
