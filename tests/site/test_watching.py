"""What a live preview does when the file it watches goes away, comes back, or cannot be built."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import fixlog
from amends.cli.site import command
from fixlog.watching import Watch


def test_a_file_that_is_gone_for_a_moment_is_waited_for_and_said(tmp_path, capsys):
    source, aside, built = tmp_path / "fixlog.json", tmp_path / "aside.json", []
    source.write_text("1", "utf-8")
    watch = Watch(tmp_path / "out", source, lambda: built.append(source.read_text("utf-8")))
    source.rename(aside)
    watch.look()
    watch.look()
    assert capsys.readouterr().err.count("is not there") == 1
    aside.rename(source)
    watch.look()
    assert built == ["1"]


@pytest.mark.parametrize("fault", [fixlog.BuildError([fixlog.Problem("x", "faulty")]), OSError("the disk is full")])
def test_whatever_goes_wrong_is_said_and_watching_goes_on(tmp_path, capsys, fault):
    source, faults = tmp_path / "fixlog.json", [fault]

    def build():
        if faults:
            raise faults.pop()

    watch = Watch(tmp_path / "out", source, build)
    for content in ("a", "bc"):
        source.write_text(content, "utf-8")
        watch.look()
    assert str(fault) in capsys.readouterr().err
    assert faults == []


@pytest.mark.parametrize(
    ("given", "kept"), [([], "https://built.example/"), (["--base-url", "https://new.example"], "https://new.example/")]
)
def test_a_preview_keeps_the_address_that_its_folder_was_built_with(log, tmp_path, monkeypatch, given, kept):
    source, out = tmp_path / "fixlog.json", tmp_path / "out"
    source.write_text(json.dumps(log()), "utf-8")
    fixlog.build(log(), out, base_url="https://built.example/", skip=["search"])
    monkeypatch.setattr(fixlog, "serve", lambda folder, port, source, build, *others: build())
    served = CliRunner().invoke(command, ["serve", str(out), "--from", str(source), *given])
    assert served.exit_code == 0, served.output
    assert fixlog.base_url(out / "fixlog.json") == kept
    assert ("keeps https://built.example/" in served.output) == (not given)
