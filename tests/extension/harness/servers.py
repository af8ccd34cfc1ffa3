"""Real servers for tests: `amends serve` as a process of its own, and Sample Market in a thread."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import market as sample_market
import pytest
import seed

from amends.cli.office import Served
from amends.stores import open_store
from amends.stores.base import StoreHeld

ROOT = Path(__file__).resolve().parents[3]
AMENDS = str(Path(sys.executable).parent / "amends")
PATIENCE = 60
"""Seconds a server may take to answer, and to stop."""


def free_port() -> int:
    """A port of 127.0.0.1 nobody listens on now, below those that are given to whoever asks for any."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class AmendsServer:
    """`amends serve` over a TinyDB file of `folder`; after `kill()` or `stop()`, `start()` goes on with its data."""

    def __init__(self, folder: Path, port: int, settings: dict[str, str]) -> None:
        self.folder = folder
        self.store = f"tinydb:{folder / 'amends.json'}"
        self.address = f"http://127.0.0.1:{port}"
        self.key = ""
        """A token with a maintainer's rights, for this run of the server."""
        self._port = port
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        """Start it and wait until it answers."""
        command = [AMENDS, "serve", "--host", "127.0.0.1", "--port", str(self._port), "--store", self.store, *arguments]
        with (self.folder / "serve.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=self.folder, env=self._environment(), stdout=log, stderr=log)
        _wait(self._answers, self.told)
        self.key = self._key()

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Ask the API as a maintainer; `path` comes after /api/v1. Raises `amends.cli.office.Refused`."""
        return Served(self.address, self.key).call(method, path, body)

    def run(self, *arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
        """An `amends` command beside this server, on its store; `given` is its standard input."""
        return subprocess.run(
            [AMENDS, *arguments], cwd=self.folder, env=self._environment(), input=given, text=True, encoding="utf-8",
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip

    def told(self) -> str:
        """All it has printed."""
        return (self.folder / "serve.log").read_text(encoding="utf-8", errors="replace")

    def pairing_code(self) -> str:
        """A fresh pairing code of the first maintainer."""
        staff = self.call("GET", "/staff")["items"]
        first = next(one for one in staff if one["role"] == "maintainer" and not one.get("revoked_at"))
        code: str = self.call("POST", "/pairing-codes", {"staff_id": first["id"]})["code"]
        return code

    def stop(self) -> int | None:
        """Ask it to stop, and give its exit code."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
        return self._process.returncode if self._process else None

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def _environment(self) -> dict[str, str]:
        """This environment without the settings of whoever runs the tests."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AMENDS_")}
        profile = str(ROOT / "demo" / "profile.toml")
        return {
            **kept,
            "AMENDS_STORE": self.store,
            "AMENDS_PROFILE": profile,
            "PYTHONUNBUFFERED": "1",
            **self._settings,
        }

    def _answers(self) -> bool:
        if self._process is None or self._process.poll() is not None:
            raise AssertionError(f"amends serve ended by itself:\n{self.told()}")
        try:
            Served(self.address, "").call("GET", "/health")
        except Exception:
            return False
        return True

    def _key(self) -> str:
        try:
            open_store(self.store, role="command").close()
        except StoreHeld as held:
            return held.key or ""
        raise AssertionError("the server does not hold its store")


def _wait(ready: Callable[[], bool], told: Callable[[], str]) -> None:
    until = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > until:
            raise AssertionError(f"no answer after {PATIENCE} seconds:\n{told()}")
        time.sleep(0.05)


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., AmendsServer]]:
    """`start_server("--site", folder, AMENDS_PROFILE=…)` starts a server on its own data; all end with the test."""
    started: list[AmendsServer] = []

    def start(*arguments: str, **settings: str) -> AmendsServer:
        folder = tmp_path / f"amends-{len(started)}"
        folder.mkdir()
        started.append(AmendsServer(folder, free_port(), settings))
        started[-1].start(*arguments)
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def amends_server(start_server: Callable[..., AmendsServer]) -> AmendsServer:
    """A real server on a free port, with the demo's profile and an empty TinyDB file."""
    return start_server()


@pytest.fixture
def demo_server(amends_server: AmendsServer) -> AmendsServer:
    """`amends_server` with the demo shop put in: its listings, reviews, three issues and two links."""
    assert seed.seed(amends_server.store), "the store was not empty"
    return amends_server


@pytest.fixture
def market() -> Iterator[sample_market.Server]:
    """Sample Market on a free port; `market.address` is where browsers find it."""
    if not (sample_market.NODE_MODULES / "react").exists():
        pytest.skip("Sample Market needs React: python scripts/node.py installs it")
    with sample_market.serving() as server:
        yield server
