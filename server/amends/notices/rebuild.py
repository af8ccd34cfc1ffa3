"""Ask for the fix log's site to be built anew when what it shows has changed: once a change, also after a kill."""

from __future__ import annotations

import hashlib
import http.client
import logging
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import orjson

from amends.records import AskedRebuild
from amends.settings import Rebuild
from amends.stores.base import Store, StoreError

ID = "fixlog"
TIMEOUT = 20
"""Seconds the other side has to take the request."""
SETTLE_SECONDS = 2.0
"""After a change: a person who releases three issues in a row needs one build."""
RETRY_SECONDS = (10.0, 60.0, 600.0)
"""After the first, second and each later failure."""
log = logging.getLogger(__name__)


class NotAsked(Exception):
    """The other side could not be reached or refused; the message says how."""


def ask_if_changed(store: Store, hook: Rebuild, fixlog: dict[str, Any]) -> bool:
    """Ask for a rebuild unless one was asked for with just this fix log; was one asked for? Raises `NotAsked`.

    Kept only after it was taken: a process that dies in between asks twice, never not at all.
    """
    seen = hashlib.sha256(orjson.dumps(fixlog, option=orjson.OPT_SORT_KEYS)).hexdigest()
    known = store.get(AskedRebuild, ID)
    if known is not None and known.print == seen:
        return False
    _ask(hook)
    store.save(AskedRebuild(id=ID, print=seen, at=datetime.now(UTC).isoformat(timespec="seconds")))
    return True


def _ask(hook: Rebuild) -> None:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "amends"}
    if hook.token:
        headers["Authorization"] = f"Bearer {hook.token}"
    request = urllib.request.Request(hook.url, orjson.dumps({"event_type": hook.event}), headers, method="POST")
    try:
        _opener.open(request, timeout=TIMEOUT).close()
    except urllib.error.HTTPError as error:
        error.close()
        raise NotAsked(f"the rebuild hook answered {error.code} {error.reason}") from None
    except (OSError, http.client.HTTPException) as error:
        raise NotAsked(f"the rebuild hook does not answer: {error or type(error).__name__}") from None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The token goes to the address that was set, and to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirect)


class Rebuilding(threading.Thread):
    """Beside a running server: waits for changes and asks, again and again until it was heard."""

    def __init__(
        self, store: Store, hook: Rebuild, changed: threading.Event, fixlog: Callable[[], dict[str, Any]]
    ) -> None:
        super().__init__(name="rebuilding", daemon=True)
        self._store, self._hook, self._changed, self._fixlog = store, hook, changed, fixlog
        self._stopped = threading.Event()
        changed.set()  # the server may have been stopped between a change and its request

    def stop(self) -> None:
        """End soon; what was not asked for is asked for at the next start."""
        self._stopped.set()
        self._changed.set()

    def run(self) -> None:
        """Until `stop`."""
        failures = 0
        while self._changed.wait() and not self._stopped.wait(SETTLE_SECONDS):
            self._changed.clear()
            try:
                ask_if_changed(self._store, self._hook, self._fixlog())
                failures = 0
            except (NotAsked, StoreError) as error:
                if self._stopped.is_set():
                    return
                pause = RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)]
                failures += 1
                log.warning("The fix log's site was not rebuilt: %s. Trying again in %g seconds.", error, pause)
                self._changed.set()
                self._stopped.wait(pause)
