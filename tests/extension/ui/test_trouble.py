"""When things go wrong, no server, a refused token, a stopped worker: each has its sentence, and nothing is lost."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import browsing
import pytest
from harness.servers import AmendsServer, free_port
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


class Door:
    """A port before a server that can be shut, as if the server were gone, without the cost of starting it again."""

    def __init__(self, server: AmendsServer) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._server = ("127.0.0.1", int(server.address.rpartition(":")[2]))
        self._held: list[socket.socket] = []

    def open(self) -> None:
        """Let everybody through who knocks."""
        listener = socket.create_server(("127.0.0.1", self.port))
        listener.settimeout(0.05)
        self._held = [listener]
        threading.Thread(target=self._welcome, args=(listener,), daemon=True).start()

    def shut(self) -> None:
        """Let nobody through, and send away who is inside."""
        held, self._held = self._held, []
        for one in held:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _welcome(self, listener: socket.socket) -> None:
        while listener in self._held:
            try:
                visitor, _ = listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            visitor.settimeout(None)
            inside = socket.create_connection(self._server)
            self._held += [visitor, inside]
            for one, other in ((visitor, inside), (inside, visitor)):
                threading.Thread(target=_carry, args=(one, other), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket) -> None:
    """Pass on what comes in at one end, until either end is closed."""
    with suppress(OSError):
        while said := one.recv(65_536):
            other.sendall(said)
        other.shutdown(socket.SHUT_WR)


@pytest.fixture(scope="module")
def only_door(office: AmendsServer) -> Iterator[Door]:
    """Where the browser of these tests finds the server."""
    door = Door(office)
    door.open()
    yield door
    door.shut()


@pytest.fixture
def door(only_door: Door) -> Iterator[Door]:
    """The door, open when the next test comes."""
    yield only_door
    only_door.shut()
    only_door.open()


@pytest.fixture(scope="module")
def colleague(own_pages: Page, office: AmendsServer, only_door: Door, pair_anew: Callable[..., None]) -> BrowserContext:
    """The one browser, paired with the server through the door."""
    pair_anew(office.pairing_code(), only_door.address)
    return own_pages.context


def answered(server: AmendsServer) -> int:
    return sum(case["state"] == "answered" for case in server.call("GET", "/cases")["items"])


def test_without_a_server_the_panel_says_so_and_retries(open_panel: Callable[[str], Page], door: Door) -> None:
    door.shut()
    page = open_panel("rv-2041")
    panel = page.locator("amends-panel")
    expect(panel).to_contain_text(f"Amends cannot be reached at {door.address}")
    door.open()
    panel.get_by_role("button", name="Retry").first.click()
    expect(panel.get_by_role("button", name="Use this suggestion").first).to_be_visible()


def test_a_reply_posted_while_offline_is_recorded_later_even_if_the_worker_was_stopped(
    open_panel: Callable[[str], Page],
    ours: AmendsServer,
    door: Door,
    paired: BrowserContext,
    stop_worker: Callable[[BrowserContext], None],
) -> None:
    page = open_panel("rv-2038")
    panel, review = page.locator("amends-panel"), page.locator("#rv-2038")
    panel.get_by_role("button", name="Use this suggestion").first.click()
    expect(review.locator("textarea")).not_to_have_value("")
    before = answered(ours)
    door.shut()
    review.get_by_role("button", name="Publish").click()
    expect(page.locator("amends-bar")).to_contain_text("cannot be reached")
    expect(panel).to_contain_text("it will be recorded as soon as it can")
    stop_worker(paired)
    door.open()
    page.locator("amends-bar").get_by_role("button", name="Retry").click()
    expect(page.locator("amends-bar")).to_have_count(0)
    page.wait_for_timeout(500)
    options = paired.new_page()
    options.goto(f"{browsing.extension_address(paired)}/options/options.html")
    expect(options.locator("#who")).to_contain_text("You are")
    expect(options.locator("#waiting")).to_be_hidden()
    assert answered(ours) == before + 1


def test_a_refused_token_asks_to_pair_again(
    open_panel: Callable[[str], Page], ours: AmendsServer, door: Door, pair_anew: Callable[..., None]
) -> None:
    page = open_panel("rv-2041")
    page.locator("amends-panel").get_by_role("button", name="Use this suggestion").first.wait_for()
    ours.call("POST", "/staff", {"name": "Second", "role": "maintainer"})
    staff = [one for one in ours.call("GET", "/staff")["items"] if one["role"] == "maintainer"]
    mine = next(one for one in staff if one["name"] != "Second" and not one.get("revoked_at"))
    ours.call("DELETE", f"/staff/{mine['id']}")
    page.reload()
    bar = page.locator("amends-bar")
    expect(bar).to_contain_text("no longer accepts this browser’s token")
    expect(bar.get_by_role("button", name="Pair again")).to_be_visible()
    pair_anew(ours.pairing_code(), door.address)
    page.reload()
    expect(page.locator("#rv-2041 amends-chip button")).to_be_visible()
