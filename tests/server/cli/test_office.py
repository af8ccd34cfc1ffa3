"""Commands with state work alone, and beside a running server that holds the file."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from harness.servers import AmendsServer

AMENDS = str(Path(sys.executable).parent / "amends")
ISSUE = {"id": "HA-1", "title": "Photos vanish", "state": "released", "fixed_in": "4.2", "released_on": "2026-11-12",
         "history": [{"on": "2026-10-09", "state": "investigating"}], "ours": "kept"}  # fmt: skip

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def alone(tmp_path: Path) -> Command:
    """Runs `amends …` on a file of its own, with no server."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("AMENDS_")}

    def run(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [AMENDS, *arguments], cwd=tmp_path, env=environ, input=given, text=True, capture_output=True, timeout=60
        )

    return run


@pytest.fixture(params=["alone", "beside a server"])
def amends(request: pytest.FixtureRequest) -> Command:
    """The same command, alone and beside a server."""
    if request.param == "alone":
        command: Command = request.getfixturevalue("alone")
        return command
    server: AmendsServer = request.getfixturevalue("amends_server")
    return server.run


def test_an_exported_issue_is_imported_as_it_was(amends: Command) -> None:
    answer = amends("issues", "import", given=json.dumps(ISSUE))
    assert json.loads(answer.stdout) == {"id": "HA-1", "done": "new"}, answer.stderr
    exported = json.loads(amends("issues", "export").stdout)
    assert {name: exported[name] for name in ISSUE} == ISSUE
    again = amends("issues", "import", given=json.dumps(exported))
    assert json.loads(again.stdout) == {"id": "HA-1", "done": "replaced"}
    assert json.loads(amends("issues", "export").stdout) == exported


def test_a_line_not_understood_is_said_in_its_place(amends: Command) -> None:
    answer = amends("issues", "import", given='{"id": "1"}\nnonsense\n' + json.dumps(ISSUE))
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [line.get("error", {}).get("line") for line in lines] == [1, 2, None]
    assert answer.returncode == 2
    assert "line 1" in answer.stderr


def test_issues_are_added_shown_listed_and_released(amends: Command) -> None:
    assert "Opened issue 1" in amends("issues", "add", "Blank links", "--product", "Albums").stdout
    assert json.loads(amends("issues", "show", "1").stdout)["product"] == "Albums"
    assert "1 " in amends("issues", "list").stdout
    assert "released" in amends("issues", "state", "1", "released", "--fixed-in", "4.2").stdout
    assert "Blank links" in amends("issues", "list", "--state", "released").stdout


def test_an_unknown_issue_is_a_sentence_and_exit_2(amends: Command) -> None:
    answer = amends("issues", "show", "none")
    assert answer.returncode == 2
    assert "There is no issue 'none'" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_staff_are_added_listed_and_revoked(amends: Command) -> None:
    assert "Pairing code: " in amends("staff", "add", "Tobias", "--role", "writer").stdout
    assert "Tobias" in amends("staff", "list").stdout
    assert "Tobias is a reader now" in amends("staff", "role", "tobias", "reader").stdout
    assert "tobias is called Tobias R. now" in amends("staff", "rename", "tobias", "Tobias R.").stdout
    assert "reader     Tobias R." in amends("staff", "list").stdout
    assert "no access any more" in amends("staff", "revoke", "tobias").stdout
    assert "revoked" in amends("staff", "list").stdout


def test_the_fix_log_is_built_from_the_store(amends: Command, tmp_path: Path) -> None:
    amends("issues", "import", given=json.dumps(ISSUE))
    answer = amends("site", "build", "--out", str(tmp_path / "out"))
    assert answer.returncode == 0, answer.stderr
    assert "Photos vanish" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_without_follow_ups_the_list_says_how_there_come_to_be_some(amends: Command) -> None:
    assert "releasing one makes them ready" in amends("followups", "list").stdout


def test_the_doctor_names_what_is_missing_and_what_mends_it(alone: Command) -> None:
    answer = alone("doctor", "--format", "json")
    parts = {row["part"]: row for row in json.loads(answer.stdout)}
    assert answer.returncode == 0, answer.stdout
    assert parts["staff"]["state"] == "missing"
    assert "amends staff add" in parts["staff"]["mend"]


def test_wrong_settings_are_all_named_at_once(alone: Command, tmp_path: Path) -> None:
    (tmp_path / "amends.toml").write_text('port = "many"\ncolour = "red"\n', encoding="utf-8")
    answer = alone("issues", "list")
    assert answer.returncode == 2
    assert "port" in answer.stderr
    assert "colour" in answer.stderr


def test_a_second_server_is_refused_with_what_to_do(amends_server: AmendsServer) -> None:
    answer = amends_server.run("serve", "--port", "0", "--store", amends_server.store)
    assert answer.returncode == 2
    assert amends_server.address in answer.stderr.replace("\n", "")


def test_the_lock_file_is_for_its_owner_alone_and_goes_with_the_server(amends_server: AmendsServer) -> None:
    lock = amends_server.folder / "amends.json.lock"
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    assert json.loads(lock.read_text(encoding="utf-8"))["address"] == amends_server.address
    assert amends_server.stop() == 0
    assert not lock.exists()


def test_a_killed_server_holds_nothing(amends_server: AmendsServer) -> None:
    amends_server.run("issues", "add", "Blank links")
    amends_server.kill()
    assert "Blank links" in amends_server.run("issues", "list").stdout
    amends_server.start()
    assert [issue["title"] for issue in amends_server.call("GET", "/issues")["items"]] == ["Blank links"]
