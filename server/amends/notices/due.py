"""What is waiting for somebody: reviews whose answer is overdue, follow-ups that may go out."""

from __future__ import annotations

from datetime import datetime

from amends.records import Case, FollowUp
from amends.stores.base import Store


def due_sentence(store: Store, now: datetime) -> str | None:
    """One sentence of what is overdue or ready, or None when nothing is."""
    overdue = sum(
        datetime.fromisoformat(case.due_at) < now for case in store.find(Case, {"state": "new"}) if case.due_at
    )
    ready = store.count(FollowUp, {"state": "ready"})
    parts = []
    if overdue:
        parts.append(f"{overdue} {'review is' if overdue == 1 else 'reviews are'} overdue for an answer")
    if ready:
        parts.append(
            f"{ready} {'follow-up is' if ready == 1 else 'follow-ups are'} ready to post: amends followups list"
        )
    return f"Waiting: {'; '.join(parts)}." if parts else None
