"""Follow-ups owed to reviewers, each with a draft made now from the review, the issue and the profile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from amends.drafting import draft
from amends.records import FollowUp, FollowUpState, Issue, Profile, StoredReview, Suggestion
from amends.stores.base import Store


class Owed(NamedTuple):
    """A follow-up with what it is about; `draft` is None where `why_not` says why."""

    follow_up: FollowUp
    issue: Issue
    review: StoredReview
    draft: Suggestion | None
    why_not: str | None


def owed(
    store: Store,
    profile: Profile | None,
    base_url: str | None,
    state: FollowUpState | None = None,
    reads: Sequence[str] = (),
) -> list[Owed]:
    """The follow-ups in a state (or all), those whose issue and review are still there."""
    found = []
    texts: list[str] = []
    for follow_up in store.find(FollowUp, {"state": state} if state else None):
        one = explain(store, follow_up, profile, base_url, texts, reads)
        if one:
            found.append(one)
            texts += [one.draft.text] if one.draft else []
    return found


def explain(
    store: Store,
    follow_up: FollowUp,
    profile: Profile | None,
    base_url: str | None,
    recent: Sequence[str] = (),
    reads: Sequence[str] = (),
) -> Owed | None:
    """One follow-up with its draft, unlike `recent` ones, and a gloss for who `reads` other languages.

    None when its issue or review is gone.
    """
    issue, review = store.get(Issue, follow_up.issue_id), store.get(StoredReview, follow_up.review_id)
    if issue is None or review is None:
        return None
    if follow_up.state in ("posted", "dropped"):
        return Owed(follow_up, issue, review, None, None)
    if follow_up.state == "held":
        return Owed(
            follow_up, issue, review, None, f"Held until it is released; it is {issue.state.replace('_', ' ')}."
        )
    told = issue.having(fix_url=f"{base_url}/f/{issue.id}/") if base_url else issue
    # The earlier answer is what this follows up on, not a sign that the customer goes on arguing.
    fresh = review.having(reply=None)
    drafted = draft(
        fresh, issue=told, platform=review.platform, profile=profile, recent=recent, count=1, reads=reads,
    )  # fmt: skip
    if drafted.scenario == "regression":
        why = f"This review names a version in which it was fixed ({issue.fixed_in}): look whether it came back."
        return Owed(follow_up, issue, review, None, why)
    best = drafted.suggestions[0] if drafted.suggestions else None
    return Owed(follow_up, issue, review, best, None if best else drafted.why_not or "No draft fits this platform.")
