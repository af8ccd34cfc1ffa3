"""Runs the rules over a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from amends.linting.context import Context
from amends.linting.length import length_on
from amends.linting.registry import rules_in
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
    context = context_of(draft, review, issue, platform, profile, recent)
    return told(context, results(context))


def context_of(
    draft: str,
    review: Review | None,
    issue: Issue | None,
    platform: str | None,
    profile: Profile | None,
    recent: Sequence[str],
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
        recent=tuple(recent[:MOST_RECENT]),
    )


class Result(NamedTuple):
    """What one rule found; None where it does not apply."""

    rule: Rule
    hits: list[Hit] | None

    @property
    def blocks(self) -> bool:
        """Is there an error or a warning among it?"""
        return bool(self.hits) and any(map(self.rule.stops, self.hits or ()))


def results(context: Context) -> Iterator[Result]:
    """What each rule finds, in the order of the checklist."""
    for rule, served in _serving(_language(context), context.there, context.trade_ids):
        yield Result(rule, apart(rule.check(context)) if served and rule.applies(context) else None)


def result(rule: Rule, context: Context) -> Result:
    """What one rule finds."""
    served = rule.is_served(_language(context), context.there)
    return Result(rule, apart(rule.check(context)) if served and rule.applies(context) else None)


def told(context: Context, found: Iterable[Result]) -> Linted:
    """The findings in the order of the text, every rule as an item of the checklist, and the length."""
    findings: list[Finding] = []
    checklist: list[ChecklistItem] = []
    for rule, hits in found:
        checklist.append(rule.item("n/a" if hits is None else "fail" if hits else "pass"))
        if hits:
            findings += map(rule.finding, hits)
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    length = length_on(context.draft.whole, context.platform)
    return Linted(findings=tuple(findings), checklist=tuple(checklist), length=length)


def _language(context: Context) -> str | None:
    return context.known.name if context.known else None


@lru_cache(maxsize=256)
def _serving(language: str | None, there: frozenset[str], trade_ids: tuple[str, ...]) -> tuple[tuple[Rule, bool], ...]:
    """Every rule, and whether what it needs is there, in a language we have phrases for or in another."""
    return tuple((rule, rule.is_served(language, there)) for rule in rules_in(trade_ids))


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
