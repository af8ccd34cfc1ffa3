"""Which of the texts that could be made are shown: those the rules pass, and that differ from one another."""

from __future__ import annotations

from dataclasses import dataclass

from amends.drafting.composing import Composed, Composer
from amends.linting import lint
from amends.linting.length import length_on
from amends.playbook import Platform
from amends.records import Issue, Linted, Profile, Review

_TRIES = 6
"""How many texts are tried for each suggestion before one that is like another is taken."""
_ALIKE = 0.5
"""The share of sentences two suggestions may have in common."""
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
        brevity = _BREVITY[min(index, len(_BREVITY) - 1)]
        others = [made for made, _linted in chosen]
        ways = ((composer, brevity), (composer, 0), (composer.plainer(), 0))
        best = next(filter(None, (_best_try(way, held, platform, index, least, others) for way, least in ways)), None)
        if best:
            chosen.append(best)
    return chosen


def _best_try(
    composer: Composer, held: Held, platform: Platform, index: int, brevity: int, others: list[Composed]
) -> tuple[Composed, Linted] | None:
    """The first clean text that is unlike the others, else the clean one least like them."""
    best: tuple[float, Composed, Linted] | None = None
    seen = {made.text for made in others}
    for attempt in range(index, index + _TRIES):
        made = composer.compose(attempt, brevity, lambda text: _fits(text, platform))
        if made is None or made.text in seen:
            continue
        seen.add(made.text)
        alike = max((_alike(made, other) for other in others), default=0.0)
        if best and alike >= best[0]:
            continue
        linted = held.linted(made.text)
        if clean(linted):
            best = (alike, made, linted)
            if alike <= _ALIKE:
                break
    return (best[1], best[2]) if best else None


def _alike(one: Composed, other: Composed) -> float:
    return len(one.sentences & other.sentences) / max(1, min(len(one.sentences), len(other.sentences)))


def clean(linted: Linted) -> bool:
    """Is there no error and no warning? Advice may stay: a person reads it."""
    return all(finding.severity == "advice" for finding in linted.findings)


def _fits(text: str, platform: Platform) -> bool:
    length = length_on(text, platform)
    return length.limit is None or length.used <= length.limit
