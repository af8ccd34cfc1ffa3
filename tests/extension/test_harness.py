"""The harness: pairing is real, a killed server comes back on its data, pages stand under their own names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.browser import pair
from harness.servers import AmendsServer
from harness.sites import Web
from market import Server
from playwright.sync_api import BrowserContext, expect

pytestmark = pytest.mark.browser


def test_the_extension_pairs_through_its_options_page(
    extension_context: BrowserContext, amends_server: AmendsServer
) -> None:
    page = pair(extension_context, amends_server)
    expect(page.locator("#who")).to_contain_text("Mara")


def test_a_killed_server_comes_back_on_the_same_data(amends_server: AmendsServer) -> None:
    amends_server.call("POST", "/listings", {"id": "sample:halden-albums", "platform": "sample"})
    amends_server.kill()
    amends_server.start()
    assert [one["id"] for one in amends_server.call("GET", "/listings")["items"]] == ["sample:halden-albums"]


def test_a_stopped_server_ends_well(amends_server: AmendsServer) -> None:
    assert amends_server.stop() == 0
    assert "Traceback" not in amends_server.told()


def test_commands_work_beside_a_running_server(amends_server: AmendsServer) -> None:
    done = amends_server.run("issues", "add", "Photos vanish")
    assert done.returncode == 0, done.stderr
    assert [one["title"] for one in amends_server.call("GET", "/issues")["items"]] == ["Photos vanish"]


def test_every_review_of_our_listing_on_sample_market_gets_a_chip(
    extension_context: BrowserContext, demo_server: AmendsServer, market: Server
) -> None:
    pair(extension_context, demo_server).close()
    page = extension_context.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    expect(page.locator("article.review amends-chip")).to_have_count(10)
    page.get_by_role("button", name="Show more reviews").click()
    expect(page.locator("article.review amends-chip")).to_have_count(13)


def test_a_captured_page_stands_under_its_own_name(
    extension_context: BrowserContext, captured_site: Callable[..., str], web: Web
) -> None:
    site = captured_site("www.trustpilot.com", {"/review/www.bt.com": "pages/trustpilot/bt.com_2023-05.html"})
    page = extension_context.new_page()
    page.goto(f"{site}/review/www.bt.com")
    assert page.evaluate("location.host") == "www.trustpilot.com"
    assert {request.host for request in web.requests} == {"www.trustpilot.com"}
