"""From a store URL to the open store; a new engine is added to `ENGINES`, and to no other place."""

from __future__ import annotations

import importlib
from typing import Literal

from amends.stores.base import Store, StoreError

Role = Literal["server", "command"]
"""Who opens: the API, which stays, or a command, which is soon done and can wait."""

ENGINES: dict[str, str | None] = {
    "memory": "amends.stores.memory",
    "tinydb": "amends.stores.tinydb",
    "sqlite": None,
    "postgresql": None,
}
"""URL scheme → the module whose `open_url(url, role, address, key)` opens it; None where it is not built yet."""


def open_store(url: str, *, role: Role, address: str | None = None, key: str | None = None) -> Store:
    """The open store of a URL such as `tinydb:data/amends.json` or `memory:`.

    A server gives its `address` and a `key`, so that commands that find the file held can go through it.
    Errors: `StoreHeld` when another process has the file; `StoreError` when the URL or the file is no good.
    """
    scheme, colon, _rest = url.partition(":")
    if not colon or scheme not in ENGINES:
        raise StoreError(_unknown(scheme if colon else None))
    module = ENGINES[scheme]
    if module is None:
        raise StoreError(f"{scheme}: stores are not built yet. Use tinydb:PATH, such as tinydb:data/amends.json.")
    store: Store = importlib.import_module(module).open_url(url, role, address, key)
    return store


def _unknown(scheme: str | None) -> str:
    """What is wrong with the URL; only its scheme is repeated, because the rest may hold a password."""
    built = " or ".join(f"{name}:" for name, module in ENGINES.items() if module)
    what = "That is not a store URL" if scheme is None else f"There is no kind of store called {scheme!r}"
    return f"{what}: it starts with {built}, such as tinydb:data/amends.json."
