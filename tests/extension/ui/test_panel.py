"""The panel: suggestions, checklist, issues, insertion into a controlled box, and the posted reply noticed."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from harness.servers import AmendsServer
from market import Server
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
BAD = "We apologise if this caused any inconvenience. 😀 You should have saved your work."


@pytest.fixture(scope="module")
def office(open_office: Callable[[], AbstractContextManager[AmendsServer]]) -> Iterator[AmendsServer]:
    """A server of this file's own."""
    with open_office() as server:
        yield server


def overlap(one: Locator, other: Locator) -> bool:
    a, b = one.bounding_box(), other.bounding_box()
    assert a is not None
    assert b is not None
    across = a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]
    return across and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"]


def test_a_suggestion_is_used_edited_posted_noticed_and_recorded(
    open_panel: Callable[[str], Page], ours: AmendsServer, market: Server
) -> None:
    page = open_panel("rv-2041")
    panel, review = page.locator("amends-panel"), page.locator("#rv-2041")
    suggestion = panel.locator(".draft").first.inner_text()
    panel.get_by_role("button", name="Use this suggestion").first.click()
    box = review.locator("textarea")
    expect(panel).to_contain_text("Read it over; you post it")
    expect(box).to_be_focused()
    assert "".join(box.input_value().split()) == "".join(suggestion.split())
    assert market.market.posted("rv-2041") is None, "only a person presses Publish"
    box.fill(f"{BAD} {box.input_value()}"[:350])
    expect(panel.locator(".mark.error, .mark.warning").first).to_be_visible()
    box.fill(suggestion)
    expect(panel).to_contain_text("All good. Post it when you are ready.")
    review.get_by_role("button", name="Publish").click()
    expect(panel).to_contain_text("Posted. Recorded.")
    expect(review.locator("amends-chip button")).to_have_text(re.compile("answered"))
    expect(review.locator("amends-chip")).to_have_count(1)
    cases = {case["id"]: case["state"] for case in ours.call("GET", "/cases")["items"]}
    assert "answered" in cases.values()


def test_typed_text_comes_back_with_undo(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2031")
    review, panel = page.locator("#rv-2031"), page.locator("amends-panel")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill("My own words.")
    panel.get_by_role("button", name="Use this suggestion").first.click()
    expect(review.locator("textarea")).not_to_have_value("My own words.")
    panel.get_by_role("button", name="Undo").first.click()
    expect(review.locator("textarea")).to_have_value("My own words.")
    review.get_by_role("button", name="Publish").click()
    expect(review.locator(".business-reply-text")).to_have_text("My own words.")


def test_a_repair_changes_only_what_it_is_about(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2030")
    review, panel = page.locator("#rv-2030"), page.locator("amends-panel")
    review.get_by_role("button", name="Reply").click()
    review.locator("textarea").fill(BAD)
    repair = panel.get_by_role("button", name=re.compile("^Repair: ")).first
    repair.click()
    expect(review.locator("textarea")).not_to_have_value(BAD)
    assert review.locator("textarea").input_value().count("😀") == 1


def test_the_panel_never_covers_the_sites_box_or_buttons(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2038")
    review, panel = page.locator("#rv-2038"), page.locator("amends-panel [role=dialog]")
    panel.get_by_role("button", name="Use this suggestion").first.click()
    parts = [review.locator(part) for part in ("textarea", ".publish", ".cancel")]
    for width in (1600, 1280, 1000, 820, 420):
        page.set_viewport_size({"width": width, "height": 800})
        last = time.monotonic() + 10
        page.wait_for_timeout(150)
        while covered := [str(part) for part in parts if overlap(panel, part)]:
            assert time.monotonic() < last, f"at {width} px the panel covers {covered}"
            page.wait_for_timeout(50)
        box = panel.bounding_box()
        assert box is not None
        assert box["width"] <= 380


def test_a_review_is_linked_unlinked_and_made_an_issue_of(
    open_panel: Callable[[str], Page], ours: AmendsServer
) -> None:
    ours.call("POST", "/issues", {"id": "HA-1", "title": "Blank shared links"})
    page = open_panel("rv-2024")
    panel, chip = page.locator("amends-panel"), page.locator("#rv-2024 amends-chip button")
    panel.get_by_text("Another issue").click()
    panel.get_by_role("searchbox").fill("blank")
    panel.get_by_role("button", name="Link this review to “Blank shared links”").click()
    expect(chip).to_have_text(re.compile("known · open"))
    expect(panel).to_contain_text("A follow-up waits until the fix is released.")
    panel.get_by_role("button", name="Not this one").click()
    expect(chip).not_to_have_text(re.compile("known · open"))
    panel.get_by_text("Open a new issue").click()
    expect(panel.get_by_label("Title", exact=True)).to_have_value("Rotating wipes the page")
    expect(panel.get_by_label("What customers see")).to_have_value(re.compile("^When I rotate my iPad"))
    panel.get_by_label("Title", exact=True).fill("Photos gone after turning the phone")
    panel.get_by_role("button", name="Open and link").click()
    expect(chip).to_have_text(re.compile("known · open"))
    assert "Photos gone after turning the phone" in {issue["title"] for issue in ours.call("GET", "/issues")["items"]}


def test_a_released_issue_brings_the_follow_up(open_panel: Callable[[str], Page], ours: AmendsServer) -> None:
    page = open_panel("rv-2040")
    review = next(one for one in ours.call("GET", "/reviews")["items"] if one["external_id"] == "rv-2040")
    ours.call("POST", "/issues", {"id": "HA-2", "title": "Photos gone", "review_id": review["id"]})
    ours.call("POST", "/issues/HA-2/state", {"state": "released", "fixed_in": "4.2", "released_on": "2026-11-01"})
    page.reload()
    page.locator("#rv-2040 amends-chip button").click()
    panel = page.locator("amends-panel")
    expect(panel).to_contain_text("Fixed in 4.2; tell them.")
    expect(panel.locator(".draft").first).to_contain_text("4.2")
    expect(page.locator("#rv-2040 amends-chip button")).to_have_text(re.compile("fixed in 4.2 · tell them"))


def test_for_a_troll_nothing_is_drafted_and_the_report_page_is_named(open_panel: Callable[[str], Page]) -> None:
    panel = open_panel("rv-2037").locator("amends-panel")
    expect(panel).to_contain_text("No reply is drafted")
    expect(panel.get_by_role("link", name="The site’s report page")).to_be_visible()
    expect(panel.get_by_role("button", name="Use this suggestion")).to_have_count(0)


def test_everything_works_by_keyboard(open_panel: Callable[[str], Page], market_page: Page) -> None:
    chip = market_page.locator("#rv-2031 amends-chip button")
    chip.focus()
    market_page.keyboard.press("Enter")
    panel = market_page.get_by_role("dialog", name="Amends: reply to Bea Lindqvist")
    expect(panel).to_be_focused()
    market_page.keyboard.press("Tab")
    fold = panel.get_by_role("button", name="Fold", exact=True)
    expect(fold).to_be_focused()
    market_page.keyboard.press("Space")
    expect(panel.get_by_role("button", name="Unfold")).to_have_attribute("aria-expanded", "false")
    expect(panel.locator(".body")).to_be_hidden()
    market_page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(chip).to_be_focused()
