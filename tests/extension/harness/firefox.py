"""Debian's Firefox driven over WebDriver BiDi, without geckodriver, with the extension's own folder in it."""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from harness.servers import free_port
from websockets.sync.client import ClientConnection, connect

PATIENCE = 30
"""Seconds that starting, and each single answer, may take."""
ENTER = "\ue007"
"""The Enter key, as WebDriver spells it."""
PREFERENCES: dict[str, Any] = {
    "remote.active-protocols": 1,
    # No test can press the browser's own permission prompt; without it a request from a person's key is granted.
    "extensions.webextOptionalPermissionPrompts": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.activity-stream.feeds.telemetry": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}
"""What keeps it from asking and fetching things of its own."""


@contextmanager
def running(executable: str, folder: Path, hosts: tuple[str, ...] = ()) -> Iterator[Firefox]:
    """A Firefox on a new profile in `folder`, in which `hosts` lead to this machine; it ends with the block."""
    folder.mkdir(parents=True)
    preferences = {**PREFERENCES, "network.dns.localDomains": ",".join(hosts)}.items()
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences)
    (folder / "user.js").write_text("".join(lines))
    port = free_port()
    command = [executable, "--headless", "--no-remote", "--profile", str(folder)]
    command += ["--remote-debugging-port", str(port), "about:blank"]
    quiet = {**os.environ, "MOZ_HEADLESS": "1", "MOZ_CRASHREPORTER_DISABLE": "1", "HOME": str(folder)}
    with (folder / "firefox.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, env=quiet) as it:
        try:
            _wait_until_it_listens(port, it, folder / "firefox.log")
            with connect(f"ws://127.0.0.1:{port}/session", max_size=None) as connection:
                firefox = Firefox(connection)
                firefox.ask("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
                yield firefox
        finally:
            it.kill()


def _wait_until_it_listens(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"Firefox did not start:\n{log.read_text(errors='replace')}") from None
            time.sleep(0.1)


class Firefox:
    """A session of WebDriver BiDi."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = itertools.count(1)

    def ask(self, method: str, **parameters: Any) -> Any:
        """Send one command and give its result. Raises `AssertionError` with Firefox's own words."""
        number = next(self._ids)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (answer := json.loads(self._connection.recv(timeout=PATIENCE))).get("id") != number:
            pass
        assert answer["type"] == "success", f"{method}: {answer.get('error')}: {answer.get('message')}"
        return answer["result"]

    def install(self, folder: Path) -> None:
        """Load an unpacked extension, as about:debugging does."""
        self.ask("webExtension.install", extensionData={"type": "path", "path": str(folder.resolve())})

    def open(self, address: str) -> str:
        """A new tab with this page; gives the tab."""
        tab: str = self.ask("browsingContext.create", type="tab")["context"]
        self.ask("browsingContext.navigate", context=tab, url=address, wait="complete")
        return tab

    def tab_at(self, ending: str) -> str:
        """The tab whose address ends so, once there is one."""
        return str(self._until(lambda: self._tab_at(ending), f"a tab at …{ending}"))

    def _tab_at(self, ending: str) -> str | None:
        tabs = self.ask("browsingContext.getTree")["contexts"]
        return next((tab["context"] for tab in tabs if tab["url"].endswith(ending)), None)

    def evaluate(self, tab: str, expression: str) -> Any:
        """The value of an expression in the page: text, number, truth value or null."""
        told = self.ask("script.evaluate", expression=expression, target={"context": tab}, awaitPromise=True)
        assert told["type"] == "success", told
        return told["result"].get("value")

    def wait_for(self, tab: str, expression: str) -> Any:
        """The value of the expression once it is true."""
        return self._until(lambda: self.evaluate(tab, expression), expression)

    def press(self, tab: str, keys: str) -> None:
        """Type into what has the focus, as a person at the keyboard."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.ask("input.performActions", context=tab, actions=[{"type": "key", "id": "keys", "actions": actions}])

    def _until(self, tell: Any, what: str) -> Any:
        until = time.monotonic() + PATIENCE
        while not (value := tell()):
            assert time.monotonic() < until, f"waited {PATIENCE} seconds for {what}"
            time.sleep(0.1)
        return value
