"""Kind words go from a button of the panel to the fix log's page of thanks, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harness.accessibility import faults
from harness.servers import AmendsServer
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

KIND = "We put sixty years of photos into one album and the paper is lovely."
OFFER = "Thank publicly on the fix log"


def thanks(server: AmendsServer, page: Page, folder: Path) -> Locator:
    """What the page of thanks says once the site is built."""
    built = server.run("site", "build", "--out", str(folder), "--skip", "search")
    assert built.returncode == 0, built.stderr
    page.goto(f"{(folder / 'thanks' / 'index.html').as_uri()}")
    return page.locator("main")


def test_words_approved_with_keys_stand_on_the_site_until_they_are_taken_back(
    open_panel: Callable[[str], Page], office: AmendsServer, tmp_path: Path
) -> None:
    page = open_panel("rv-2038")
    panel = page.locator("amends-panel")
    panel.get_by_text(OFFER).press("Enter")
    words = panel.get_by_label("Words to show")
    expect(words).to_have_value(whole := page.locator("#rv-2038 .review-text").inner_text().strip())
    assert KIND in whole
    words.fill(KIND)
    show = panel.get_by_role("button", name="Show on the fix log")
    show.press("Enter")
    assert office.call("GET", "/praise")["items"] == [], "nobody said yet that the customer agreed"
    panel.get_by_label("They agreed").press("Space")
    assert faults(page) == []
    show.press("Enter")
    expect(panel.get_by_role("status").last).to_contain_text("Approved: these words stand")
    expect(panel.get_by_role("group", name="Kind words")).to_be_focused()
    site = page.context.new_page()
    expect(thanks(office, site, tmp_path / "site")).to_contain_text(KIND)
    assert "Calder" not in site.content()

    page.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="Take back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("status").last).to_contain_text("Taken back.")
    expect(panel.get_by_text(OFFER)).to_be_visible()
    expect(thanks(office, site, tmp_path / "site")).not_to_contain_text(KIND)


def test_what_the_server_refuses_is_said_and_what_is_approved_is_seen_on_coming_back(
    open_panel: Callable[[str], Page], office: AmendsServer
) -> None:
    page = open_panel("rv-2038")
    panel = page.locator("amends-panel")
    panel.get_by_text(OFFER).click()
    panel.get_by_label("Words to show").fill("The best albums there are!")
    panel.get_by_label("They agreed").check()
    panel.get_by_role("button", name="Show on the fix log").click()
    expect(panel.get_by_role("alert")).to_contain_text("Publish words of the review as they stand there")
    expect(panel.get_by_label("Words to show")).to_have_value("The best albums there are!")
    review = next(one for one in office.call("GET", "/reviews")["items"] if one["external_id"] == "rv-2038")
    office.call("PUT", f"/praise/{review['id']}", {"text": KIND})
    page.keyboard.press("Escape")
    page.locator("#rv-2038 amends-chip button").click()
    approved = page.locator("amends-panel").get_by_role("group", name="Kind words")
    expect(approved.locator("blockquote")).to_have_text(KIND)
    office.call("DELETE", f"/praise/{review['id']}")
    approved.get_by_role("button", name="Take back").click()
    expect(approved.get_by_role("alert")).to_contain_text("are approved")
    approved.get_by_role("button", name="Retry").click()
    expect(approved.get_by_text(OFFER)).to_be_visible()


def test_a_complaint_is_not_offered_as_praise(open_panel: Callable[[str], Page]) -> None:
    panel = open_panel("rv-2034").locator("amends-panel")
    expect(panel.locator(".draft").first).to_be_visible()
    expect(panel.get_by_text(OFFER)).to_have_count(0)
