"""`amends site build|check|serve`: what it prints, and how it ends."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from amends.cli.site import command

DEMO = Path(__file__).resolve().parents[2] / "demo" / "fixlog.json"


def run(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_build_says_what_it_did_and_check_finds_no_fault(tmp_path):
    built = run("build", "--from", DEMO, "--out", tmp_path / "out", "--skip", "search")
    assert built.exit_code == 0, built.output
    assert re.search(r"out: \d+ files written, 0 unchanged, 0 removed\.", built.output)
    checked = run("check", tmp_path / "out")
    assert (checked.exit_code, "no faults" in checked.output) == (0, True)


def test_base_url_replaces_the_one_of_the_file(tmp_path):
    run("build", "--from", DEMO, "--out", tmp_path / "out", "--base-url", "https://other.example/x")
    assert "https://other.example/x/fixes/" in (tmp_path / "out/sitemap.xml").read_text()


def test_a_faulty_file_is_refused_with_its_name_the_place_and_the_reason(tmp_path):
    data = json.loads(DEMO.read_text("utf-8"))
    data["fixes"][2]["slug"], data["fixes"][3]["released_on"] = "../..", "soon"
    faulty = tmp_path / "faulty.json"
    faulty.write_text(json.dumps(data), "utf-8")
    refused = run("build", "--from", faulty, "--out", tmp_path / "out")
    assert refused.exit_code == 2
    told = re.sub(r"\s*│\n│ *", "", refused.output)  # the frame breaks a long path anywhere
    for part in ("faulty.json", "fixes[2].slug", "fixes[3].released_on", "ISO 8601", "nothing was written"):
        assert part in told
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", [b"", b"[", b"\xff", b"[]", b"{}"])
def test_a_file_that_is_no_fix_log_is_refused(tmp_path, content):
    (tmp_path / "x.json").write_bytes(content)
    assert run("build", "--from", tmp_path / "x.json", "--out", tmp_path / "out").exit_code == 2


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    refused = run("build", "--from", tmp_path / "none.json", "--out", tmp_path / "out")
    assert (refused.exit_code, "cannot be read" in refused.output) == (2, True)


def test_check_ends_with_2_on_a_fault(tmp_path):
    assert run("check", tmp_path).exit_code == 2


def test_without_a_file_the_store_is_asked(tmp_path):
    built = run("build", "--store", f"tinydb:{tmp_path / 'amends.json'}", "--out", tmp_path / "out")
    assert built.exit_code == 0, built.output
    assert json.loads((tmp_path / "out/fixlog.json").read_text())["fixes"] == []


def test_serve_without_a_site_says_what_to_do(tmp_path):
    refused = run("serve", tmp_path, "--port", "0")
    assert (refused.exit_code, "amends site build" in refused.output) == (2, True)


def test_serve_shows_the_site_on_this_machine_and_stops_cleanly(tmp_path):
    run("build", "--from", DEMO, "--out", tmp_path / "out", "--base-url", "https://shop.example/help/fixes/")
    amends = str(Path(sys.executable).parent / "amends")
    process = subprocess.Popen(
        [amends, "site", "serve", str(tmp_path / "out"), "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline()).group(0)
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert b"What you told us" in answer.read()
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(address + "gone/", timeout=60)
        with missing.value as answer:
            page = answer.read().decode()
            assert (answer.code, "This page is not here" in page) == (404, True)
        style = re.search(r'"stylesheet" href="(/help/fixes/[^"]+)"', page).group(1)
        with urllib.request.urlopen(address + style[1:], timeout=60) as answer:
            assert b"--accent" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_serve_builds_again_when_the_file_changes_and_tells_the_browser(tmp_path):
    source, out = tmp_path / "fixlog.json", tmp_path / "out"
    data = json.loads(DEMO.read_text("utf-8"))
    source.write_text(json.dumps(data), "utf-8")
    amends = str(Path(sys.executable).parent / "amends")
    process = subprocess.Popen(
        [amends, "site", "serve", str(out), "--from", str(source), "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline()).group(0)
        with urllib.request.urlopen(address, timeout=30) as answer:
            page = answer.read().decode()
        assert '<script src="/.preview/reload.js">' in page
        assert "/.preview" not in (out / "index.html").read_text("utf-8")
        with urllib.request.urlopen(f"{address}.preview/changes", timeout=60) as changes:
            assert changes.readline() == b": listening\n"
            data["site"]["title"] = "Mended at Halden"
            source.write_text(json.dumps(data), "utf-8")
            assert next(line for line in changes if line.startswith(b"data:")) == b"data: built\n"
        with urllib.request.urlopen(address, timeout=30) as answer:
            assert b"Mended at Halden" in answer.read()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_check_explains_every_fault_of_a_file_that_is_not_built_yet(tmp_path):
    data = json.loads(DEMO.read_text("utf-8"))
    data["fixes"][0]["slug"], data["fixes"][1]["state"] = "../x", "done"
    faulty = tmp_path / "faulty.json"
    faulty.write_text(json.dumps(data), "utf-8")
    checked = run("check", faulty)
    assert checked.exit_code == 2
    assert [line.split(" ")[0] for line in checked.output.splitlines()] == ["fixes[0].slug", "fixes[1].state"]
    assert run("check", DEMO).exit_code == 0
