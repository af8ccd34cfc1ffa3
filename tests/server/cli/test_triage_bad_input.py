"""`amends triage` of what no customer wrote: an error with its line number or an answer, never a crash."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from amends.cli import main


def told(line: bytes) -> tuple[int, dict[str, Any], dict[str, Any]]:
    """Exit code, and what is answered to a line and to the good one after it."""
    result = CliRunner().invoke(main, ["triage"], input=line + b'\n{"text":"It crashes"}\n')
    assert not isinstance(result.exception, Exception), result.exception
    first, second = (json.loads(one) for one in result.stdout.splitlines())
    return result.exit_code, first, second


@pytest.mark.parametrize(
    "line",
    [
        b'{"text":"\xff\xfe broken"}',
        b'{"text":"cut \xe2\x82"}',
        b'{"text":"half \\ud83d"}',
        b'{"text":5}',
        b'{"text":null}',
        b'{"text":["a"]}',
        b'{"text":"a","rating":"five"}',
        b'{"text":"a","rating":{"value":"x"}}',
        b'{"text":"a","title":7}',
        b'{"text":"a","product_version":{}}',
        b'{"text":"a","posted_at":"yesterday"}',
        b'{"title":"no text"}',
        b'["text"]',
        b'"text"',
        b"null",
        b"{",
        b"\x00\x01",
        b"[" * 100_000,
    ],
)
def test_a_line_that_is_no_review_is_an_error_with_its_number(line: bytes) -> None:
    code, first, second = told(line)
    assert code == 2
    assert first["error"]["line"] == 1
    assert first["error"]["detail"]
    assert "bug" in second["kinds"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "👍👍👍",
        "\u202e\u200b",
        "!" * 1_000_000,
        "crash 1.2.3 " * 80_000,
        "x" * 1_000_000,
        "\x00",
        "💩" * 250_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_text_that_says_little_gets_an_answer(text: str) -> None:
    code, first, _ = told(json.dumps({"text": text}).encode())
    assert code == 0
    assert set(first["scores"].values()) <= {score for score in first["scores"].values() if 0 <= score <= 1}
    assert len(first.get("versions", ())) <= 8


@pytest.mark.parametrize("text", ["", "   ", "👍👍👍", "\u202e\u200b"])
def test_a_text_without_words_is_of_no_kind_and_no_language(text: str) -> None:
    _, first, _ = told(json.dumps({"text": text}).encode())
    assert first["kind"] == "other"
    assert "language" not in first
    assert all(score < 0.5 for kind, score in first["scores"].items() if kind != "other")
