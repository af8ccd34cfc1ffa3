"""When things go wrong, no server, a refused token, a stopped worker: each has its sentence, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import browsing
import pytest
from harness.servers import AmendsServer
from playwright.sync_api import BrowserContext, Page, expect

from amends.cli.office import Refused

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def office(open_office: Callable[[], AbstractContextManager[AmendsServer]]) -> Iterator[AmendsServer]:
    """A server of this file's own."""
    with open_office() as server:
        yield server


@pytest.fixture
def ours(ours: AmendsServer) -> Iterator[AmendsServer]:
    """The server, which a test may stop: the next one finds it running."""
    yield ours
    try:
        ours.call("GET", "/health")
    except Refused:
        ours.start()


def answered(server: AmendsServer) -> int:
    return sum(case["state"] == "answered" for case in server.call("GET", "/cases")["items"])


def test_without_a_server_the_panel_says_so_and_retries(open_panel: Callable[[str], Page], ours: AmendsServer) -> None:
    ours.stop()
    page = open_panel("rv-2041")
    panel = page.locator("amends-panel")
    expect(panel).to_contain_text(f"Amends cannot be reached at {ours.address}")
    ours.start()
    panel.get_by_role("button", name="Retry").first.click()
    expect(panel.get_by_role("button", name="Use this suggestion").first).to_be_visible()


def test_a_reply_posted_while_offline_is_recorded_later_even_if_the_worker_was_stopped(
    open_panel: Callable[[str], Page],
    ours: AmendsServer,
    paired: BrowserContext,
    stop_worker: Callable[[BrowserContext], None],
) -> None:
    page = open_panel("rv-2038")
    panel, review = page.locator("amends-panel"), page.locator("#rv-2038")
    panel.get_by_role("button", name="Use this suggestion").first.click()
    expect(review.locator("textarea")).not_to_have_value("")
    before = answered(ours)
    ours.stop()
    review.get_by_role("button", name="Publish").click()
    expect(page.locator("amends-bar")).to_contain_text("cannot be reached")
    expect(panel).to_contain_text("it will be recorded as soon as it can")
    stop_worker(paired)
    ours.start()
    page.locator("amends-bar").get_by_role("button", name="Retry").click()
    expect(page.locator("amends-bar")).to_have_count(0)
    page.wait_for_timeout(500)
    options = paired.new_page()
    options.goto(f"{browsing.extension_address(paired)}/options/options.html")
    expect(options.locator("#who")).to_contain_text("You are")
    expect(options.locator("#waiting")).to_be_hidden()
    assert answered(ours) == before + 1


def test_a_refused_token_asks_to_pair_again(
    open_panel: Callable[[str], Page], ours: AmendsServer, pair_anew: Callable[[str], None]
) -> None:
    page = open_panel("rv-2041")
    page.locator("amends-panel").get_by_role("button", name="Use this suggestion").first.wait_for()
    ours.call("POST", "/staff", {"name": "Second", "role": "maintainer"})
    mine = next(one for one in ours.call("GET", "/staff")["items"] if one["name"] != "Second")
    ours.call("DELETE", f"/staff/{mine['id']}")
    page.reload()
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("no longer accepts this browser’s token")
    expect(bar.get_by_role("button", name="Pair again")).to_be_visible()
    pair_anew(ours.pairing_code())
    page.reload()
    expect(page.locator("#rv-2041 amends-chip button")).to_be_visible()
