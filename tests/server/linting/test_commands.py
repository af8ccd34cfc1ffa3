"""amends lint and amends rules: output like linters', exit codes, one JSON line for each given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amends.cli.lint import command as lint_command
from amends.cli.rules import command as rules_command
from amends.linting import rules


def run_lint(*arguments: str, given: str | bytes = "") -> Result:
    """The command's result on standard input `given`."""
    return CliRunner().invoke(lint_command, list(arguments), input=given)


def test_findings_print_as_linters_do(tmp_path: Path) -> None:
    draft = tmp_path / "reply.txt"
    draft.write_text("Thank you.\nI see. You are lying. Jo\n", encoding="utf-8")
    result = run_lint(str(draft))
    assert result.stdout.splitlines()[0].startswith(f"{draft}:2:8: error accusation ")
    assert result.stdout.splitlines()[0].endswith("(S1.12, S4.3.3, S1.5)")
    assert "errors: 1" in result.stderr
    assert result.exit_code == 1


def test_a_clean_draft_prints_nothing_and_exits_0() -> None:
    result = run_lint(given="Thank you for the tip. The blue cups are back on Monday. Marta\n")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_json_gives_findings_checklist_and_length() -> None:
    result = run_lint("--format", "json", "--platform", "google-play", given="Thanks. Jo\n")
    told = json.loads(result.stdout)
    assert set(told) == {"findings", "checklist", "length"}
    assert told["length"] == {"used": 10, "limit": 350, "unit": "characters"}
    assert {item["status"] for item in told["checklist"]} <= {"pass", "fail", "n/a"}


def test_each_line_gets_one_answer_in_its_place() -> None:
    lines = ['{"id":"a","draft":"Thanks. Jo"}', "nope", '{"draft":7}', '{"draft":"Thanks. Jo","unknown":1}']
    result = run_lint("--jsonl", given="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [set(answer) for answer in answers] == [
        {"id", "findings", "checklist", "length"},
        {"error"},
        {"error"},
        {"findings", "checklist", "length"},
    ]
    assert [answers[1]["error"]["line"], answers[2]["error"]["line"]] == [2, 3]
    assert result.exit_code == 2


@pytest.mark.parametrize(("draft", "code"), [("Thanks. Jo", 0), ("You are lying. Jo", 1)])
def test_lines_exit_1_only_where_an_error_was_found(draft: str, code: int) -> None:
    assert run_lint("--jsonl", given=json.dumps({"draft": draft}) + "\n").exit_code == code


@pytest.mark.parametrize("given", [b"\xff\xfe", b"a" * (1024 * 1024 + 1)])
def test_what_cannot_be_read_is_told_in_a_sentence(given: bytes) -> None:
    result = run_lint(given=given)
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr or "one reply" in result.stderr.replace("\n", " ")


def test_rules_prints_one_json_array() -> None:
    result = CliRunner().invoke(rules_command, ["--format", "json"])
    listed = json.loads(result.stdout)
    assert [rule["id"] for rule in listed] == [rule.id for rule in rules()]
    assert all(rule["bad"] and rule["good"] and rule["why"] for rule in listed)


def test_a_rule_is_explained_and_an_unknown_one_is_refused() -> None:
    explained = CliRunner().invoke(rules_command, ["hollow-apology"])
    assert "S4.4.1" in explained.stdout
    assert "Flagged:" in explained.stdout
    assert CliRunner().invoke(rules_command, ["no-such-rule"]).exit_code == 2


def test_every_example_of_the_json_list_is_a_line_lint_takes() -> None:
    listed = json.loads(CliRunner().invoke(rules_command, ["--format", "json"]).stdout)
    lines = [json.dumps(example) for rule in listed for example in rule["good"]]
    result = run_lint("--jsonl", given="\n".join(lines) + "\n")
    assert result.exit_code == 0
    assert all(json.loads(line)["findings"] == [] for line in result.stdout.splitlines())
