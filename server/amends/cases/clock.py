"""When an answer is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def moment(now: datetime) -> str:
    """A time as records write it: ISO 8601 in UTC, to the second."""
    return now.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def due_at(seen: datetime, hours: float) -> str:
    """When an answer is due, `hours` after the review was first seen by us."""
    return moment(seen + timedelta(hours=hours))
