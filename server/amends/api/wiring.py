"""What the views are given: the store, the settings and the clock, put on the app by `create_app`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event

from flask import Flask, current_app

from amends.settings import Settings
from amends.stores.base import Store

KEY = "amends"


@dataclass(frozen=True)
class Wiring:
    """The parts of one running API. `operator_key` is the one-user key of this process, in no store."""

    store: Store
    settings: Settings
    operator_key: str | None = field(default=None, repr=False)
    changed: Event = field(default_factory=Event)
    """Set when what the public fix log is made of may have changed; whoever asks for rebuilds waits for it."""

    def now(self) -> datetime:
        """The time, with its zone."""
        return datetime.now(UTC)


def wire(app: Flask, wiring: Wiring) -> None:
    """Give an app its parts."""
    app.extensions[KEY] = wiring


def here() -> Wiring:
    """The parts of the app that answers this request."""
    found: Wiring = current_app.extensions[KEY]
    return found
