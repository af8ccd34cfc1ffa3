"""A colleague who may only read: a sentence says why there are no chips, and nothing is offered in vain."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import browsing
import pytest
from harness.servers import AmendsServer
from market import Server
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def reading(
    paired: BrowserContext, own_pages: Page, ours: AmendsServer, pair_anew: Callable[..., None]
) -> Iterator[BrowserContext]:
    """The browser, paired as a reader."""
    staff = ours.call("POST", "/staff", {"name": "Rea", "role": "reader"})
    code = ours.call("POST", "/pairing-codes", {"staff_id": staff["id"]})["code"]
    pair_anew(code)
    yield paired
    pair_anew(ours.pairing_code())


def test_on_our_own_page_a_sentence_says_why_there_are_no_chips(reading: BrowserContext, market: Server) -> None:
    asked: list[str] = []
    reading.on("request", lambda request: asked.append(request.url))
    page = reading.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("you are a reader: chips, suggestions and the checklist need a writer")
    expect(page.locator("amends-chip")).to_have_count(0)
    assert [one.get_attribute("aria-label") for one in bar.get_by_role("button").all()] == ["Close"]
    assert not [url for url in asked if "/api/v1/" in url]
    bar.get_by_role("button", name="Close").click()
    expect(bar).to_have_count(0)


def test_on_a_page_that_is_not_ours_a_reader_is_offered_nothing(reading: BrowserContext, market: Server) -> None:
    page = reading.new_page()
    page.goto(f"{market.address}/apps/halden-glow")
    page.locator("article.review").first.wait_for()
    page.wait_for_timeout(700)
    expect(page.locator("amends-bar")).to_have_count(0)


def test_the_extensions_own_pages_show_a_reader_no_button_that_would_be_refused(reading: BrowserContext) -> None:
    page = reading.new_page()
    page.goto(f"{browsing.extension_address(reading)}/options/options.html")
    expect(page.locator("#who")).to_contain_text("You are Rea (reader)")
    expect(page.locator("#listings")).to_contain_text("Halden Albums")
    expect(page.locator("#add-listing")).to_be_hidden()
    expect(page.get_by_role("button", name="Remove sample:halden-albums")).to_have_count(0)
    page.get_by_role("button", name="Test the connection").click()
    expect(page.locator("#news")).to_contain_text("knows you as Rea")
    page.goto(f"{browsing.extension_address(reading)}/desk/desk.html")
    expect(page.locator("#list")).to_contain_text("Nobody is waiting to hear from you.")
    expect(page.locator("#problem")).to_be_empty()


def test_a_reader_who_became_a_writer_is_one_as_soon_as_the_connection_is_tested(
    reading: BrowserContext, ours: AmendsServer
) -> None:
    page = reading.new_page()
    page.goto(f"{browsing.extension_address(reading)}/options/options.html")
    expect(page.locator("#who")).to_contain_text("(reader)")
    me = next(one["id"] for one in reversed(ours.call("GET", "/staff")["items"]) if one["name"] == "Rea")
    ours.call("PATCH", f"/staff/{me}", {"role": "writer", "name": "Rea Holm"})
    page.get_by_role("button", name="Test the connection").click()
    expect(page.locator("#who")).to_contain_text("You are Rea Holm (writer)")
    expect(page.locator("#add-listing")).to_be_visible()


def test_a_refusal_by_role_has_a_sentence_and_no_button_to_try_again(workbench: Page) -> None:
    workbench.evaluate("""async () => {
        const { problemBox } = await import('/panel/problem.js');
        const problem = { kind: 'forbidden', detail: 'Rea is a reader; this needs a writer.' };
        document.body.replaceChildren(problemBox(problem, () => undefined));
    }""")
    expect(workbench.locator(".problem")).to_contain_text("Your role does not allow that. Rea is a reader")
    expect(workbench.get_by_role("button")).to_have_count(0)
