"""Each of our own sentences passes the rules by itself: a rule that flags one is too wide, or the sentence is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from amends.drafting.composing import fields
from amends.linting import lint
from amends.playbook import languages, wording
from amends.records import Contact, Person, Profile, Rating, Review

PROFILE = Profile(name="Quire", contact=Contact(email="help@quire.example"), staff=(Person(name="Jo Berg"),))
SLOTS = {
    **dict.fromkeys(("quote", "words", "issue", "stands_for"), "PDF export"),
    "name": "Mia", "fixed_in": "5.2", "version": "5.3", "released": "5.2.", "how_to_get": "5.2.", "correction": "PDF.",
    "fix_url": "https://quire.example", "signer": "Jo Berg", "business": "Quire",
}  # fmt: skip
LOW, HIGH = Rating(value=1), Rating(value=5)
CONTENT = ("invite", "praise")
"""A move, and a scenario, for customers who are content."""
ELSEWHERE = (
    "answers-another-problem",
    "other-language",
    "question-unanswered",
    "guessed-title",
    "wrong-name",
    "offer-without-how",
)
"""Rules that hold a reply against a review, which this one is not made for, or a sentence against the next one."""


def said(language: str) -> Iterator[tuple[str, str, str]]:
    """Every sentence with slots filled: move, set, text."""
    words = wording(language).words
    known = {
        **SLOTS,
        "concern": next(iter(wording(language).concerns)),
        "reach": words["reach-email"][0].format(email="help@quire.example"),
        "span": words["hours"][0].format(n=24),
    }
    for move, sets in wording(language).moves.items():
        for name, variants in sets.items():
            for variant in variants:
                filled = {slot: known.get(slot, "") for slot in fields(variant)}
                yield move, name, variant.format_map(filled)


@pytest.mark.parametrize("language", languages())
def test_no_rule_flags_a_piece_of_our_own_sentences(language: str) -> None:
    flagged = []
    for move, name, text in said(language):
        content = move in CONTENT or name.split(".")[0] in CONTENT
        review = Review(text="PDF export", rating=HIGH if content else LOW, language=language, author="Mia")
        for one in lint(text, review=review, profile=PROFILE).findings:
            if one.severity != "advice" and one.end > one.start and one.rule not in ELSEWHERE:
                flagged.append(f"{move}.{name}: {text!r}: {one.rule}, {text[one.start : one.end]!r}")
    assert not flagged, "\n".join(flagged)
