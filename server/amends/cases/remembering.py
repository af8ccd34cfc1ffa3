"""The replies the team posted, each with the review it answered: what suggestions may learn from."""

from __future__ import annotations

from amends.drafting import Answered
from amends.records import Issue, Link, PostedReply, StoredReview
from amends.stores.base import Store


def answered_before(store: Store, review: StoredReview | None, most: int = 100) -> list[Answered]:
    """The latest posted replies with their reviews, newest first, without those to this review."""
    replies = [reply for reply in store.find(PostedReply) if review is None or reply.review_id != review.id]
    replies.sort(key=lambda reply: reply.posted_at, reverse=True)
    found = []
    for reply in replies[:most]:
        answered = store.get(StoredReview, reply.review_id)
        if answered is not None:
            found.append(Answered(reply, answered, _issue(store, reply.review_id)))
    return found


def _issue(store: Store, review_id: str) -> Issue | None:
    link = store.get(Link, review_id)
    return store.get(Issue, link.issue_id) if link else None
