"""Runs the rules over a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amends.linting.context import Context
from amends.linting.length import length_on
from amends.linting.registry import rules
from amends.linting.rule import Hit
from amends.linting.text import Text
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
    named = platform or (review.platform if review else None)
    context = Context(
        draft=Text(draft),
        platform=platform_by_id(named),
        platform_named=named is not None,
        review=review,
        issue=issue,
        profile=profile,
        recent=tuple(recent[:MOST_RECENT]),
    )
    findings, checklist = checked(context)
    return Linted(findings=findings, checklist=checklist, length=length_on(draft, context.platform))


def checked(context: Context) -> tuple[tuple[Finding, ...], tuple[ChecklistItem, ...]]:
    """Every rule's findings, in the order of the text, and every rule as an item of the checklist."""
    findings: list[Finding] = []
    checklist = []
    for rule in rules():
        if not rule.concerns(context):
            checklist.append(rule.item("n/a"))
        elif hits := apart(rule.check(context)):
            checklist.append(rule.item("fail"))
            findings += map(rule.finding, hits)
        else:
            checklist.append(rule.item("pass"))
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    return tuple(findings), tuple(checklist)


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """One rule's hits in the order of the text, of those that overlap only the first and longest."""
    kept: list[Hit] = []
    found = list(hits)
    for hit in found if len(found) < 2 else sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept[:MOST_HITS]
