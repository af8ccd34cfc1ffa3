"""Starts `amends serve` as users do, on a store of its own, and reaches it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from amends.cli.office import Served
from amends.stores import open_store
from amends.stores.base import StoreHeld

AMENDS = str(Path(sys.executable).parent / "amends")
PATIENCE = 30
"""Seconds a server may take to start."""


def started(path: Path) -> subprocess.Popen[bytes]:
    """A server that keeps its data in this file, at a free port."""
    command = [AMENDS, "serve", "--port", "0", "--store", f"tinydb:{path}"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def reached(process: subprocess.Popen[bytes], path: Path) -> Served:
    """Its API, once it answers; the lock file beside the store says where."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            if path.with_name(f"{path.name}.lock").exists():
                open_store(f"tinydb:{path}", role="command").close()
        except StoreHeld as held:
            if held.address and held.key:
                return Served(held.address, held.key)
        time.sleep(0.02)
    raise AssertionError("amends serve did not start")
