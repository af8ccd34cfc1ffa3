"""One process has the file; the others are told who, and nothing stale is in the way."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from amends.records import Issue
from amends.stores import Store, StoreHeld, holding, open_store

HOLDER = """
import sys
from amends.stores import open_store
url, role, address, key = sys.argv[1:]
store = open_store(url, role=role, address=address or None, key=key or None)
print("held", flush=True)
sys.stdin.read()
store.close()
print("closed", flush=True)
"""
Holder = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def hold(path: Path) -> Iterator[Holder]:
    """Starts another process that holds the file until its standard input is closed."""
    started: list[subprocess.Popen[str]] = []

    def start(role: str, address: str = "", key: str = "") -> subprocess.Popen[str]:
        command = [sys.executable, "-c", HOLDER, f"tinydb:{path}", role, address, key]
        holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(holder)
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        return holder

    yield start
    for holder in started:
        holder.kill()
        holder.wait()
        for pipe in (holder.stdin, holder.stdout):
            assert pipe is not None
            pipe.close()


def opened(path: Path, role: str = "command") -> Store:
    return open_store(f"tinydb:{path}", role=role)  # type: ignore[arg-type]


def test_a_second_server_is_refused_at_once_and_told_what_to_do(
    path: Path, hold: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold("server", "http://127.0.0.1:8765", "secret")
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail(f"it waited {seconds} seconds"))
    with pytest.raises(
        StoreHeld, match=r"process \d+\) at http://127\.0\.0\.1:8765\. Stop that server first, or"
    ) as held:
        opened(path, "server")
    assert "secret" not in str(held.value)


def test_a_command_is_given_the_servers_address_and_key(path: Path, hold: Holder) -> None:
    server = hold("server", "http://127.0.0.1:8765", "secret")
    card = path.with_name("amends.json.lock")
    assert json.loads(card.read_bytes()) == {
        "pid": server.pid, "role": "server", "address": "http://127.0.0.1:8765", "key": "secret",
    }  # fmt: skip
    assert stat.S_IMODE(card.stat().st_mode) == 0o600
    with pytest.raises(StoreHeld) as held:
        opened(path)
    assert (held.value.address, held.value.key) == ("http://127.0.0.1:8765", "secret")


def test_address_and_key_vanish_when_the_server_closes(path: Path, hold: Holder) -> None:
    server = hold("server", "http://127.0.0.1:8765", "secret")
    server.communicate("")
    assert not path.with_name("amends.json.lock").exists()
    opened(path).close()


def test_a_killed_server_blocks_nobody(path: Path, hold: Holder) -> None:
    server = hold("server", "http://127.0.0.1:8765", "secret")
    server.kill()
    server.wait()
    assert path.with_name("amends.json.lock").exists()
    store = opened(path, "server")
    assert "address" not in json.loads(path.with_name("amends.json.lock").read_bytes())
    store.close()


@pytest.mark.parametrize("role", ["command", "server"])
def test_a_command_that_has_the_file_is_waited_for(path: Path, hold: Holder, role: str) -> None:
    other = hold("command")
    assert other.stdin is not None
    done = threading.Timer(0.4, other.stdin.close)
    begun = time.monotonic()
    done.start()
    opened(path, role).close()
    assert time.monotonic() - begun > 0.3
    done.join()


def test_a_command_that_keeps_the_file_is_not_waited_for_for_ever(
    path: Path, hold: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "PATIENCE", 0.3)
    hold("command")
    with pytest.raises(StoreHeld, match=r"another Amends command \(process \d+\)\. Try again") as held:
        opened(path)
    assert (held.value.address, held.value.key) == (None, None)


def test_the_card_of_a_killed_server_is_not_believed(path: Path, hold: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment between taking the lock and writing the card: what lies there is the one before's."""
    monkeypatch.setattr(holding, "PATIENCE", 0.3)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    hold("command")
    old = {"pid": gone.pid, "role": "server", "address": "http://127.0.0.1:1", "key": "old"}
    path.with_name("amends.json.lock").write_text(json.dumps(old))
    begun = time.monotonic()
    with pytest.raises(StoreHeld):
        opened(path)
    assert time.monotonic() - begun >= 0.3


def test_a_card_that_is_no_card_is_no_matter(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("amends.json.lock").write_text("[not a card")
    opened(path).close()


def test_the_same_process_cannot_open_a_file_twice(path: Path) -> None:
    store = opened(path, "server")
    with pytest.raises(StoreHeld):
        opened(path)
    store.save(Issue(id="a", title="t"))
    store.close()
    again = opened(path)
    assert again.count(Issue) == 1
    again.close()


def test_a_store_may_be_closed_by_another_thread(path: Path) -> None:
    store = opened(path, "server")
    closer = threading.Thread(target=store.close)
    closer.start()
    closer.join()
    opened(path).close()
