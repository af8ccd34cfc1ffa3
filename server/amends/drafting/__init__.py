"""What could we answer? Suggestions made of the playbook's moves, held by the rules before anybody sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from amends.drafting.composing import Composer
from amends.drafting.drafter import Composed
from amends.drafting.remembered import from_memory
from amends.drafting.retelling import Answered
from amends.drafting.selection import Held, chosen_of
from amends.drafting.slots import Setting, slot_sets
from amends.playbook import lexicon, scenarios, spoken, wording
from amends.playbook import platform as platform_by_id
from amends.records import Drafted, Issue, Linted, Profile, Review, Scenario, Suggestion
from amends.triage import triage
from amends.triage.reading import CAP

__all__ = ["MOST", "Answered", "draft"]

MOST = 10
"""The most suggestions made at once."""
_NOTHING = "No draft passed the rules within this platform's limit: write this one yourself."


def draft(
    review: Review,
    *,
    issue: Issue | None = None,
    platform: str | None = None,
    profile: Profile | None = None,
    recent: Sequence[str] = (),
    count: int = 3,
    language: str | None = None,
    scenario: Scenario | None = None,
    answered: Sequence[Answered] = (),
) -> Drafted:
    """Suggestions for one review; `scenario` is a person's choice, without one triage chooses.

    What the team posted under similar reviews (`answered`, newest first) may come back as one suggestion more.
    """
    review = review.model_copy(update={"text": review.text[:CAP]})
    opinion = triage(review, issue=issue)
    chosen = scenario or opinion.scenario
    plan = scenarios()[chosen]
    if plan.why_not:
        return Drafted(scenario=chosen, why_not=plan.why_not)
    where = platform or review.platform
    said_in = spoken(language or opinion.language)
    setting = Setting(
        review=review,
        triage=opinion.model_copy(update={"scenario": chosen}),
        issue=issue,
        profile=profile,
        platform=platform_by_id(where),
        wording=wording(said_in),
        lexicon=lexicon(opinion.language),
    )
    narrow = [*([issue.state] if issue else []), opinion.kind]
    keys = _addressed([*(f"{chosen}.{one}" for one in narrow), chosen, "any"], profile)
    seed = _seed(review)
    composers = [Composer(plan, keys, setting.wording, known, seed) for known in slot_sets(setting)]
    held = Held(
        review=review,
        issue=issue,
        platform=where,
        profile=profile,
        recent=tuple(recent),
        language_chosen=language is not None,
    )
    others = held.others()
    found = chosen_of(composers, held, setting.platform, max(1, min(count, MOST)), others)
    again = from_memory(answered, setting, composers[0], held, others) if answered else None
    spoken_in = setting.wording.language
    suggestions = tuple(_suggestion(text, linted, chosen, spoken_in) for text, linted in found)
    if again:
        suggestions += (_suggestion(*again, chosen, spoken_in).model_copy(update={"source": "remembered"}),)
    return Drafted(scenario=chosen, suggestions=suggestions, why_not=None if suggestions else _NOTHING)


def _addressed(keys: list[str], profile: Profile | None) -> tuple[str, ...]:
    """Before each set of sentences the one for how the profile addresses customers: `any.informal` before `any`."""
    if not profile or not profile.address:
        return tuple(keys)
    return tuple(name for key in keys for name in (f"{key}.{profile.address}", key))


def _seed(review: Review) -> int:
    """A number that comes of the review, so that the same review gets the same drafts, and another one others."""
    return int.from_bytes(
        hashlib.blake2s(review.words[:5000].encode("utf-8", "replace"), digest_size=6).digest(), "big"
    )


def _suggestion(made: Composed, linted: Linted, scenario: Scenario, language: str) -> Suggestion:
    return Suggestion(
        text=made.text,
        scenario=scenario,
        moves=made.moves,
        language=language,
        findings=linted.findings,
        length=linted.length,
    )
