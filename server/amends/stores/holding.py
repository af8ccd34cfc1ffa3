"""Keeping a file to one process, and telling the others who has it.

Two files stand beside the held one. On `PATH.held`, always empty, lies the lock of the operating system, which ends
with its process however that ends, so nothing stale ever blocks. `PATH.lock` is the holder's card, JSON with `pid`,
`role`, `address` and `key`, mode 0600; it is replaced as a whole, so it cannot be the file that is locked.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
from filelock import FileLock, Timeout

from amends.stores.base import StoreError, StoreHeld
from amends.stores.opening import Role

PATIENCE = 10.0
"""Seconds to wait for a command that has the file; a server is not waited for."""
PAUSE = 0.05
"""Seconds between two looks."""


@dataclass(frozen=True)
class Card:
    """Who holds a file."""

    pid: int
    role: Role
    address: str | None = None
    key: str | None = None


class Hold:
    """A file is ours from here until `release`."""

    def __init__(self, path: Path, card: Card) -> None:
        """Take hold of `path`; `StoreHeld` when somebody else has it and does not let go."""
        self._card_path = path.with_name(f"{path.name}.lock")
        self._lock = FileLock(
            path.with_name(f"{path.name}.held"), mode=0o600, thread_local=False, fallback_to_soft=False
        )
        try:
            self._wait(path, card.role)
            _write_card(self._card_path, card)
        except OSError as error:
            self._lock.release()
            raise StoreError(
                f"{path} cannot be locked: {error}. Put the store on a local disk you may write to."
            ) from None

    def release(self) -> None:
        """Let go, and take the card away first."""
        with contextlib.suppress(OSError):
            self._card_path.unlink(missing_ok=True)
        self._lock.release()

    def _wait(self, path: Path, role: Role) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._lock.acquire(blocking=False)
                return
            except Timeout:
                holder = _read_card(self._card_path)
            if time.monotonic() >= deadline or (holder and holder.role == "server" and _alive(holder.pid)):
                raise _held(path, role, holder)
            time.sleep(PAUSE)


def _held(path: Path, role: Role, holder: Card | None) -> StoreHeld:
    who = "another process" if holder is None else f"another Amends {holder.role} (process {holder.pid})"
    if holder is None or holder.role != "server":
        return StoreHeld(f"{path} is in use by {who}. Try again when that is done.")
    where = f" at {holder.address}" if holder.address else ""
    todo = {
        "server": "Stop that server first, or start this one with another --store.",
        "command": "Stop that server first, or ask it instead.",
    }
    return StoreHeld(f"{path} is in use by {who}{where}. {todo[role]}", holder.address, holder.key)


def _write_card(path: Path, card: Card) -> None:
    new = path.with_name(f"{path.name}.tmp")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123  # the mode comes with the descriptor
        file.write(orjson.dumps({name: value for name, value in asdict(card).items() if value is not None}))
    new.replace(path)


def _read_card(path: Path) -> Card | None:
    """The card, or None: the holder has not put it there yet, or it is not ours to read."""
    try:
        return Card(**orjson.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _alive(pid: int) -> bool:
    """Is that process there? If not, a killed holder left the card, and the next holder is about to replace it."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
