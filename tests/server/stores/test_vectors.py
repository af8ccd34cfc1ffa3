"""What issues mean is kept beside the store, and a file that is broken or of another model is as none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from amends.cases.warming import warm_matching
from amends.matching import trackers
from amends.records import Issue
from amends.stores import open_store, vectors
from amends.stores.vectors import KeptVectors, beside

TWO = {"Export hangs": np.ones(4, dtype=np.float32), "Login fails \ud83d": np.zeros(4, dtype=np.float32)}


def test_vectors_come_back_by_their_texts(tmp_path: Path) -> None:
    path = tmp_path / "kept.vectors"
    assert KeptVectors(path).keep(TWO)
    kept = KeptVectors(path)
    assert (len(kept), "Export hangs" in kept, "Export" in kept) == (2, True, False)
    assert all((kept[text] == row).all() for text, row in TWO.items())
    assert b"Export" not in path.read_bytes()


def test_the_file_holds_what_it_is_given_last_and_is_not_written_for_the_same(tmp_path: Path) -> None:
    path = tmp_path / "kept.vectors"
    KeptVectors(path).keep(TWO)
    assert not KeptVectors(path).keep(TWO)
    assert KeptVectors(path).keep({"Export hangs": TWO["Export hangs"]})
    assert len(KeptVectors(path)) == 1


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04 cut off", b"no such thing"])
def test_a_broken_file_is_as_none(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "kept.vectors"
    path.write_bytes(broken)
    assert len(KeptVectors(path)) == 0
    assert KeptVectors(path).keep(TWO)


def test_vectors_of_another_model_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.vectors"
    KeptVectors(path).keep(TWO)
    monkeypatch.setattr(vectors, "MODEL", "another")
    assert len(KeptVectors(path)) == 0


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    assert not KeptVectors(tmp_path / "nowhere" / "kept.vectors").keep(TWO)


def test_only_a_store_that_is_a_file_has_one_beside_it() -> None:
    assert beside("tinydb:data/amends.json") == Path("data/amends.json.vectors")
    assert beside("memory:") is None


def test_the_second_start_reads_no_issue_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(f"tinydb:{tmp_path / 'amends.json'}", role="command")
    store.save(Issue(id="1", title="The lamp of the third shelf hums at night"))
    monkeypatch.setattr(trackers, "_kept", trackers._Kept())
    warm_matching(store)
    monkeypatch.setattr(trackers, "_kept", trackers._Kept())
    monkeypatch.setattr("amends.matching.wordings.encode", lambda texts: pytest.fail(f"read again: {texts}"))
    warm_matching(store)
    store.close()
