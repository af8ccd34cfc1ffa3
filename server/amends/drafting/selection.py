"""Which of the texts that could be made are shown: those the rules pass, and that differ from one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from amends.drafting.drafter import Composed, Drafter
from amends.drafting.likeness import ALIKE, Others
from amends.linting import Sieve
from amends.playbook import Platform
from amends.records import Issue, Linted, Profile, Review

Chosen = tuple[Composed, Linted]
"""A text with what the rules say of it."""
_LINTED = 4
"""How many of the texts made the rules read at most before another way is tried."""
_ALL = 99
"""Leaves out every move that may be left out."""
_FAMILIAR = "canned"
"""The rule that finds a reply like a recent one."""
_OTHER_LANGUAGE = "other-language"
"""The rule that finds a reply in another language than its review."""
_DENIAL = "denial"
"""The rule that finds a reply which says that it was not so."""
_RECENT = 100
"""Recent replies a text is kept unlike, newest first."""
_MORE = (10, 20, 30, 40, 50)
"""Where further texts of a drafter are found."""
_BREVITY = (0, 1, 3)
"""The moves left out of the first suggestion, the second, and all further ones: up to this `drop`."""


@dataclass(frozen=True)
class Held:
    """What the rules hold a text against."""

    review: Review
    issue: Issue | None
    platform: str | None
    profile: Profile | None
    recent: tuple[str, ...]
    language_chosen: bool = False
    """Did a person choose the language? Then it may be another than the review's."""
    correction: str | None = None
    """What a person set right and another checked: it denies what the customer wrote, as it is meant to."""

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(self.review, issue=self.issue, platform=self.platform, profile=self.profile, recent=self.recent)

    def passed(self, text: str, *, familiar: bool) -> Linted | None:
        """What the rules say of a text without error and warning, else None.

        Sounding familiar may be allowed. Advice may stay: a person reads it.
        """
        decided = [*([_OTHER_LANGUAGE] if self.language_chosen else []), *([_DENIAL] if self._corrects(text) else [])]
        linted = self._sieve.passed(text, [*([_FAMILIAR] if familiar else []), *decided])
        if linted is None or not decided:
            return linted
        kept = tuple(finding for finding in linted.findings if finding.rule not in decided)
        return linted.model_copy(update={"findings": kept})

    def _corrects(self, text: str) -> bool:
        return self.correction is not None and self.correction in text

    def others(self) -> Others:
        """The replies a text is kept unlike."""
        return Others(self.recent[:_RECENT])


def chosen_of(drafters: Iterable[Drafter], held: Held, platform: Platform, count: int, others: Others) -> list[Chosen]:
    """Up to `count` texts without error or warning, the fullest first; each is then one of the `others`, too.

    What the first of the drafters has nothing for, the next ones are asked.
    """
    chosen: list[Chosen] = []
    for drafter in drafters:
        while len(chosen) < count and (found := _chosen(drafter, held, platform, others, len(chosen))):
            chosen.append(found)
            others.add(found[0].text)
        if len(chosen) == count:
            break
    return chosen


def _chosen(drafter: Drafter, held: Held, platform: Platform, others: Others, index: int) -> Chosen | None:
    """One suggestion, made in the best way that leads to one.

    When the news of an issue has been told to dozens of reporters no new way is left to say it: only then is one
    shown that sounds like what the team wrote lately, and says so.
    """
    for brevity in dict.fromkeys((_BREVITY[min(index, len(_BREVITY) - 1)], 0, _ALL)):
        if found := best_of(drafter.made(index, brevity, platform), held, others):
            return found
    for more in _MORE if _crowded(drafter.made(index, 0, platform), others) else ():
        for brevity in (0, _ALL):
            if found := best_of(drafter.made(index + more, brevity, platform), held, others):
                return found
    return best_of(drafter.made(index, 0, platform), held, others, familiar=True) if held.issue else None


def _crowded(made: Sequence[Composed], others: Others) -> bool:
    """Do all texts sound like others? Then more of them are made before this way is given up."""
    return all(one.text in others or others.likeness(one.text) > ALIKE for one in made)


def best_of(made: Sequence[Composed], held: Held, others: Others, *, familiar: bool = False) -> Chosen | None:
    """The text that passes and is least like others; one like a recent reply only where it may be `familiar`."""
    texts = {one.text: one for one in made if one.text.strip() and one.text not in others}
    alike = {text: others.likeness(text) for text in texts}
    fresh = [
        text
        for text in sorted(texts, key=lambda one: (others.repeated(one), alike[one]))
        if familiar or alike[text] <= ALIKE
    ]
    for text in fresh[:_LINTED]:
        if linted := held.passed(text, familiar=familiar):
            return texts[text], linted
    return None
