"""The replies the team posted, each with the review it answered: what suggestions may learn from."""

from __future__ import annotations

from amends.cases.answering import latest_replies
from amends.drafting import Answered
from amends.records import Issue, Link, StoredReview
from amends.stores.base import Store


def answered_before(store: Store, review: StoredReview | None, most: int = 100) -> list[Answered]:
    """The latest posted replies with their reviews, newest first, without those to this review."""
    replies = latest_replies(store, review, most)
    reviews = store.several(StoredReview, {reply.review_id for reply in replies})
    links = store.several(Link, reviews)
    issues = store.several(Issue, {link.issue_id for link in links.values()})
    tied = {link.id: issues.get(link.issue_id) for link in links.values()}
    return [
        Answered(reply, reviews[reply.review_id], tied.get(reply.review_id))
        for reply in replies
        if reply.review_id in reviews
    ]
