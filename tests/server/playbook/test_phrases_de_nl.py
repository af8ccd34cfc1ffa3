"""German and Dutch phrases: each fault is found where it stands, and replies without one are left alone."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amends.linting import lint, rules
from amends.records import Rating, Review

SENTENCES: dict[str, dict[str, Any]] = {
    language: tomllib.loads((Path(__file__).parent / "sentences" / f"{language}.toml").read_text(encoding="utf-8"))
    for language in ("de", "nl")
}
KNOWN = {rule.id for rule in rules()}
INCOMPLETE = {"no-next-step", "no-specifics", "no-sympathy", "no-name", "no-thanks", "personal-data"}
"""What a single sentence cannot be asked for."""


def complaint(language: str) -> Review:
    text = SENTENCES[language]["complaint"]
    return Review(text=text, rating=Rating(value=1), product_version="2.4", language=language)


@pytest.mark.parametrize(
    ("language", "rule", "draft"),
    [
        (language, rule, draft)
        for language, given in SENTENCES.items()
        for rule, drafts in given["faulty"].items()
        for draft in drafts
        if rule in KNOWN
    ],
)
def test_a_fault_is_found(language: str, rule: str, draft: str) -> None:
    found = lint(draft, review=complaint(language), platform="trustpilot").findings
    assert rule in {one.rule for one in found}


@pytest.mark.parametrize(
    ("language", "draft"), [(language, draft) for language, given in SENTENCES.items() for draft in given["innocent"]]
)
def test_an_innocent_sentence_is_left_alone(language: str, draft: str) -> None:
    found = lint(draft, review=complaint(language), platform="trustpilot").findings
    assert not [one.rule for one in found if one.severity != "advice" and one.rule not in INCOMPLETE]


@pytest.mark.parametrize(
    ("language", "case"), [(language, case) for language, given in SENTENCES.items() for case in given["replies"]]
)
def test_a_good_reply_draws_no_error_and_no_warning(language: str, case: dict[str, Any]) -> None:
    review = Review(text=case["review"], rating=Rating(value=case["stars"]), language=language)
    found = lint(case["reply"], review=review, platform="trustpilot").findings
    assert not [one.rule for one in found if one.severity != "advice"]


@pytest.mark.captured
def test_no_real_german_reply_breaks_a_rule_of_error_level(captured: Callable[[str], Path]) -> None:
    with captured("datasets/replies_firefox_android_2018.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Reviewer Language"] == "de"]
    assert len(rows) > 15
    assert not [row for row in rows if lint(row["Developer Reply Text"], platform="google-play").broken]
