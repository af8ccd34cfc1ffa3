"""A sentence that a good reply may well hold draws no error and no warning; one a line in plain_sentences.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.linting import lint

SENTENCES = Path(__file__).with_name("plain_sentences.txt").read_text(encoding="utf-8").splitlines()
OF_THE_WHOLE = {
    "no-name",
    "no-thanks",
    "no-next-step",
    "offer-without-how",
    "promise-without-time",
    "private-settlement",
}
"""Rules that a single sentence cannot satisfy, since what they ask for stands elsewhere in a reply."""


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_plain_sentence_draws_no_error_and_no_warning(sentence: str) -> None:
    loud = [
        (one.rule, sentence[one.start : one.end])
        for one in lint(sentence).findings
        if one.severity != "advice" and one.rule not in OF_THE_WHOLE
    ]
    assert not loud, f"A phrase is too wide: narrow it, or add a `keep` to its rule. {loud}"
