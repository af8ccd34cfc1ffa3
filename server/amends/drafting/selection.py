"""Which of the texts that could be made are shown: those the rules pass, and that differ from one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
_PATIENCE = 4
"""Texts of one drafter that the rules stop before the next is asked: of 200 with so many, 6 had one that passed."""
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
_BREVITY = (2, 1, 2)
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

    @property
    def stopped(self) -> int:
        """How many texts the rules stopped so far."""
        return self._sieve.stopped

    def _corrects(self, text: str) -> bool:
        return self.correction is not None and self.correction in text

    def others(self) -> Others:
        """The replies a text is kept unlike."""
        return Others(self.recent[:_RECENT])


def chosen_of(drafters: Iterable[Drafter], held: Held, platform: Platform, count: int, others: Others) -> list[Chosen]:
    """Up to `count` texts without error or warning, the fullest first; each is then one of the `others`, too.

    What the first of the drafters has nothing for, the next ones are asked; all once more, patiently, where few had.
    """
    asked: list[Drafter] = []
    chosen: list[Chosen] = []
    for drafter in drafters:
        asked.append(drafter)
        _fill(chosen, count, drafter, _Search(held, platform, others))
        if len(chosen) == count:
            break
    for drafter in asked if len(chosen) < count else ():
        _fill(chosen, count, drafter, _Search(held, platform, others, patient=True))
    return chosen


def _fill(chosen: list[Chosen], count: int, drafter: Drafter, search: _Search) -> None:
    while len(chosen) < count and (found := search.chosen(drafter, len(chosen))):
        chosen.append(found)
        search.others.add(found[0].text)


@dataclass(frozen=True)
class _Search:
    """Looks among what a drafter makes for one text to show."""

    held: Held
    platform: Platform
    others: Others
    patient: bool = False
    """Does it go every way to one, however many texts were stopped?"""

    def chosen(self, drafter: Drafter, index: int) -> Chosen | None:
        """One suggestion, made in the best way that leads to one.

        When the news of an issue has been told to dozens of reporters no new way is left to say it: only then is one
        shown that sounds like what the team wrote lately, and says so.
        """
        before = self.held.stopped
        for made in self._ways(drafter, index):
            if found := best_of(made, self.held, self.others):
                return found
            if not self.patient and self.held.stopped - before >= _PATIENCE:
                return None
        if not self.held.issue:
            return None
        return best_of(drafter.made(index, 0, self.platform), self.held, self.others, familiar=True)

    def _ways(self, drafter: Drafter, index: int) -> Iterator[Sequence[Composed]]:
        for brevity in dict.fromkeys((_BREVITY[min(index, len(_BREVITY) - 1)], 0, _ALL)):
            yield drafter.made(index, brevity, self.platform)
        for more in _MORE if self.patient or self._crowded(drafter, index) else ():
            for brevity in (0, _ALL):
                yield drafter.made(index + more, brevity, self.platform)

    def _crowded(self, drafter: Drafter, index: int) -> bool:
        """Do all texts sound like others? Then more of them are made before this way is given up."""
        made = drafter.made(index, 0, self.platform)
        return all(one.text in self.others or self.others.likeness(one.text) > ALIKE for one in made)


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
