"""The scripts behind `make`: they find what is there, install only what is not, and say plainly what they did."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import bench
import chromium as finding
import debian
import node
import package
import pytest

ROOT = Path(__file__).resolve().parent.parent


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


# --- Chromium --------------------------------------------------------------------------------------------------------


@pytest.fixture
def no_browsers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any Chromium; Playwright's would lie in the folder given."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))
    monkeypatch.setattr(finding, "APPLICATIONS", ())
    return tmp_path


def test_a_chromium_named_by_the_person_comes_first(no_browsers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(no_browsers / "bin" / "chromium", "exit 0")
    mine = program(no_browsers / "mine", "exit 0")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert finding.find() == str(mine)


def test_a_stub_that_does_not_start_is_passed_over(no_browsers: Path) -> None:
    program(no_browsers / "bin" / "chromium", "echo 'install the snap' >&2; exit 1")
    bundled = program(no_browsers / "browsers" / "chromium-1234" / "chrome-linux" / "chrome", "exit 0")
    program(no_browsers / "browsers" / "chromium_headless_shell-1234" / "chrome-linux" / "headless_shell", "exit 0")
    assert finding.find() == str(bundled)


def test_where_nothing_can_be_installed_it_says_what_to_do(no_browsers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "is_ours", lambda: False)
    monkeypatch.setattr(finding, "_from_playwright", lambda: None)
    with pytest.raises(finding.NoChromium, match="CHROMIUM=/path/to/chromium"):
        finding.ensure()


def test_debians_is_installed_with_what_playwright_lacks(no_browsers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def install(*packages: str) -> None:
        asked.extend(packages)
        program(no_browsers / "bin" / "chromium", "exit 0")

    monkeypatch.setattr(debian, "is_ours", lambda: True)
    monkeypatch.setattr(debian, "install", install)
    assert finding.ensure() == str(no_browsers / "bin" / "chromium")
    assert {"chromium", "libatomic1"} <= set(asked)


# --- Node ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("version", "fits"), [("v18.20.4", False), ("v20.0.0", True), ("v24.1.0", True), ("", False)])
def test_node_on_path_is_taken_from_twenty_on(
    version: str, fits: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "node", f"echo '{version}'")
    program(tmp_path / "npm", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere" / "python"))
    assert node.find() == (tmp_path if fits else None)


def test_the_wheels_node_is_taken_where_path_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "venv" / "node", "echo v24.19.0")
    program(tmp_path / "venv" / "npm", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "venv" / "python"))
    assert node.find() == tmp_path / "venv"


def test_packages_are_installed_again_only_when_the_lock_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[Path] = []

    def install(project: Path) -> None:
        runs.append(project)
        (project / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(node, "_npm_ci", install)
    lock = tmp_path / "package-lock.json"
    lock.write_text("{}")
    node.modules(tmp_path)
    node.modules(tmp_path)
    assert len(runs) == 1
    lock.write_text('{"lockfileVersion": 3}')
    node.modules(tmp_path)
    assert len(runs) == 2


# --- bootstrap, tasks, package ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", sorted(path.name for path in (ROOT / "scripts").glob("*.sh")))
def test_shell_scripts_are_plain_sh(script: str) -> None:
    subprocess.run(["sh", "-n", str(ROOT / "scripts" / script)], check=True)


@pytest.mark.parametrize("script", ["bootstrap.sh", "task.sh"])
def test_wrong_usage_is_told(script: str) -> None:
    done = subprocess.run(
        ["sh", str(ROOT / "scripts" / script), "nonsense"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_every_target_of_the_makefile_is_a_task() -> None:
    makefile, tasks = (ROOT / "Makefile").read_text(), (ROOT / "scripts" / "task.sh").read_text()
    targets = re.findall(r"^([a-z]+):", makefile, re.MULTILINE)
    assert targets == ["run", "demo", "test", "check", "bench", "pictures", "package"]
    for target in targets:
        assert f"sh scripts/task.sh {target}\n" in makefile
        assert re.search(rf"^  {target}\)", tasks, re.MULTILINE), f"scripts/task.sh does not know {target}"


def test_every_measurement_is_on_the_list_of_make_bench() -> None:
    listed = {file for file, *_arguments in bench.BENCHES.values()}
    there = {path.name for path in bench.FOLDER.glob("*.py") if "__main__" in path.read_text(encoding="utf-8")}
    in_folders = {file for file in listed if "/" in file and (bench.FOLDER / file).is_file()}
    unlisted = ", ".join(sorted(there - listed)) or "the file"
    assert listed == there | in_folders, f"add {unlisted} to BENCHES of scripts/bench.py"


def test_continuous_integration_calls_make_test() -> None:
    assert "exec make test" in (ROOT / ".ci" / "run").read_text()


def test_the_packed_extension_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    digests = set()
    for name in ("one.zip", "two.zip"):
        package.zip_extension(ROOT / "extension", tmp_path / name)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.testzip() is None
        assert "manifest.json" in packed.namelist()
        assert {entry.date_time for entry in packed.infolist()} == {package.DATE}
