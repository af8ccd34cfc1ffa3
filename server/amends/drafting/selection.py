"""Which of the texts that could be made are shown: those the rules pass, and that differ from one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from amends.drafting.composing import Composed, Composer
from amends.linting import lint
from amends.playbook import Platform
from amends.records import Issue, Linted, Profile, Review

Passes = Callable[[Linted], bool]
"""May a text with these findings be shown?"""
_LINTED = 8
"""How many of the texts made the rules read at most before another way is tried."""
_ALL = 99
"""Leaves out every move that may be left out."""
_FAMILIAR = "canned"
"""The rule that finds a reply like a recent one."""
_RECENT = 100
"""Recent replies a text is kept unlike, newest first."""
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

    def linted(self, text: str) -> Linted:
        """What the rules say of a text."""
        return lint(
            text,
            review=self.review,
            issue=self.issue,
            platform=self.platform,
            profile=self.profile,
            recent=self.recent,
        )


def chosen_of(composer: Composer, held: Held, platform: Platform, count: int) -> list[tuple[Composed, Linted]]:
    """Up to `count` texts without error or warning, the fullest first, each with what the rules say of it."""
    chosen: list[tuple[Composed, Linted]] = []
    for index in range(count):
        others = [made for made, _linted in chosen]
        brevity = _BREVITY[min(index, len(_BREVITY) - 1)]
        for way, least, passes in _ways(composer, brevity):
            found = _best_try(way.made(index, least, platform), held, others, passes)
            if found:
                chosen.append(found)
                break
    return chosen


def _ways(composer: Composer, brevity: int) -> Iterator[tuple[Composer, int, Passes]]:
    """From the best way of making a text to the last one, which may sound like what the team wrote lately.

    When a fix has been told to dozens of reporters no new way is left to say it: better one with a remark than none.
    """
    yield composer, brevity, clean
    yield composer, 0, clean
    yield composer, _ALL, clean
    yield composer, 0, clean_but_familiar


def _best_try(
    made: list[Composed], held: Held, others: list[Composed], passes: Passes
) -> tuple[Composed, Linted] | None:
    """The text that passes and is least like the other suggestions and recent replies."""
    known = [*(other.text for other in others), *held.recent[:_RECENT]]
    unlike = {one.text: max((one.likeness(text) for text in known), default=0.0) for one in made}
    texts = {one.text: one for one in made if one.text not in known}
    for text in sorted(texts, key=lambda text: unlike[text])[:_LINTED]:
        linted = held.linted(text)
        if passes(linted):
            return texts[text], linted
    return None


def clean(linted: Linted) -> bool:
    """Is there no error and no warning? Advice may stay: a person reads it."""
    return all(finding.severity == "advice" for finding in linted.findings)


def clean_but_familiar(linted: Linted) -> bool:
    """Is there nothing against it but that it sounds like a recent reply?"""
    return all(finding.severity == "advice" or finding.rule == _FAMILIAR for finding in linted.findings)
