"""Drafts for real reviews: none breaks a rule or a limit, and hardly any review is left without one."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from amends.drafting import draft
from amends.records import Contact, Person, Profile, Rating, Review

PROFILE = Profile(
    name="Quire", contact=Contact(email="help@quire.example"), staff=(Person(name="Jo Berg"),), promise_hours=24
)


def _reviews(captured: Callable[[str], Path]) -> list[Review]:
    with captured("datasets/replies_familylink_2026.csv").open(encoding="utf-8") as file:
        apps = [
            Review(text=row["review_text"], author=row["author_name"], rating=Rating(value=float(row["rating"])))
            for row in list(csv.DictReader(file))[::60]
        ]
    with captured("datasets/trustpilot_bt_texts.csv").open(encoding="utf-8") as file:
        services = [Review(text=row["Review"], author="Ada Lind") for row in list(csv.DictReader(file))[::4]]
    return apps + services


@pytest.mark.captured
@pytest.mark.parametrize("where", ["google-play", "trustpilot", "tripadvisor", "ebay"])
def test_drafts_for_real_reviews_pass_the_rules(captured: Callable[[str], Path], where: str) -> None:
    reviews = _reviews(captured)
    drafted = [draft(review, platform=where, profile=PROFILE) for review in reviews]
    asked = [one for one in drafted if one.scenario not in ("troll", "hold")]
    assert len(reviews) > 50
    assert sum(len(one.suggestions) == 3 for one in asked) >= 0.97 * len(asked)
    assert all(finding.severity == "advice" for one in asked for s in one.suggestions for finding in s.findings)
    assert all(s.length.limit is None or s.length.used <= s.length.limit for one in asked for s in one.suggestions)
