"""`amends triage`, `draft`, `playbook`, `platforms`: one line out for each line in, and one array of data."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.cli import main

LINES = b'{"id":"a","text":"It crashes"}\n\nnot json\n{"id":7,"text":5}\n{"text":""}\n'
REVIEW = {"text": "The export hangs on every large book.", "author": "Maria K.", "rating": {"value": 2}}


def run(*args: str, given: bytes | str = b"") -> Result:
    return CliRunner().invoke(main, args, input=given)


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_triage_answers_each_line_in_order_and_errors_in_place() -> None:
    result = run("triage", given=LINES)
    found = objects(result)
    assert result.exit_code == 2
    assert [("error" in one, one.get("id")) for one in found] == [
        (False, "a"),
        (True, None),
        (True, None),
        (True, 7),
        (False, None),
    ]
    assert [one["error"]["line"] for one in found if "error" in one] == [2, 3, 4]
    assert "line 3" in result.stderr
    wanted = {
        "id",
        "kind",
        "kinds",
        "scores",
        "topics",
        "crux",
        "intent",
        "emotion",
        "severity",
        "language",
        "scenario",
    }
    assert set(found[0]) >= wanted - {"language"}


def test_triage_of_good_lines_ends_well() -> None:
    assert run("triage", given=json.dumps(REVIEW)).exit_code == 0


def test_draft_counts_suggestions_and_keeps_to_the_shape() -> None:
    result = run("draft", "--count", "2", given=json.dumps({"review": REVIEW, "platform": "google-play"}))
    [found] = objects(result)
    assert result.exit_code == 0
    assert len(found["suggestions"]) == 2
    assert set(found["suggestions"][0]) >= {"text", "scenario", "language", "findings", "length"}
    assert found["suggestions"][0]["length"]["limit"] == 350


def test_earlier_lines_of_a_run_count_as_recent() -> None:
    line = json.dumps({"review": REVIEW})
    first, second = objects(run("draft", "--count", "1", given=f"{line}\n{line}\n"))
    assert first["suggestions"][0]["text"] != second["suggestions"][0]["text"]


def test_suggestions_are_always_there() -> None:
    [found] = objects(run("draft", given=json.dumps({"review": {"text": "I will sue you", "rating": {"value": 1}}})))
    assert found["suggestions"] == []
    assert found["why_not"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.toml", 'name = "Quire"\nstaff = [{name = "Jo Berg"}]\n'),
        ("p.json", '{"name":"Quire","staff":[{"name":"Jo Berg"}]}'),
    ],
)
def test_the_profile_is_toml_or_json(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    [found] = objects(run("draft", "--profile", str(path), given=json.dumps({"review": REVIEW})))
    assert "Jo Berg" in found["suggestions"][0]["text"]


@pytest.mark.parametrize("text", ['{"name": 5}', "nonsense", '{"staff": []}'])
def test_a_wrong_profile_is_wrong_usage(tmp_path: Path, text: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(text)
    result = run("draft", "--profile", str(path), given=json.dumps({"review": REVIEW}))
    assert result.exit_code == 2
    assert "p.json" in result.stderr


@pytest.mark.parametrize(("command", "known"), [("playbook", "S1.10"), ("platforms", "steam")])
def test_lists_are_one_array_and_explain_one(command: str, known: str) -> None:
    listed = json.loads(run(command, "--format", "json").stdout)
    assert known in [one["id"] for one in listed]
    assert [one["id"] for one in json.loads(run(command, known, "--format", "json").stdout)] == [known]
    assert known in run(command, known).stdout
    assert known in run(command).stdout
    unknown = run(command, "nothing-like-it")
    assert unknown.exit_code == 2
    assert "lists" in unknown.stderr


def test_a_playbook_row_has_the_designed_fields() -> None:
    listed = json.loads(run("playbook", "--format", "json").stdout)
    assert all(set(row) == {"id", "asks", "capability", "carried_by", "status"} for row in listed)


def test_importing_the_commands_loads_no_language_model() -> None:
    modules = "amends.cli, amends.cli.draft, amends.triage, amends.drafting"
    code = f"import sys, {modules}; sys.exit(bool({{'py3langid', 'numpy'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
