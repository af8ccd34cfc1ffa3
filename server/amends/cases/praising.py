"""Kind words for the page of thanks: only those a maintainer chose, only the customer's own, and never their name."""

from __future__ import annotations

from datetime import datetime

from amends.cases.clock import moment
from amends.cases.naming import names_author
from amends.records import Issue, Link, Praise, Staff, StoredReview
from amends.stores.base import Store


class NotTheirWords(ValueError):
    """The text may not be published as what this review says; the message says why."""


def approve(store: Store, review: StoredReview, text: str, staff: Staff, now: datetime) -> Praise:
    """Approve words of a review for publishing. Raises `NotTheirWords`."""
    if " ".join(text.split()) not in " ".join(f"{review.title or ''} {review.text}".split()):
        raise NotTheirWords(
            "Publish words of the review as they stand there; shorten by leaving out its beginning or end."
        )
    if names_author(text, review):
        raise NotTheirWords("These words hold the reviewer's name, which is never published.")
    link = store.get(Link, review.id)
    issue = store.get(Issue, link.issue_id) if link else None
    praise = Praise(
        id=review.id,
        text=text.strip(),
        platform=review.platform or "unknown",
        product=review.product or (issue.product if issue else None),
        by=staff.id,
        at=moment(now),
    )
    store.save(praise)
    return praise
