"""`make run`: a demo shop in an empty store, everything served, a clean stop, and data kept for the next time."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from harness.servers import ROOT, free_port

from amends.cli.office import Served
from amends.stores import open_store
from amends.stores.base import StoreHeld

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as POSIX sends it")
LAST_LINE = "After a release"


class Running:
    """scripts/run.py on a store and port of its own."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.store = f"tinydb:{folder / 'data' / 'amends.json'}"
        self._log = folder / f"run-{port}.log"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AMENDS_")}
        settings = {"AMENDS_PORT": str(port), "AMENDS_STORE": self.store, "AMENDS_SETTINGS": str(folder / "none.toml")}
        command = [sys.executable, str(ROOT / "scripts" / "run.py"), str(folder / "fixlog")]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=folder, env={**kept, **settings}, stdout=log, stderr=log)

    def told(self) -> str:
        """All it printed."""
        return self._log.read_text()

    def ready(self) -> Running:
        """Wait until it has said everything."""
        until = time.monotonic() + 40
        while LAST_LINE not in self.told():
            assert self.process.poll() is None, self.told()
            assert time.monotonic() < until, self.told()
            time.sleep(0.05)
        return self

    def call(self, method: str, path: str) -> object:
        """Ask its API as a maintainer."""
        with pytest.raises(StoreHeld) as held:
            open_store(self.store, role="command")
        return Served(self.address, held.value.key or "").call(method, path)

    def count(self, path: str) -> int:
        """How many of something there are."""
        found = self.call("GET", path)
        assert isinstance(found, dict)
        return len(found["items"])

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as a person does; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(30)


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[[], Running]]:
    """Start it (again) on this test's data."""
    started: list[Running] = []

    def start() -> Running:
        started.append(Running(tmp_path))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.stop(signal.SIGTERM)


def test_a_first_run_seeds_serves_and_stops_cleanly_and_a_second_keeps_the_data(run: Callable[[], Running]) -> None:
    first = run().ready()
    assert f"Amends API on {first.address}" in first.told()
    assert f"{first.address}/fixlog/" in first.told()
    assert re.search(r"Pairing code for \w+: [A-Z2-9]{8}\b", first.told())
    assert re.search(r"Extension to load unpacked: \S+/extension\n", first.told())
    with urllib.request.urlopen(f"{first.address}/fixlog/") as page:
        assert "Shared album links opened an empty page" in page.read().decode()
    assert (first.count("/issues"), first.count("/staff"), first.count("/listings")) == (3, 1, 2)
    assert first.count("/followups?state=ready") == 1
    first.call("DELETE", "/listings/sample:halden-glow")
    assert first.stop() == 0
    assert "Traceback" not in first.told()

    second = run().ready()
    assert "kept as it was" in second.told()
    assert (second.count("/issues"), second.count("/staff"), second.count("/listings")) == (3, 1, 1)
    assert second.stop(signal.SIGTERM) == 0


def test_wrong_settings_are_told_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "run.py")], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "AMENDS_PORT": "nonsense"}, timeout=30,
    )  # fmt: skip
    assert done.returncode == 2
    assert "port" in done.stderr
    assert "Traceback" not in done.stderr
