"""`amends serve`: the API on waitress, and the built fix log for preview."""

from __future__ import annotations

import logging
import secrets
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import rich_click as click
import waitress
from flask_openapi import OpenAPI

from amends.api.fixlog import public_fixlog
from amends.api.wiring import KEY, Wiring
from amends.app import create_app
from amends.cases.people import add_staff, new_code
from amends.cases.warming import warm_matching
from amends.cli.office import Refused, settings_or_exit, store_option
from amends.drafting.warming import warm as warm_drafting
from amends.linting import warm as warm_linting
from amends.notices.due import due_sentence
from amends.notices.rebuild import Rebuilding
from amends.records import Staff
from amends.settings import Settings
from amends.shipped import extension_folder
from amends.stores import open_store
from amends.stores.base import Store, StoreError

THREADS = 8
TURN_SECONDS = 0.001
"""What a thread works before another has its turn: a lint of 2 ms must not wait for a draft of 20."""
IDLE_SECONDS = 1.0
"""Before the word lists are loaded: a server that is stopped at once need not have read them."""


@click.command("serve")
@click.option("--host", help="Address to listen on [default: 127.0.0.1].")
@click.option("--port", type=click.IntRange(0, 65535), help="Port [default: 8765]; 0 takes a free one.")
@store_option
@click.option("--site", type=click.Path(path_type=Path), help="A built fix log to show at /fixlog/.")
def command(host: str | None, port: int | None, store: str | None, site: Path | None) -> None:
    """Run the API. The first start makes the first colleague; every start prints a pairing code."""
    settings = settings_or_exit(host=host, port=port, store=store)
    with _listening(settings) as listener:
        address = _address(settings.host, listener.getsockname()[1])
        key = secrets.token_urlsafe(32)
        # Listening first: the lock file must name an address that is really ours.
        try:
            kept = open_store(settings.store, role="server", address=address, key=key)
        except StoreError as error:
            raise Refused(0, str(error)) from None
        try:
            _announce(kept, settings, address, site)
            app = create_app(settings, kept, operator_key=key, site=site)
            with _rebuilding(app):
                _serve(app, listener, kept)
        finally:
            kept.close()


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise Refused(
            0,
            f"Cannot listen on {settings.host}:{settings.port}: {error.strerror or error}. Choose another with --port.",
        ) from None


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


def _serve(app: object, listener: socket.socket, store: Store) -> None:
    # A page of a hundred reviews makes waitress warn of its queue; that is no news to whoever runs it.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    warming = threading.Timer(IDLE_SECONDS, _warm, [store])
    warming.daemon = True
    warming.start()
    sys.setswitchinterval(TURN_SECONDS)
    server = waitress.create_server(app, sockets=[listener], threads=THREADS, ident="amends")
    # run() drains its threads on SystemExit and KeyboardInterrupt: requests under way are finished.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        warming.cancel()
        server.close()


@contextmanager
def _rebuilding(app: OpenAPI) -> Iterator[None]:
    """While the server runs, its site is asked to be rebuilt when the fix log changed, where a hook is set."""
    wiring: Wiring = app.extensions[KEY]
    hook = wiring.settings.site.rebuild
    if hook is None:
        yield
        return
    asking = Rebuilding(wiring.store, hook, wiring.changed, lambda: public_fixlog(wiring))
    asking.start()
    try:
        yield
    finally:
        asking.stop()


def _warm(store: Store) -> None:
    """Load what the first lint, draft and match would wait for; one that comes sooner loads its part itself."""
    warm_drafting()
    warm_linting()
    with suppress(StoreError):  # closed, because the server was stopped meanwhile
        warm_matching(store)


def _announce(store: Store, settings: Settings, address: str, site: Path | None) -> None:
    now = datetime.now(UTC)
    first = next((one for one in store.find(Staff) if one.role == "maintainer" and not one.revoked_at), None)
    if first is None:
        name = settings.profile.staff[0].name if settings.profile and settings.profile.staff else "Maintainer"
        first = add_staff(store, name, "maintainer", now)
        print(f"First start: {first.name} was added as maintainer.")
    print(f"Amends API on {address}")
    print(f"Store: {store.url}")
    if site:
        print(f"Fix log: {address}/fixlog/")
    code = (new_code(store, first, now).model_extra or {})["code"]
    print(f"Pairing code for {first.name}: {code}  (once, within ten minutes; another: amends staff code {first.id})")
    try:
        print(f"Extension to load unpacked: {extension_folder()}")
    except FileNotFoundError as error:
        print(error)
    if waiting := due_sentence(store, now):
        print(waiting)
    print("Ctrl-C stops it.", flush=True)
