"""What a rule is: data that says why it exists, a check that finds places, and examples that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypedDict

from amends.linting.context import Context
from amends.linting.phrases import language_phrases, phrase_languages
from amends.playbook import Fact
from amends.records import (
    ChecklistItem,
    Finding,
    FindingSeverity,
    Group,
    Issue,
    Policy,
    Profile,
    Repair,
    Review,
    TradeNote,
)

Need = Literal["phrases", "review", "recent", "profile", "platform"]


@dataclass(frozen=True)
class Hit:
    """A place a check found, in characters of the draft (0, 0 for all of it); what is None is as the rule says."""

    start: int = 0
    end: int = 0
    severity: FindingSeverity | None = None
    message: str | None = None
    policy: Policy | None = None
    repair: Repair | None = None


@dataclass(frozen=True)
class Example:
    """A draft with what stands beside it."""

    draft: str
    review: Review | None = None
    issue: Issue | None = None
    platform: str | None = None
    profile: Profile | None = None
    recent: tuple[str, ...] = ()


def always(context: Context) -> bool:
    """Applies to every draft."""
    return True


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing a good reply does, or never does."""

    id: str
    """The file's name with `-` for `_`."""
    severity: FindingSeverity
    message: str
    """What to do, in one line."""
    label: str
    """The rule from the good side, as the checklist shows it."""
    group: Group
    why: str
    """The reason, in one sentence."""
    check: Callable[[Context], Iterable[Hit]]
    bad: tuple[str | Example, ...]
    """Drafts this rule flags."""
    good: tuple[str | Example, ...]
    """Drafts no rule flags."""
    source: tuple[str, ...] = ()
    """Playbook ids, narrowest first; empty for a platform's own rule."""
    needs: frozenset[Need] = frozenset()
    """What must be known; `phrases` stands for phrases of this rule in the draft's language."""
    applies: Callable[[Context], bool] = always
    asleep: bool = False
    """Does it speak only where a trade wakes it?"""
    trade: TradeNote | None = None
    """Why a trade made it what it is; None for the rule as it stands in its file."""

    @property
    def languages(self) -> tuple[str, ...] | None:
        """The languages it works in; None for all."""
        if "phrases" not in self.needs:
            return None
        return tuple(tag for tag in phrase_languages() if (known := language_phrases(tag)) and self.id in known.rules)

    def is_served(self, language: str | None, there: frozenset[str]) -> bool:
        """Is all there that it needs, phrases in this language among it?"""
        return not self.asleep and all(
            self._has_phrases(language) if need == "phrases" else need in there for need in self.needs
        )

    def _has_phrases(self, language: str | None) -> bool:
        known = language_phrases(language) if language else None
        return known is not None and self.id in known.rules

    def stops(self, hit: Hit) -> bool:
        """Is a hit more than advice?"""
        return (hit.severity or self.severity) != "advice"

    def item(self, status: Literal["pass", "fail", "n/a"]) -> ChecklistItem:
        """The rule as a line of the checklist."""
        return self._items[status]

    @cached_property
    def _items(self) -> dict[str, ChecklistItem]:
        return {
            status: ChecklistItem(
                id=self.id, label=self.label, group=self.group, status=status, why=self.why, source=self.source
            )
            for status in ("pass", "fail", "n/a")
        }

    def finding(self, hit: Hit) -> Finding:
        """The remark on one place."""
        return Finding(
            rule=self.id,
            severity=hit.severity or self.severity,
            start=hit.start,
            end=hit.end,
            message=hit.message or self.message,
            why=self.why,
            source=self.source,
            policy=hit.policy,
            trade=self.trade,
            repair=hit.repair,
        )


class _Told(TypedDict, total=False):
    policy: Policy
    severity: FindingSeverity


def told_by(fact: Fact[bool] | None, context: Context) -> _Told:
    """A platform's fact beside a hit: its page, and that it only warns where that page isn't the platform's own."""
    if fact is None:
        return {}
    policy = fact.policy(context.platform.id)
    return {"policy": policy} if fact.verified else {"policy": policy, "severity": "warning"}


def flag(rule_id: str, **weaker: FindingSeverity) -> Callable[[Context], Iterable[Hit]]:
    """A check made of the rule's phrases alone.

    Flags each phrase of `flag`, unless one of `keep` overlaps it or one of `unless` is in its sentence; `weaker` names
    further lists whose phrases are flagged at a severity of their own.
    """

    def check(context: Context) -> Iterable[Hit]:
        hits = [Hit(*found.span()) for found in context.flagged(rule_id)]
        for name, severity in weaker.items():
            hits += [Hit(*found.span(), severity=severity) for found in context.flagged(rule_id, name)]
        return hits

    return check
