"""`amends match`: one line out for each review in, best issue first, and a sentence for each line not understood."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.cli import main

ISSUES = [
    {"id": "pdf", "title": "Export to PDF hangs on large books", "state": "open"},
    {"id": "login", "title": "Login fails with a passkey"},
]


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    file = tmp_path / "issues.jsonl"
    file.write_text("".join(json.dumps(issue) + "\n" for issue in ISSUES), "utf-8")
    return file


def run(tracker: Path, *args: str, given: bytes | str) -> Result:
    return CliRunner().invoke(main, ["match", "--issues", str(tracker), *args], input=given)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_fitting_issue_is_named_with_its_reasons(tracker: Path) -> None:
    [found] = lines(run(tracker, given='{"id":"r","text":"PDF export hangs when the book is large"}'))
    assert found["id"] == "r"
    assert [match["issue"] for match in found["matches"]] == ["pdf"]
    assert found["matches"][0]["why"]
    assert 0 <= found["matches"][0]["score"] <= 1


def test_a_score_of_zero_ranks_every_issue_for_any_text(tracker: Path) -> None:
    given = '{"text":"Lovely colours"}\n{"text":""}\n{"text":"👍"}\n'
    result = run(tracker, "--min-score", "0", "--top", "100", given=given)
    assert result.exit_code == 0
    assert [len(found["matches"]) for found in lines(result)] == [2, 2, 2]


def test_what_is_not_understood_is_an_error_in_its_place(tracker: Path) -> None:
    result = run(tracker, given=b'{"text":"ok"}\nnot json\n{"id":3,"text":5}\n\xff\xfe\n' + b'{"text":"x"}\n')
    assert result.exit_code == 2
    assert ["error" in found for found in lines(result)] == [False, True, True, True, False]
    assert "line 2" in result.stderr


def test_an_issue_that_is_not_understood_is_told_and_left_out(tracker: Path) -> None:
    tracker.write_bytes(tracker.read_bytes() + b'\n{"id":"none"}\n')
    result = run(tracker, "--min-score", "0", given='{"text":"export"}')
    assert result.exit_code == 2
    assert "line 4" in result.stderr
    assert len(lines(result)[0]["matches"]) == 2


def test_an_empty_tracker_has_nothing_that_fits(tracker: Path) -> None:
    tracker.write_text("")
    assert lines(run(tracker, given='{"text":"export"}')) == [{"matches": []}]


def test_a_very_long_review_is_answered(tracker: Path) -> None:
    assert run(tracker, given=json.dumps({"text": "export " * 140_000})).exit_code == 0
