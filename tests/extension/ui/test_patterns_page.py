"""The page of recurring problems: what it shows, and the way from there to an issue, by keyboard, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import browsing
import pytest
from harness.accessibility import faults
from harness.servers import AmendsServer
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

REVIEWS = (
    ("2026-10-20", "The export to PDF hangs at 99 percent every single time."),
    ("2026-11-09", "PDF export hangs forever, it never gets past 99 percent."),
    ("2026-11-10", "Exporting to PDF hangs. I waited an hour at 99 percent!"),
)
LATER = ("2026-11-17", "Export to PDF hangs at 99 percent since the update.")


@pytest.fixture(scope="module")
def office(open_office: Callable[[], AbstractContextManager[AmendsServer]]) -> Iterator[AmendsServer]:
    """A server of this file's own."""
    with open_office() as server:
        yield server


def observe(server: AmendsServer, *told: tuple[str, str]) -> None:
    page = [
        {"platform": "sample", "external_id": f"pattern-{day}", "product": "Halden Albums", "author": "Ines P.",
         "url": "http://sample.example/r", "text": text, "posted_at": day, "rating": {"value": 1, "best": 5}}
        for day, text in told
    ]  # fmt: skip
    server.call("POST", "/reviews:observe", {"reviews": page})


def opened(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(f"{browsing.extension_address(context)}/desk/patterns.html")
    expect(page.locator("#list")).to_have_attribute("aria-busy", "false")
    return page


def test_a_problem_of_several_reviews_becomes_an_issue_with_its_reporters(
    paired: BrowserContext, ours: AmendsServer, tmp_path: Path
) -> None:
    page = opened(paired)
    expect(page.locator("#list")).to_contain_text("No problem that two recent reviews share.")
    assert faults(page) == []
    observe(ours, *REVIEWS)
    page.reload()
    pattern = page.locator(".pattern")
    expect(pattern).to_contain_text("3 reviews · Halden Albums")
    expect(pattern.get_by_role("img")).to_have_attribute(
        "aria-label", "Since the week of 19 October 2026. Most in the week of 9 November 2026: 2 reviews."
    )
    assert pattern.locator("rect").count() == 4
    page.locator("summary").press("Enter")
    expect(page.get_by_label("Title")).not_to_have_value("")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == []
        page.screenshot(path=tmp_path / f"patterns-{scheme}.png", full_page=True)
    page.get_by_label("Title").fill("Export to PDF hangs")
    page.get_by_label("Title").press("Enter")
    expect(page.locator("#news")).to_have_text("Linked to “Export to PDF hangs”.")
    expect(pattern).to_contain_text("Known as “Export to PDF hangs”.")
    issue = ours.call("GET", "/issues")["items"][0]
    assert (issue["title"], issue["product"]) == ("Export to PDF hangs", "Halden Albums")
    assert len(ours.call("GET", f"/issues/{issue['id']}/links")["items"]) == 3


def test_a_reporter_who_came_later_is_linked_to_the_issue(paired: BrowserContext, ours: AmendsServer) -> None:
    observe(ours, *REVIEWS, LATER)
    page = opened(paired)
    issue = ours.call("GET", "/issues")["items"][0]
    page.get_by_role("button", name="Link the 1 other review").click()
    expect(page.locator("#news")).to_have_text("Linked to “Export to PDF hangs”.")
    assert len(ours.call("GET", f"/issues/{issue['id']}/links")["items"]) == 4
