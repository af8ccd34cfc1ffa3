"""The TinyDB file: whole at every moment, on the disk before a write returns, and never written over by mistake."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tinydb import TinyDB

from amends.records import Issue
from amends.stores import Store, StoreError, open_store, wholefile

Failing = Callable[[], None]


def opened(path: Path) -> Store:
    return open_store(f"tinydb:{path}", role="server")


def issue(id: str, title: str = "Sync stops") -> Issue:
    return Issue(id=id, title=title)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Called: from now on the disk is full."""

    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return lambda: monkeypatch.setattr(os, "fsync", fail)


def test_what_was_written_is_there_after_opening_again(path: Path) -> None:
    store = opened(path)
    store.save(issue("a"), issue("b"))
    store.remove(Issue, "a")
    store.close()
    again = opened(path)
    assert again.find(Issue) == [issue("b")]
    again.close()


def test_the_file_is_one_that_tinydb_reads(path: Path) -> None:
    store = opened(path)
    store.save(issue("a"))
    store.close()
    with TinyDB(path) as database:
        assert database.tables() == {"issues"}
    assert json.loads(path.read_bytes())["issues"]["a"]["title"] == "Sync stops"


def test_the_folder_is_made_and_the_files_are_for_their_owner_alone(path: Path) -> None:
    store = opened(path)
    store.save(issue("a"))
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    store.close()
    assert modes == {"amends.json": 0o600, "amends.json.held": 0o600, "amends.json.lock": 0o600}


def test_a_write_is_flushed_then_renamed_then_its_name_is_flushed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(path)
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def flush(descriptor: int) -> None:
        steps.append("flush folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "flush file")
        fsync(descriptor)

    def rename(new: Path, old: Path) -> Path:
        steps.append("rename")
        return replace(new, old)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "replace", rename)
    store.save(issue("a"))
    store.close()
    assert steps == ["flush file", "rename", "flush folder"]


def test_writes_that_wait_share_one_flush(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(path)
    under_way, go_on, flushes = threading.Event(), threading.Event(), []
    fsync = os.fsync

    def slow(descriptor: int) -> None:
        flushes.append(descriptor)
        under_way.set()
        go_on.wait(10)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    with ThreadPoolExecutor(9) as pool:
        first = pool.submit(store.save, issue("first"))
        under_way.wait(10)
        rest = [pool.submit(store.save, issue(str(n))) for n in range(8)]
        while len(store._commits._waiting) < 8:  # type: ignore[attr-defined]
            pass
        assert store.count(Issue) == 0, "a write was shown before it was sure"
        assert not any(write.done() for write in [first, *rest])
        go_on.set()
    assert store.count(Issue) == 9
    assert len(flushes) == 4, "two writes of the file, each of file and folder"
    store.close()


def test_a_write_that_changes_nothing_leaves_the_disk_alone(path: Path, full_disk: Failing) -> None:
    store = opened(path)
    store.save(issue("a"))
    full_disk()
    store.save(issue("a"))
    assert not store.add(issue("a", "another"))
    assert not store.remove(Issue, "no")
    store.close()


def test_a_full_disk_fails_the_write_and_keeps_what_there_was(
    path: Path, full_disk: Failing, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(path)
    store.save(issue("a"))
    before = path.read_bytes()
    full_disk()
    with pytest.raises(StoreError, match=r"could not be written, and nothing was changed: .*No space"):
        store.save(issue("a", "Never kept"), issue("b"))
    assert store.find(Issue) == [issue("a")]
    assert path.read_bytes() == before
    assert not path.with_name("amends.json.tmp").exists()
    monkeypatch.undo()
    store.save(issue("c"))
    assert json.loads(path.read_bytes())["issues"].keys() == {"a", "c"}
    store.close()


def test_every_write_a_failed_flush_covered_hears_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every third flush fails while eight threads write: what was acknowledged is kept, and nothing else is."""
    store = opened(path)
    calls, fsync = iter(range(10**6)), os.fsync

    def moody(descriptor: int) -> None:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode) and next(calls) % 3 == 1:
            raise OSError(errno.EIO, "moody disk")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", moody)

    def write(thread: int) -> tuple[set[str], int]:
        kept, failed = set(), 0
        for n in range(30):
            try:
                store.save(issue(f"{thread}-{n}"))
                kept.add(f"{thread}-{n}")
            except StoreError:
                failed += 1
        return kept, failed

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(write, range(8)))
    acknowledged = set().union(*(kept for kept, _failed in done))
    assert sum(failed for _kept, failed in done) > 0
    assert {record.id for record in store.find(Issue)} == acknowledged == set(json.loads(path.read_bytes())["issues"])
    store.close()


def test_after_an_unsure_flush_nothing_more_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(path)
    store.save(issue("a"))

    def unsure(folder: Path) -> None:
        raise OSError(errno.EIO, "bad folder")

    monkeypatch.setattr(wholefile, "_sync_folder", unsure)
    with pytest.raises(StoreError, match=r"could not be made sure on the disk: .*bad folder\. Restart Amends"):
        store.save(issue("b"))
    monkeypatch.undo()
    with pytest.raises(StoreError, match="Restart Amends"):
        store.save(issue("c"))
    assert store.find(Issue) == [issue("a")]
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="the limit is a POSIX one")
def test_a_file_that_may_not_grow_keeps_what_there_was(path: Path) -> None:
    """The same with a real error of the system: a process whose files may not be longer than 20 kB."""
    code = f"""
import resource, signal
from amends.records import Issue
from amends.stores import StoreError, open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
store = open_store("tinydb:{path}", role="command")
try:
    for n in range(1000):
        store.save(Issue(id=str(n), title="t" * 300))
except StoreError as error:
    print(n, store.count(Issue), error)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    kept, shown, sentence = told.split(" ", 2)
    assert "File too large" in sentence
    assert int(kept) == int(shown) == len(json.loads(path.read_bytes())["issues"]) > 10


BROKEN = {
    "cut short": (b'{"issues":{"a":{"id":"a","tit', "not whole JSON"),
    "with something behind it": (b'{"issues":{}}}', "not whole JSON"),
    "empty": (b"", "it is empty"),
    "no JSON at all": (b"\x00" * 4096, "not whole JSON"),
    "a list": (b"[]", "not a file of Amends"),
    "of other tables": (b'{"issues":[1]}', "not a file of Amends"),
    "of other documents": (b'{"issues":{"a":"text"}}', "not a file of Amends"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_is_named_explained_and_left_alone(path: Path, how: str) -> None:
    data, reason = BROKEN[how]
    path.parent.mkdir()
    path.write_bytes(data)
    for _ in range(2):  # a refused file must not stay held
        with pytest.raises(StoreError) as error:
            opened(path)
        assert str(path) in str(error.value)
        assert reason in str(error.value)
        assert "Restore a backup in its place, or move it away" in str(error.value)
    assert path.read_bytes() == data


@pytest.mark.parametrize("url", ["tinydb:{}/", "tinydb:{}"])
def test_a_folder_is_no_store(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreError):
        open_store(url.format(tmp_path), role="server")


def test_what_a_killed_writer_left_beside_the_file_is_cleared_away(path: Path) -> None:
    store = opened(path)
    store.save(issue("a"))
    store.close()
    litter = path.with_name("amends.json.tmp")
    litter.write_bytes(b'{"issues":{"never": {"id"')
    again = opened(path)
    assert again.find(Issue) == [issue("a")]
    assert not litter.exists()
    again.close()


@pytest.mark.parametrize("change", ["edited", "deleted"])
def test_a_file_changed_by_others_is_not_written_over(path: Path, change: str) -> None:
    store = opened(path)
    store.save(issue("a"))
    if change == "edited":
        path.write_text('{"issues":{}}')
    else:
        path.unlink()
    assert any("changed by another program" in fault for fault in store.check())
    with pytest.raises(StoreError, match=r"changed by another program .* Restart Amends"):
        store.save(issue("b"))
    assert path.exists() == (change == "edited")
    assert not path.exists() or path.read_text() == '{"issues":{}}'
    store.close()


def test_one_invalid_record_is_named_and_the_others_are_served(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"issues": {"good": {"id": "good", "title": "t"}, "bad": {"id": "bad"}}}))
    store = opened(path)
    assert store.get(Issue, "good") == issue("good", "t")
    with pytest.raises(StoreError, match="issues/bad is not valid: title: Field required"):
        store.get(Issue, "bad")
    assert store.check() == ["issues/bad is not valid: title: Field required. Mend it, or restore a backup."]
    store.save(issue("bad"))
    assert store.check() == []
    store.close()


def test_tables_and_fields_of_a_later_version_stay(path: Path) -> None:
    path.parent.mkdir()
    later = {"patterns": {"p": {"id": "p"}}, "issues": {"a": {"id": "a", "title": "t", "mood": {"x": None}}}}
    path.write_text(json.dumps(later))
    store = opened(path)
    store.change(Issue, "a", lambda before: before.having(area="sync"))
    store.close()
    kept = json.loads(path.read_bytes())
    assert kept["patterns"] == later["patterns"]
    assert kept["issues"]["a"]["mood"] == {"x": None}


def test_a_field_that_an_older_version_did_not_write_is_found_by_its_default(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"issues": {"a": {"id": "a", "title": "t"}}}))
    store = opened(path)
    assert store.count(Issue, {"state": "open"}) == 1
    assert store.count(Issue, {"product": None}) == 1
    store.close()


def test_a_linked_file_is_kept_where_it_really_is(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    store = opened(link)
    store.save(issue("a"))
    with pytest.raises(StoreError, match="in use"):
        opened(path)
    store.close()
    assert link.is_symlink()
    assert "issues" in json.loads(path.read_bytes())
