"""A build after a change gives what a build from nothing gives, whatever changed, and whatever became of its cache."""

from __future__ import annotations

import copy
import json
import os
import random
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import orjson
import pytest
import site_corpus

import fixlog
from fixlog import cache, crew, fingerprint
from fixlog.pages import paging

ROOT = Path(__file__).resolve().parents[2]
build = partial(fixlog.build, skip=("search",))


@pytest.fixture
def few(demo):
    """A fix log of four fixes."""
    demo["fixes"] = demo["fixes"][:4]
    return demo


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changes(demo):
    """Each field of a fix and of the site, changed alone; a fix gone, new, moved."""
    first, other = demo["fixes"][0], demo["fixes"][1]
    for name, value in {
        "id": "NEW-1", "slug": "a-new-slug", "former_slugs": [other["slug"], "given-up"], "product": "Halden Tent",
        "title": "Another title", "state": "regressed", "kind": "complaint", "area": "Covers", "fixed_in": "9.9",
        "released_on": "2026-11-20", "first_reported_on": "2026-01-01", "symptom": "It *hums*.", "change": "Less hum.",
        "how_to_get": "Wait.", "quotes": [{"text": "It hums!", "platform": "yelp"}], "history": [],
        "reports": {"count": 99, "platforms": {"steam": 99}},
        "translations": {"nl": {"title": "Het bromt", "symptom": "Het bromt."}},
    }.items():  # fmt: skip
        yield f"fix.{name}", partial(first.__setitem__, name, value)
    for name, value in {
        "title": "Mended", "base_url": "https://other.example/log/", "language": "de", "contact": "+44 20 7946 0000",
        "products": ["Halden Boat"], "answering": {"goals": []},
    }.items():  # fmt: skip
        yield f"site.{name}", partial(demo["site"].__setitem__, name, value)
    yield "praise", partial(demo.__setitem__, "praise", [{"text": "Thank you!", "platform": "etsy"}])
    yield "gone", partial(demo["fixes"].pop, 2)
    yield "new", partial(demo["fixes"].append, {**copy.deepcopy(first), "id": "N-9", "slug": "n-9", "former_slugs": []})
    yield "order", demo["fixes"].reverse


def test_after_any_change_the_site_is_what_a_build_from_nothing_gives(few, tmp_path):
    out = tmp_path / "out"
    build(few, out)
    for name, change in changes(few):
        change()
        build(few, out)
        fresh = fixlog.building.planned(few, skip=("search",))[0]
        found = contents(out)
        assert [path for path, content in fresh.items() if found.get(path) != content] == [], name
        assert set(found) == set(fresh), name


@pytest.mark.parametrize("name", [cache.BUILT, cache.FIXES, cache.COMING])
def test_a_damaged_foreign_or_missing_cache_costs_time_only(few, tmp_path, name):
    out, file = tmp_path / "out", tmp_path / "out.cache" / name
    gone = {**copy.deepcopy(few["fixes"][0]), "id": "GONE-1", "slug": "gone", "former_slugs": []}
    build(few, tmp_path / "fresh")
    expected = contents(tmp_path / "fresh")
    for damage in (
        b"", b"\x00" * 99, b"amends-fixlog-cache 3\n" + b"x" * 64, b"amends-fixlog-cache 1\n" + b"x" * 64, None, "half",
        [], {}, ["x", 1], ["", "", [], ["../x"], [], []], [[["k"]]],
    ):  # fmt: skip
        build({**few, "fixes": [*few["fixes"], gone]}, out)
        if damage is None:
            file.unlink(missing_ok=True)
        elif damage == "half":
            file.write_bytes(file.read_bytes()[:-40] if file.exists() else b"")
        elif isinstance(damage, bytes):
            file.write_bytes(damage)
        else:
            cache._keep(file, orjson.dumps(damage))
        build(few, out)
        assert contents(out) == expected, damage


def test_a_change_of_code_templates_or_words_renders_everything_anew(few, tmp_path, monkeypatch):
    build(few, tmp_path / "out")
    phases = []
    monkeypatch.setattr(fingerprint, "code", lambda: b"another")
    build(few, tmp_path / "out", progress=lambda phase, done, total: phases.append((phase, total)))
    assert ("fixes", len(few["fixes"])) in phases


@pytest.mark.parametrize("name", ["pages/fix.py", "templates/fix.html", "words/en.json", "assets/fixlog.css"])
def test_the_fingerprint_of_the_code_knows_every_file(tmp_path, monkeypatch, name):
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("a")
    monkeypatch.setattr(fingerprint, "HERE", str(tmp_path))
    before = fingerprint.code()
    file.write_text("b")
    assert fingerprint.code() != before


def test_a_file_that_somebody_else_changed_or_removed_is_put_right(few, tmp_path):
    out = tmp_path / "out"
    build(few, out)
    before = contents(out)
    for path in ("index.html", "fixlog.json", f"fixes/{few['fixes'][0]['slug']}/index.html"):
        (out / path).write_text("not ours")
        assert build(few, out).written == (path,)
        (out / path).unlink()
        assert build(few, out).written == (path,)
    assert contents(out) == before


def test_two_processes_give_the_same_bytes_as_one(tmp_path, monkeypatch):
    log = site_corpus.fixlog(30)
    log["fixes"][7]["colour"] = log["fixes"][8]["colour"] = "red"
    one = build(log, tmp_path / "one")
    monkeypatch.setattr(crew, "WORTH", 1)
    monkeypatch.setattr(crew, "helpers", lambda fixes: 1)
    two = build(log, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert (one.written, one.warnings) == (two.written, two.warnings)
    log["fixes"][5]["change"], log["fixes"][6]["symptom"] = "[" * 100_000, "> " * 400 + "a"
    with pytest.raises(fixlog.BuildError) as refused:
        build(log, tmp_path / "two")
    assert {problem.place.split(" ")[0] for problem in refused.value.problems} == {
        "fixes[5].change", "fixes[6].symptom",
    }  # fmt: skip


IN_A_PROCESS = """
import sys
import fixlog
from fixlog import changing, crew
changing.helpers = lambda fixes: int(sys.argv[3])
fixlog.build(open(sys.argv[1], "rb").read(), sys.argv[2], skip=["search"])
"""


@pytest.mark.parametrize("helpers", [0, 1])
def test_a_build_killed_at_any_moment_is_finished_by_the_next(tmp_path, helpers):
    old, new = site_corpus.fixlog(25), site_corpus.fixlog(35)
    for fix in new["fixes"]:
        fix["title"] = fix["title"].upper()
    del new["fixes"][:5]
    (tmp_path / "new.json").write_text(json.dumps(new), "utf-8")
    build(new, tmp_path / "fresh")
    expected, choose, cut_short = contents(tmp_path / "fresh"), random.Random(helpers), 0
    for round_ in range(20):
        out = tmp_path / f"out-{round_}"
        build(old, out)
        before = contents(out)
        process = subprocess.Popen(
            [sys.executable, "-c", IN_A_PROCESS, str(tmp_path / "new.json"), str(out), str(helpers)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "site")},
        )
        # From the moment that it writes on: before, there is nothing to finish.
        while process.poll() is None and not (tmp_path / f"{out.name}.cache" / cache.COMING).exists():
            time.sleep(0.0005)
        time.sleep(choose.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        cut_short += contents(out) not in (before, expected)
        build(new, out)
        assert contents(out) == expected
        if cut_short and round_ >= 2:
            break
    assert cut_short


def test_older_parts_and_pictures_follow_a_name_and_show_nothing_that_moves(few, tmp_path, monkeypatch):
    monkeypatch.setattr(paging, "SIZE", 4)
    first = {**few["fixes"][0], "state": "released", "released_on": "2026-05-01", "former_slugs": []}
    few["fixes"] = [{**first, "id": f"P-{at}", "slug": f"p-{at}", "product": "Halden Tent"} for at in range(14)]
    at_work = {
        **first,
        "id": "W-1",
        "slug": "w-1",
        "product": "Halden Tent",
        "state": "in_progress",
        "title": "At work",
    }
    del at_work["released_on"]
    few["fixes"].append(at_work)
    out = tmp_path / "out"
    build(few, out)
    assert b"At work" not in (out / "products/halden-tent/older/1/index.html").read_bytes()
    for name, change in {
        "working": partial(at_work.__setitem__, "title", "Still at work"),
        "one name": partial(few["fixes"][0].__setitem__, "product", "HALDEN-TENT"),
        "all names": lambda: [fix.__setitem__("product", "HALDEN tent") for fix in few["fixes"]],
        "a shelf's name": partial(few["fixes"].append, {**at_work, "id": "A", "slug": "a", "product": "Halden-Tent"}),
    }.items():
        change()
        build(few, out)
        fresh, found = fixlog.building.planned(few, skip=("search",))[0], contents(out)
        assert [path for path in fresh if found.get(path) != fresh[path]] == [], name
