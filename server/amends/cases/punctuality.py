"""How fast reviews were answered, as the fix log tells it in public."""

from __future__ import annotations

from datetime import UTC, datetime
from statistics import median
from typing import Any

from amends.records import Case, Day
from amends.stores.base import Store

FEWEST = 20
"""Answers below which a figure would be chance."""
HOUR = 3600


def punctuality(store: Store, since: Day, now: datetime) -> dict[str, Any]:
    """`median_hours` and `share_within` of reviews first seen since a day; nothing where there are too few.

    Counted from when a review was first seen here, because platforms seldom tell the hour it was written. A review
    whose time is up counts as late although it was not answered yet.
    """
    cases = [case for case in store.find(Case) if case.opened_at[:10] >= since and not _came_answered(case)]
    hours = [_hours(case.opened_at, case.answered_at) for case in cases if case.answered_at]
    if len(hours) < FEWEST:
        return {}
    judged = [case for case in cases if case.due_at and (case.answered_at or _hours(case.due_at, now.isoformat()) > 0)]
    told: dict[str, Any] = {"median_hours": round(median(hours), 2), "since": since}
    if judged:
        told["share_within"] = round(sum(_in_time(case) for case in judged) / len(judged), 2)
    return told


def _came_answered(case: Case) -> bool:
    """Did its reply stand there when it was first seen? Then nobody knows here how long that took."""
    return case.answered_at is not None and _hours(case.opened_at, case.answered_at) <= 0


def _in_time(case: Case) -> bool:
    return bool(case.answered_at and case.due_at and _hours(case.answered_at, case.due_at) >= 0)


def _hours(start: str, end: str) -> float:
    return (_time(end) - _time(start)).total_seconds() / HOUR


def _time(moment: str) -> datetime:
    """A time without a zone, or a day alone, is UTC's."""
    time = datetime.fromisoformat(moment)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
