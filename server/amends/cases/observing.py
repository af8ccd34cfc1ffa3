"""Reviews seen on a page: kept, told apart from what we knew, and triaged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from amends.cases.clock import due_at, moment
from amends.cases.learning import learnt
from amends.matching import NOTHING, Learnt, rank
from amends.records import (
    Case,
    FollowUp,
    Issue,
    Link,
    Match,
    Review,
    Severity,
    Stored,
    StoredReview,
    Triage,
    review_key,
)
from amends.stores.base import Store
from amends.triage import triage

_WORDS = ("author", "title", "text", "product")
"""What a browser's translator puts its own words in the place of."""


class Observed(NamedTuple):
    """What we know of one review after seeing it."""

    review: StoredReview
    triage: Triage
    case: Case
    issue: Issue | None
    matches: list[tuple[Issue, Match]]
    follow_up: FollowUp | None


class Tracker(NamedTuple):
    """The team's issues and what it said of earlier matches."""

    issues: Sequence[Issue]
    learnt: Learnt


def observe(
    store: Store, reviews: Sequence[Review], now: datetime, goal_hours: Callable[[Severity], float]
) -> list[Observed]:
    """Keep the reviews (one write for all that is new or changed) and say what each is, in the order given."""
    issues = store.find(Issue)
    tracker = Tracker(issues, learnt(store) if issues else NOTHING)
    changed: dict[tuple[str, str], Stored] = {}
    seen = []
    for review in reviews:
        kept = _merged(store, review, now, changed)
        seen.append(_look(store, kept, tracker, now, goal_hours, changed))
    if changed:
        store.save(*changed.values())
    return seen


def _merged(store: Store, review: Review, now: datetime, changed: dict[tuple[str, str], Stored]) -> StoredReview:
    """The review as we keep it: what a page no longer shows is not forgotten, a changed text is a new revision."""
    key = review_key(review)
    known = changed.get(("reviews", key)) or store.get(StoredReview, key)
    fresh = {**review.dump(), "id": key}
    fresh.pop("answered_revision", None)
    if known is None:
        answered = {"answered_revision": 1} if review.reply else {}
        merged = StoredReview.model_validate({"seen_at": moment(now), "revision": 1, **fresh, **answered})
    else:
        assert isinstance(known, StoredReview)
        merged = _renewed(known, fresh)
        if merged == known:
            return known
    changed["reviews", key] = merged
    return merged


def _renewed(known: StoredReview, fresh: dict[str, Any]) -> StoredReview:
    """What we knew with what the page says now; a translator's words are neither kept nor an edit."""
    before = known.dump()
    fresh.pop("seen_at", None)
    was, now = bool(before.get("translated")), bool(fresh.pop("translated", False))
    if now:
        fresh = {name: value for name, value in fresh.items() if name not in _WORDS} | {"text": known.text}
    elif was:
        del before["translated"]
    edited = fresh["text"] != known.text and not was
    fresh["revision"] = (known.revision or 1) + edited
    if (shown := fresh.get("reply")) is not None:
        fresh["reply"] = _reply_renewed(before.get("reply") or {}, shown, translated=now)
    merged = StoredReview.model_validate({**before, **fresh})
    answered = merged.reply and (known.reply is None or (merged.reply.text != known.reply.text and not was))
    return merged.having(answered_revision=merged.revision) if answered else merged


def _reply_renewed(known: dict[str, Any], shown: dict[str, Any], *, translated: bool) -> dict[str, Any]:
    """The reply with the words we know where the page shows a translator's, or only that there is one."""
    unknown = {"text"} if translated else set()
    return known | {name: value for name, value in shown.items() if value is not None and name not in unknown}


def _look(
    store: Store,
    review: StoredReview,
    tracker: Tracker,
    now: datetime,
    goal_hours: Callable[[Severity], float],
    changed: dict[tuple[str, str], Stored],
) -> Observed:
    link = store.get(Link, review.id)
    issue = store.get(Issue, link.issue_id) if link else None
    thought = triage(review, issue=issue)
    case = _case(store, review, thought, now, goal_hours, changed)
    follow_up = store.get(FollowUp, f"{issue.id}~{review.id}") if issue else None
    return Observed(review, thought, case, issue, [] if issue else _matches(review, tracker), follow_up)


def _matches(review: Review, tracker: Tracker) -> list[tuple[Issue, Match]]:
    by_id = {issue.id: issue for issue in tracker.issues}
    return [(by_id[match.issue], match) for match in rank(review, tracker.issues, top=3, learnt=tracker.learnt)]


def _case(
    store: Store,
    review: StoredReview,
    thought: Triage,
    now: datetime,
    goal_hours: Callable[[Severity], float],
    changed: dict[tuple[str, str], Stored],
) -> Case:
    """The review's case, opened when first seen; a reply on the page answers it."""
    found = changed.get(("cases", review.id)) or store.get(Case, review.id)
    case = found if isinstance(found, Case) else None
    if case is None:
        due = due_at(now, goal_hours(thought.severity))
        case = Case(id=review.id, opened_at=moment(now), due_at=due)
        changed["cases", review.id] = case
    if review.reply and case.state in ("new", "acknowledged"):
        answered = review.reply.posted_at or moment(now)
        case = case.having(state="answered", answered_at=answered)
        changed["cases", review.id] = case
    return case
