"""Holds one text after another against the rules beside the same review, and gives one up at its first fault."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from amends.linting.engine import Result, context_of, result, results, told
from amends.linting.rule import Rule
from amends.records import Issue, Linted, Profile, Review


class Sieve:
    """Lets those texts through in which the rules find no error and no warning."""

    def __init__(
        self,
        review: Review,
        *,
        issue: Issue | None = None,
        platform: str | None = None,
        profile: Profile | None = None,
        recent: Sequence[str] = (),
    ) -> None:
        self._beside = (review, issue, platform, profile, recent)
        self._strict: dict[str, Rule] = {}
        """The rules that stopped a text: texts for one review fail alike, so these are asked first."""

    def passed(self, draft: str, tolerated: Collection[str] = ()) -> Linted | None:
        """What the rules say of a text that passes, else None; `tolerated` are the ids of rules that stop none."""
        context = context_of(draft, *self._beside)
        if any(self._stops(result(rule, context), tolerated) for rule in self._strict.values()):
            return None
        found: list[Result] = []
        for one in results(context):
            if self._stops(one, tolerated):
                self._strict[one.rule.id] = one.rule
                return None
            found.append(one)
        return told(context, found)

    def _stops(self, one: Result, tolerated: Collection[str]) -> bool:
        return one.blocks and one.rule.id not in tolerated
