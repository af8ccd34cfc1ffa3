"""Writing the site: only what changed, nothing on a fault, nothing outside, and the same bytes every time."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import orjson
import pytest

import fixlog
from fixlog import cache, writing
from fixlog.building import planned

ROOT = Path(__file__).resolve().parents[2]
IN_A_PROCESS = "import fixlog, sys; fixlog.build(open(sys.argv[1], 'rb').read(), sys.argv[2], skip=['search'])"
build = partial(fixlog.build, skip=("search",))
"""The search index stands outside the promises that are tried here; `test_search.py` tries its own."""


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes_whatever_the_process(demo, tmp_path):
    build(demo, tmp_path / "a")
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", IN_A_PROCESS, str(ROOT / "demo/fixlog.json"), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}", "PYTHONPATH": str(ROOT / "site")},
            check=True,
        )  # fmt: skip
        assert contents(tmp_path / seed) == contents(tmp_path / "a")


def test_the_order_of_fixes_in_the_file_does_not_matter(demo, tmp_path):
    first = planned(demo)[0]
    demo["fixes"].reverse()
    second = planned(demo)[0]
    assert [path for path in first if first[path] != second[path]] == ["fixlog.json"]


def test_only_changed_files_are_written(demo, tmp_path):
    out = tmp_path / "out"
    everything = build(demo, out)
    assert set(everything.written) == set(contents(out))
    again = build(demo, out)
    assert (again.written, again.removed) == ((), ())
    assert set(again.unchanged) == set(contents(out))
    demo["fixes"][0]["change"] = "Another sentence."
    written = build(demo, out).written
    page = f"fixes/{demo['fixes'][0]['slug']}/index.html"
    assert [path for path in written if path.endswith(".html")] == [page]
    assert {"feed.xml", "feed.json", "fixlog.json"} < set(written)


def test_what_is_ours_and_no_longer_wanted_is_removed_and_what_is_not_ours_stays(demo, tmp_path):
    out = tmp_path / "out"
    build(demo, out)
    (out / "CNAME").write_text("fixed.halden.example")
    gone = demo["fixes"].pop(0)
    report = build(demo, out)
    assert f"fixes/{gone['slug']}/index.html" in report.removed
    assert not (out / "fixes" / gone["slug"]).exists()
    assert not (out / "f" / gone["id"]).exists()
    assert (out / "CNAME").exists()


def test_a_fault_writes_and_removes_nothing(demo, tmp_path):
    out = tmp_path / "out"
    build(demo, out)
    before = contents(tmp_path)
    del demo["fixes"][1]
    demo["fixes"][0]["state"] = "nonsense"
    with pytest.raises(fixlog.BuildError):
        build(demo, out)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("kill_at", [1, 2, 9, 20])
def test_a_build_killed_while_writing_is_finished_by_the_next(demo, tmp_path, monkeypatch, kill_at):
    out = tmp_path / "out"
    extra = {**demo["fixes"][0], "id": "GONE-1", "slug": "gone", "former_slugs": []}
    real, done = writing._replaced, []

    class Killed(BaseException):
        pass

    def dying(place, content):
        done.append(place)
        if len(done) > kill_at:
            Path(place + writing.PART).write_bytes(content[: len(content) // 2])
            raise Killed
        return real(place, content)

    monkeypatch.setattr(writing, "_replaced", dying)
    with pytest.raises(Killed):
        build({**demo, "fixes": [*demo["fixes"], extra]}, out)
    monkeypatch.undo()
    build(demo, out)
    build(demo, tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def test_a_folder_of_someone_else_is_not_taken(demo, tmp_path):
    (tmp_path / "index.html").write_text("my own page")
    with pytest.raises(fixlog.BuildError, match="someone else"):
        build(demo, tmp_path)
    assert contents(tmp_path) == {"index.html": b"my own page"}


def test_a_fix_log_built_elsewhere_is_taken_over(demo, tmp_path):
    build(demo, tmp_path / "a")
    (tmp_path / "a").rename(tmp_path / "b")
    assert build(demo, tmp_path / "b").written == ()


def test_a_link_that_leads_out_of_the_folder_is_not_followed(demo, tmp_path):
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    build(demo, out)
    before = contents(out)
    for path in sorted((out / "f").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (out / "f").rmdir()
    (out / "f").symlink_to(outside)
    with pytest.raises(fixlog.BuildError, match="outside"):
        build(demo, out)
    assert contents(outside) == {}
    assert {path: before[path] for path in contents(out)} == contents(out)


def test_a_tampered_list_of_our_files_removes_nothing_outside(demo, tmp_path):
    out = tmp_path / "out"
    build(demo, out)
    (tmp_path / "precious").write_text("mine")
    paths = ["../precious", "/etc/hostname", str(tmp_path / "precious")]
    built = cache.Built("x", "y", [], paths, [0] * 3, [0] * 3)
    cache._keep(tmp_path / "out.cache" / cache.BUILT, orjson.dumps(tuple(built)))
    build(demo, out)
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_a_sentence(demo, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(fixlog.BuildError, match="cannot be written"):
        build(demo, tmp_path / "file" / "out")


def test_progress_is_told_for_every_fix_list_and_file(demo, tmp_path):
    told = []
    report = build(demo, tmp_path / "out", progress=lambda *step: told.append(step))
    ends = {phase: (done, total) for phase, done, total in told}
    assert list(ends) == ["reading", "fixes", "lists", "writing"]
    assert all(done == total for done, total in ends.values())
    assert (ends["fixes"][0], ends["writing"][0]) == (len(demo["fixes"]), len(report.written))


def test_two_hundred_fixes_take_seconds(demo, tmp_path):
    fixes = [{**demo["fixes"][n % 8], "id": f"N-{n}", "slug": f"n-{n}", "former_slugs": []} for n in range(200)]
    begun = time.monotonic()
    build({**demo, "fixes": fixes}, tmp_path / "out")
    assert time.monotonic() - begun < 30


def test_what_stood_in_the_way_is_the_same_from_another_process():
    refused = pickle.loads(pickle.dumps(fixlog.BuildError([fixlog.Problem("fixes", "a fault")])))
    assert (refused.problems, str(refused)) == ((fixlog.Problem("fixes", "a fault"),), "fixes: a fault")
