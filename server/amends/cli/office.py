"""Where a command's calls go: the running server that holds the store, or an API made here over the store itself.

Either way a command speaks the same API, so it behaves alike beside `amends serve` and alone.
"""

from __future__ import annotations

import http.client
import secrets
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import orjson
import rich_click as click

from amends.api import PREFIX
from amends.settings import Settings, SettingsError, load
from amends.stores import open_store
from amends.stores.base import StoreError, StoreHeld

TIMEOUT = 30
SENDS = ("POST", "PUT", "PATCH")
MAX_ANSWER = 256 * 1024 * 1024


class Refused(click.ClickException):
    """The API said no; the sentence it gave."""

    exit_code = 2

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Office(Protocol):
    """The API, to be asked: paths come after /api/v1."""

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """The answer's JSON (None for 204). Raises `Refused` with the API's own sentence."""


class Served:
    """The API of a running server."""

    def __init__(self, address: str, key: str) -> None:
        self.address = address
        self.key = key

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """As `Office.call`, over HTTP."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        data = orjson.dumps(body if body is not None else {}) if method in SENDS else None
        request = urllib.request.Request(self.address + PREFIX + path, data, headers, method=method)
        try:
            with _direct.open(request, timeout=TIMEOUT) as response:
                return _read(response.status, _whole(response))
        except urllib.error.HTTPError as error:
            with error:
                return _read(error.code, _whole(error))
        except (OSError, http.client.HTTPException) as error:
            raise Refused(0, f"The server at {self.address} does not answer: {error}") from None


def _whole(response: Any) -> bytes:
    """The body; raises `IncompleteRead` where the server went away in the middle of it."""
    if int(response.headers.get("Content-Length") or 0) > MAX_ANSWER:
        raise OSError(f"its answer is larger than {MAX_ANSWER} bytes")
    # read() without a size notices an answer that breaks off; with one it gives what there is.
    raw: bytes = response.read()
    return raw


_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""The server is on this machine: never through a proxy."""


class Local:
    """An API made in this process."""

    def __init__(self, client: Any, key: str) -> None:
        self.client = client
        self.key = key

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """As `Office.call`, without a network."""
        headers = {"Authorization": f"Bearer {self.key}"}
        json = (body if body is not None else {}) if method in SENDS else None
        response = self.client.open(
            PREFIX + path, method=method, json=json, headers=headers, base_url="http://127.0.0.1"
        )
        return _read(response.status_code, response.data)


def _read(status: int, raw: bytes) -> Any:
    data = orjson.loads(raw) if raw else None
    if status < 400:
        return data
    data = data if isinstance(data, dict) else {}
    faults = [f"{fault['pointer']}: {fault['detail']}" for fault in data.get("errors") or ()]
    raise Refused(status, " ".join([data.get("detail") or data.get("title") or f"status {status}", *faults]))


def settings_or_exit(**given: Any) -> Settings:
    """The settings, or exit 2 with every wrong one named."""
    try:
        return load(**given)
    except SettingsError as error:
        raise Refused(0, f"These settings cannot be used:\n{error}") from None


@contextmanager
def office(store: str | None = None) -> Iterator[Office]:
    """The API over the store that settings name (or `store`), through the server that holds it if one does."""
    settings = settings_or_exit(store=store)
    try:
        opened = open_store(settings.store, role="command")
    except StoreHeld as held:
        if held.address is None or held.key is None:
            raise Refused(0, str(held)) from None
        yield Served(held.address, held.key)
        return
    except StoreError as error:
        raise Refused(0, str(error)) from None
    from amends.app import create_app  # a command that finds a server running need not load all of the API

    key = secrets.token_urlsafe(32)
    try:
        app = create_app(settings, opened, operator_key=key)
        yield Local(app.test_client(), key)
        _ask_for_rebuild(app)
    finally:
        opened.close()


def _ask_for_rebuild(app: Any) -> None:
    """No server runs that would do it: ask once; what fails is asked for again by the next command or server."""
    from amends.api.fixlog import public_fixlog
    from amends.api.wiring import KEY
    from amends.notices.rebuild import NotAsked, ask_if_changed

    wiring = app.extensions[KEY]
    hook = wiring.settings.site.rebuild
    if hook is None or not wiring.changed.is_set():
        return

    try:
        ask_if_changed(wiring.store, hook, public_fixlog(wiring))
    except NotAsked as error:
        print(f"Note: {error}; the site still shows what it showed before.", file=sys.stderr)


store_option = click.option(
    "--store", metavar="URL", help="Store URL; default: settings, else tinydb:data/amends.json."
)
