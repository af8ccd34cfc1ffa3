"""The two straight lines, walked with the loaded extension, the real API and a TinyDB file."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from harness.browser import pair
from harness.servers import AmendsServer
from harness.sites import Web
from market import Server
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

BT = {"/review/www.bt.com": "pages/trustpilot/bt.com_2023-05.html"}
REVIEW = "#rv-2041"
ISSUE = "Photos gone after turning the phone"


def test_a_captured_trustpilot_page_gets_a_chip_at_each_review(
    amends_server: AmendsServer,
    extension_context: BrowserContext,
    captured_site: Callable[[str, Mapping[str, str]], str],
) -> None:
    site = captured_site("www.trustpilot.com", BT)
    amends_server.call("POST", "/listings", {"id": "trustpilot:www.bt.com"})
    pair(extension_context, amends_server).close()
    page = extension_context.new_page()
    page.goto(f"{site}/review/www.bt.com")
    expect(page.locator("amends-chip")).to_have_count(20)
    kept = amends_server.call("GET", "/reviews")["items"]
    assert len(kept) == 20
    assert sum("reply" in review for review in kept) == 12
    beside = page.locator("article:has(amends-chip), section:has(amends-chip), div:has(> amends-chip)")
    expect(beside.first).to_be_visible()


def test_from_a_review_to_a_posted_reply_and_from_a_fix_to_the_page_that_answers_it(
    start_server: Callable[..., AmendsServer], extension_context: BrowserContext, market: Server, tmp_path: Path
) -> None:
    site = tmp_path / "fixlog"
    server = start_server("--site", str(site), AMENDS_SITE__BASE_URL="https://fixes.halden.example")
    server.call("POST", "/listings", {"id": "sample:halden-albums"})
    pair(extension_context, server).close()
    page = extension_context.new_page()
    page.goto(f"{market.address}/apps/halden-albums")
    _answer(page, market)
    _link_to_a_new_issue(page)
    stored = next(one for one in server.call("GET", "/reviews")["items"] if one["external_id"] == "rv-2041")
    assert stored["reply"]["text"] == market.market.posted("rv-2041")
    _release(server, site)
    _read_the_fix_page(extension_context, server)
    _follow_up_stands_beside_the_review(page, server, stored["id"])


def _answer(page: Page, market: Server) -> None:
    page.locator(f"{REVIEW} amends-chip button").click()
    panel, box = page.locator("amends-panel"), page.locator(f"{REVIEW} textarea")
    panel.get_by_role("button", name="Use this suggestion").first.click()
    expect(box).not_to_have_value("")
    draft = box.input_value()
    box.fill("We apologise if this caused any inconvenience. " + draft[:250])
    expect(panel.locator(".mark.error, .mark.warning").first).to_be_visible()
    box.fill(draft)
    expect(panel).to_contain_text("All good. Post it when you are ready.")
    assert market.market.posted("rv-2041") is None, "nobody pressed Publish yet"
    page.locator(REVIEW).get_by_role("button", name="Publish").click()
    expect(panel).to_contain_text("Posted. Recorded.")


def _link_to_a_new_issue(page: Page) -> None:
    panel = page.locator("amends-panel")
    panel.get_by_text("Open a new issue").click()
    panel.get_by_label("Title").fill(ISSUE)
    panel.get_by_role("button", name="Open and link").click()
    expect(page.locator(f"{REVIEW} amends-chip button")).to_have_text(re.compile("known · open"))


def _release(server: AmendsServer, site: Path) -> None:
    """With the commands, beside the running server."""
    issue = server.call("GET", "/issues")["items"][0]
    assert issue["title"] == ISSUE
    listed = server.run("followups", "list")
    assert "held" in listed.stdout, listed.stderr
    released = server.run(
        "issues", "state", issue["id"], "released", "--fixed-in", "4.2", "--released-on", "2026-11-12"
    )
    assert "1 follow-up is ready" in released.stdout, released.stderr
    built = server.run("site", "build", "--out", str(site))
    assert built.returncode == 0, built.stderr


def _read_the_fix_page(context: BrowserContext, server: AmendsServer) -> None:
    """As a customer does who follows a reply's short link on a phone: the first screen says all that matters."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.address}/fixlog/f/{server.call('GET', '/issues')['items'][0]['id']}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(ISSUE)
    for words in ("Fixed in 4.2, out since 12 November 2026", ISSUE, "Update to 4.2 or newer"):
        box = page.get_by_text(words).first.bounding_box()
        assert box is not None, words
        assert box["y"] + box["height"] <= 844, words
    page.goto(f"{server.address}/fixlog/")
    page.get_by_role("link", name=ISSUE).click()
    expect(page.locator("main")).to_contain_text(re.compile("Fixed in 4.2, out since 12 November 2026"))
    assert "Maren" not in page.content()
    page.close()


def _follow_up_stands_beside_the_review(page: Page, server: AmendsServer, review_id: str) -> None:
    page.reload()
    chip = page.locator(f"{REVIEW} amends-chip button")
    expect(chip).to_have_text(re.compile("fixed in 4.2 · tell them"))
    chip.click()
    panel = page.locator("amends-panel")
    expect(panel.locator(".draft").first).to_contain_text("4.2")
    expect(panel.locator(".draft").first).to_contain_text("12 November")
    owed = server.call("GET", "/followups?state=ready")["items"]
    assert [one["review"]["id"] for one in owed] == [review_id]
    assert owed[0]["draft"]["length"]["used"] <= 350
    assert owed[0]["review"]["url"].endswith("rv-2041")


@contextmanager
def tripwire(address: str) -> Iterator[list[str]]:
    """Listen where the API was; every connection made there is noted."""
    touched: list[str] = []
    with socket.create_server(("127.0.0.1", int(address.rpartition(":")[2])), reuse_port=False) as listener:
        listener.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(1)
                    touched.append(connection.recv(200).decode(errors="replace"))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield touched
        finally:
            done.set()
            thread.join()


def test_on_a_page_that_is_not_ours_no_request_leaves_the_browser(
    paired: BrowserContext,
    amends_server: AmendsServer,
    web: Web,
    captured_site: Callable[[str, Mapping[str, str]], str],
) -> None:
    site = captured_site("www.trustpilot.com", BT)
    amends_server.stop()
    web.requests.clear()
    with tripwire(amends_server.address) as touched:
        page = paired.new_page()
        page.goto(f"{site}/review/www.bt.com")
        expect(page.get_by_role("button", name="This is ours")).to_be_visible()
        page.mouse.wheel(0, 3000)
        page.wait_for_timeout(2500)
        assert touched == []
    asked = {(request.host, request.path) for request in web.requests}
    assert asked <= {("www.trustpilot.com", "/review/www.bt.com"), ("www.trustpilot.com", "/favicon.ico")}
    expect(page.locator("amends-chip")).to_have_count(0)


HOSTILE = """<!doctype html><meta charset="utf-8"><title>Halden Albums</title>
<h1 class="app-name">Halden Albums</h1>
<article class="review" data-review-id="h1" lang="en"><span class="review-author">&lt;b onclick=alert(1)&gt;</span>
<span class="stars" data-value="1"></span><p class="review-text">&lt;script&gt;alert(1)&lt;/script&gt;
&lt;img src=x onerror="document.title='broken'"&gt; \u202egnihtyreve\u202c the app loses photos</p></article>
<article class="review" data-review-id="h2" lang="en"><span class="review-author">Long</span>
<span class="stars" data-value="2"></span><p class="review-text">LONG</p></article>"""


def test_hostile_reviews_harm_neither_panel_nor_api_nor_site(
    start_server: Callable[..., AmendsServer], extension_context: BrowserContext, market: Server, tmp_path: Path
) -> None:
    site = tmp_path / "fixlog"
    server = start_server("--site", str(site))
    server.call("POST", "/listings", {"id": "sample:halden-albums"})
    pair(extension_context, server).close()
    page = extension_context.new_page()
    shown: list[str] = []
    page.on("dialog", lambda dialog: (shown.append(dialog.message), dialog.dismiss()))
    body = HOSTILE.replace("LONG", "the photos are gone " * 5000)
    page.route("**/apps/halden-albums", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto(f"{market.address}/apps/halden-albums")
    for review in ("h1", "h2"):
        page.locator(f'[data-review-id="{review}"] amends-chip button').click()
        expect(page.locator("amends-panel [role=dialog]")).to_be_visible()
        expect(page.locator("amends-panel .draft").first).to_be_visible()
        page.keyboard.press("Escape")
    kept = {one["external_id"]: one for one in server.call("GET", "/reviews")["items"]}
    assert "<script>alert(1)</script>" in kept["h1"]["text"]
    assert len(kept["h2"]["text"]) >= 99_000
    title = "<script>alert(3)</script> \u202e photos"
    issue = server.call(
        "POST", "/issues", {"title": title, "symptom": kept["h1"]["text"], "review_id": kept["h1"]["id"]}
    )
    server.call("POST", f"/issues/{issue['id']}/state", {"state": "released", "fixed_in": "4.2"})
    built = server.run("site", "build", "--out", str(site))
    assert built.returncode == 0, built.stderr
    page.goto(f"{server.address}/fixlog/")
    page.locator(".list a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("alert(3)")
    assert page.locator("main script, main img").count() == 0
    assert shown == []
    assert page.title() != "broken"
