"""Runs the rules over a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from amends.linting.context import Context
from amends.linting.length import length_on
from amends.linting.registry import rules
from amends.linting.rule import Hit, Rule
from amends.linting.text import text
from amends.playbook import platform as platform_by_id
from amends.records import ChecklistItem, Finding, Issue, Linted, Profile, Review

MOST_HITS = 20
"""Findings of one rule; a draft with more needs no more telling."""
MOST_RECENT = 100
"""Earlier replies a draft is compared with, newest first."""


def lint(
    draft: str,
    *,
    review: Review | None = None,
    issue: Issue | None = None,
    platform: str | None = None,
    profile: Profile | None = None,
    recent: Sequence[str] = (),
) -> Linted:
    """What the rules say of a draft.

    `recent` are the team's other replies, newest first; `platform` is the review's unless given.
    """
    return linted(context_of(draft, review, issue, platform, profile, tuple(recent[:MOST_RECENT])))


def context_of(
    draft: str,
    review: Review | None,
    issue: Issue | None,
    platform: str | None,
    profile: Profile | None,
    recent: tuple[str, ...],
) -> Context:
    """A draft and what stands beside it, for the rules to look at."""
    named = platform or (review.platform if review else None)
    return Context(
        draft=text(draft),
        platform=platform_by_id(named),
        platform_named=named is not None,
        review=review,
        issue=issue,
        profile=profile,
        recent=recent,
    )


def linted(context: Context) -> Linted:
    """Every rule's findings, in the order of the text, every rule as an item of the checklist, and the length."""
    findings: list[Finding] = []
    checklist: list[ChecklistItem] = []
    for rule, served in serving(context.known.name if context.known else None, context.there):
        if not served or not rule.applies(context):
            checklist.append(rule.item("n/a"))
        elif hits := apart(rule.check(context)):
            checklist.append(rule.item("fail"))
            findings += map(rule.finding, hits)
        else:
            checklist.append(rule.item("pass"))
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    length = length_on(context.draft.whole, context.platform)
    return Linted(findings=tuple(findings), checklist=tuple(checklist), length=length)


@lru_cache(maxsize=256)
def serving(language: str | None, there: frozenset[str]) -> tuple[tuple[Rule, bool], ...]:
    """Every rule, and whether what it needs is there, in a language we have phrases for or in another."""
    return tuple((rule, rule.is_served(language, there)) for rule in rules())


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """One rule's hits in the order of the text, of those that overlap only the first and longest."""
    found = list(hits)
    if len(found) < 2:
        return found
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept[:MOST_HITS]
