"""What could we answer? Suggestions made of the playbook's moves, held by the rules before anybody sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import chain
from typing import Literal

from amends.drafting.composing import Composer
from amends.drafting.crux import only_praises
from amends.drafting.glossing import gloss
from amends.drafting.remembered import from_memory
from amends.drafting.retelling import Answered
from amends.drafting.reviewed import CONTENT
from amends.drafting.selection import Chosen, Held, chosen_of
from amends.drafting.setting import Setting
from amends.drafting.slots import facts, marks, slot_sets
from amends.playbook import ScenarioPlan, complete, lexicon, scenarios, spoken, wording
from amends.playbook import platform as platform_by_id
from amends.records import Case, Drafted, Issue, Profile, Review, Scenario, Suggestion
from amends.triage import triage
from amends.triage.reading import CAP

__all__ = ["MOST", "Answered", "draft"]

MOST = 10
"""The most suggestions made at once."""
_FEW_WORDS = 3
"""Words of a review up to which it says little."""
_SHORT = 10
"""Words up to which kind words can be all that a review says."""
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
    case: Case | None = None,
    reads: Sequence[str] = (),
) -> Drafted:
    """Suggestions for one review; `scenario` is a person's choice, without one triage chooses.

    A `case` tells what a reply may say of the work on it: that something is offered, that all was tried, a correction.

    What the team posted under similar reviews (`answered`, newest first) may come back as one suggestion more.

    The words are in `language`, or else the review's, with a gloss in the staff's: of the languages they read (`reads`,
    best first, then the profile's) the first that we write, which also serves where we do not write the review's.
    """
    review = review.model_copy(update={"text": review.text[:CAP]})
    opinion = triage(review, issue=issue)
    chosen = scenario or opinion.scenario
    plan = scenarios()[chosen].beside(marks(case))
    if plan.why_not:
        return Drafted(scenario=chosen, why_not=plan.why_not)
    wanted = language or opinion.language
    staff = spoken(*reads, profile.language if profile else None)
    setting = Setting(
        review=review,
        triage=opinion.model_copy(update={"scenario": chosen}),
        issue=issue,
        profile=profile,
        case=case,
        platform=platform_by_id(platform or review.platform),
        wording=wording(spoken(wanted, staff)),
        lexicon=lexicon(opinion.language),
        read_in=staff,
    )
    held = Held(
        review=review,
        issue=issue,
        platform=platform or review.platform,
        profile=profile,
        recent=tuple(recent),
        language_chosen=language is not None,
        correction=facts(setting).get("correction"),
    )
    plan = plan.without({move for trade in setting.trades for move in trade.unsaid})
    suggestions = _suggestions(setting, plan, held, max(1, min(count, MOST)), answered)
    return Drafted(
        scenario=chosen,
        suggestions=suggestions,
        why_not=None if suggestions else _NOTHING,
        missing_language=None if complete(wanted) else wanted,
    )


def _suggestions(
    setting: Setting, plan: ScenarioPlan, held: Held, count: int, answered: Sequence[Answered]
) -> tuple[Suggestion, ...]:
    """Up to `count` of our own, and one more with the team's words where there is one."""
    narrow = [
        *([setting.issue.state] if setting.issue else []),
        *_mixed(setting),
        *_little(setting),
        setting.triage.kind,
    ]
    keys = _addressed([*(f"{plan.id}.{one}" for one in narrow), plan.id, "any"], setting.profile)
    seed = _seed(setting.review)
    composers = (Composer(plan, keys, setting.wording, known, seed) for known in slot_sets(setting))
    first, others = next(composers), held.others()
    ours = chosen_of(chain([first], composers), held, setting.platform, count, others)
    theirs = from_memory(answered, setting, first, held, others) if answered and not setting.discreet else None
    told = [_suggestion(one, setting, keys, "playbook") for one in ours]
    return (*told, *([_suggestion(theirs, setting, keys, "remembered")] if theirs else []))


def _little(setting: Setting) -> list[str]:
    """What says hardly more than a rating is answered as that: "needs-research.little"."""
    told = setting.triage.kind in ("bug", "feature_request", "question") or set(setting.triage.topics) - {"other"}
    return ["little"] if not told and len(setting.review.words.split()) <= _FEW_WORDS else []


def _mixed(setting: Setting) -> list[str]:
    """Kind words under a poor rating are answered as that: "needs-research.mixed"."""
    rating, said, lexicon = setting.review.rating, setting.review.words, setting.lexicon
    low = rating is not None and rating.share < CONTENT
    return ["mixed"] if low and len(said.split()) <= _SHORT and only_praises(said, lexicon) else []


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


def _suggestion(
    chosen: Chosen, setting: Setting, keys: tuple[str, ...], source: Literal["playbook", "remembered"]
) -> Suggestion:
    made, linted = chosen
    return Suggestion(
        text=made.text,
        scenario=setting.triage.scenario,
        moves=made.moves,
        language=setting.wording.language,
        findings=linted.findings,
        length=linted.length,
        source=source,
        gloss=gloss(made, setting, keys),
    )
