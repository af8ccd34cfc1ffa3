"""Holds one text after another against the rules beside the same review, and gives one up at its first fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from amends.linting.context import Context
from amends.linting.engine import Result, context_of, result, results, told
from amends.linting.rule import Rule
from amends.records import Issue, Linted, Profile, Review

_OFTEN = 2
"""Texts stopped at one sentence after which no text with that sentence is read: the third fares no better."""


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
        self.stopped = 0
        """How many texts were stopped."""
        self._stopped_at: Counter[str] = Counter()
        """The sentences at which texts were stopped."""

    def passed(self, draft: str, tolerated: Collection[str] = ()) -> Linted | None:
        """What the rules say of a text that passes, else None; `tolerated` are the ids of rules that stop none."""
        linted = self._linted(context_of(draft, *self._beside), tolerated)
        self.stopped += linted is None
        return linted

    def _linted(self, context: Context, tolerated: Collection[str]) -> Linted | None:
        if any(self._stopped_at[sentence] >= _OFTEN for sentence in _sentences(context)):
            return None
        if any(self._stops(result(rule, context), context, tolerated) for rule in self._strict.values()):
            return None
        found: list[Result] = []
        for one in results(context):
            if self._stops(one, context, tolerated):
                self._strict[one.rule.id] = one.rule
                return None
            found.append(one)
        return told(context, found)

    def _stops(self, one: Result, context: Context, tolerated: Collection[str]) -> bool:
        if not one.blocks or one.rule.id in tolerated:
            return False
        places = {context.draft.sentence_at(hit.start) for hit in one.hits or () if hit.end and one.rule.stops(hit)}
        self._stopped_at.update(context.draft.folded[place.start : place.end].strip() for place in places)
        return True


def _sentences(context: Context) -> Iterable[str]:
    return (sentence.folded.strip() for sentence in context.draft.read_sentences)
