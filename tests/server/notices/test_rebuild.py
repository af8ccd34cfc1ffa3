"""The site is asked to be rebuilt when what it shows changed: once for each change, also after a failure or a kill."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from in_thread import in_thread

from amends.app import create_app
from amends.cli.office import office
from amends.notices import rebuild
from amends.notices.rebuild import NotAsked, Rebuilding, ask_if_changed
from amends.settings import Rebuild, Settings, SettingsError, Site, load
from amends.stores import open_store
from amends.stores.base import Store


class Hook(ThreadingHTTPServer):
    """A build service: `heard` has what it was asked, `answers` the status codes it gives before 204."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.heard: list[tuple[str | None, Any]] = []
        self.answers: list[int] = []
        self.came = threading.Condition()

    def settings(self) -> Rebuild:
        return Rebuild(url=f"http://127.0.0.1:{self.server_address[1]}/dispatches", token="read-me-not")

    def wait_for(self, count: int) -> None:
        with self.came:
            assert self.came.wait_for(lambda: len(self.heard) >= count, timeout=60)


class _Handler(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        code = self.server.answers.pop(0) if self.server.answers else 204
        with self.server.came:  # before it is answered: whoever asked looks at once
            self.server.heard.append((self.headers["Authorization"], body))
            self.server.came.notify_all()
        self.send_response(code)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[Hook]:
    with in_thread(Hook()) as server:
        yield server


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("memory:", role="server")
    yield opened
    opened.close()


def test_one_change_is_asked_for_once(store: Store, hook: Hook) -> None:
    told = [ask_if_changed(store, hook.settings(), {"fixes": fixes}) for fixes in ([], [], ["a"], ["a"])]
    assert told == [True, False, True, False]
    assert hook.heard == [("Bearer read-me-not", {"event_type": "amends-fixlog"})] * 2


@pytest.mark.parametrize("code", [302, 401, 500])
def test_what_was_refused_is_asked_for_again(store: Store, hook: Hook, code: int) -> None:
    hook.answers = [code]
    with pytest.raises(NotAsked, match=str(code)):
        ask_if_changed(store, hook.settings(), {"fixes": []})
    assert ask_if_changed(store, hook.settings(), {"fixes": []})


def test_an_answer_that_is_none_is_a_failure_like_any_other(store: Store) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def babble() -> None:
            connection, _ = listener.accept()
            connection.recv(4096)
            connection.sendall(b"what?\r\n\r\n")
            connection.close()

        threading.Thread(target=babble, daemon=True).start()
        hook = Rebuild(url=f"http://127.0.0.1:{listener.getsockname()[1]}/")
        with pytest.raises(NotAsked, match="does not answer"):
            ask_if_changed(store, hook, {"fixes": []})


def test_a_server_asks_at_start_after_a_failure_and_after_a_change(
    store: Store, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuild, "SETTLE_SECONDS", 0.01)
    monkeypatch.setattr(rebuild, "RETRY_SECONDS", (0.01,))
    hook.answers = [503]
    changed, fixes = threading.Event(), ["a"]
    asking = Rebuilding(store, hook.settings(), changed, lambda: {"fixes": list(fixes)})
    asking.start()
    hook.wait_for(2)
    fixes.append("b")
    changed.set()
    hook.wait_for(3)
    asking.stop()
    asking.join(10)
    assert not asking.is_alive()


def test_only_what_is_written_about_issues_is_a_change(store: Store) -> None:
    app = create_app(Settings(), store, operator_key="key-of-this-test")
    changed = app.extensions["amends"].changed
    ask = app.test_client()
    headers = {"Authorization": "Bearer key-of-this-test"}

    def send(method: str, path: str, body: dict[str, Any]) -> bool:
        changed.clear()
        ask.open(f"/api/v1{path}", method=method, json=body, headers=headers, base_url="http://127.0.0.1")
        return bool(changed.is_set())

    assert send("POST", "/issues", {"title": "Photos vanish"})
    assert not send("POST", "/issues", {})
    assert not send("POST", "/listings", {"id": "steam:1", "platform": "steam"})


def test_a_command_without_a_server_asks_when_it_is_done(
    hook: Hook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AMENDS_SITE__REBUILD__URL", hook.settings().url)
    store = f"tinydb:{tmp_path / 'amends.json'}"
    hook.answers = [500]
    for title, state in (("Photos vanish", "released"), ("Albums open blank", "released")):
        with office(store) as api:
            made = api.call("POST", "/issues", {"title": title})
            api.call("POST", f"/issues/{made['id']}/state", {"state": state})
    with office(store) as api:
        api.call("GET", "/issues")
    assert len(hook.heard) == 2
    assert "the rebuild hook answered 500" in capsys.readouterr().err


def test_the_hooks_address_and_token_come_from_settings() -> None:
    given = {"AMENDS_SITE__REBUILD__URL": "https://ci.example/hook", "AMENDS_SITE__REBUILD__TOKEN": "secret"}
    hook = load(given).site.rebuild
    assert hook == Rebuild(url="https://ci.example/hook", token="secret")
    assert "secret" not in repr(load(given))


def test_a_token_is_never_sent_where_others_read_along() -> None:
    with pytest.raises(SettingsError, match=r"site\.rebuild\.url.*https://"):
        load({"AMENDS_SITE__REBUILD__URL": "http://ci.example/hook"})


def test_a_site_without_a_hook_is_built_by_hand() -> None:
    assert Site().rebuild is None
