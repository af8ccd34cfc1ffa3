"""A reply the team posted: recorded once, its case answered, its follow-up done."""

from __future__ import annotations

import hashlib
from datetime import datetime

from amends.cases.clock import moment
from amends.records import Case, FollowUp, Link, PostedReply, Reply, Scenario, Staff, Stored, StoredReview
from amends.stores.base import Store


class UnknownReview(LookupError):
    """No review with that id was observed."""


def record_reply(
    store: Store,
    review_id: str,
    text: str,
    now: datetime,
    *,
    posted_at: str | None = None,
    scenario: Scenario | None = None,
    by: str | None = None,
) -> tuple[PostedReply, Case, bool]:
    """Keep a posted reply; the last value says whether it is new (the same text for the same review is not)."""
    review = store.get(StoredReview, review_id)
    if review is None:
        raise UnknownReview(review_id)
    digest = _key(review_id, text)
    case = store.get(Case, review_id) or Case(id=review_id, opened_at=moment(now))
    if (kept := store.get(PostedReply, digest)) is not None:
        return kept, case, False
    when = posted_at or moment(now)
    reply = PostedReply(
        id=digest, review_id=review_id, platform=review.platform, listing=review.listing, text=text,
        scenario=scenario, posted_at=when, by=by,
    )  # fmt: skip
    answered = case.having(state="closed" if case.outcome else "answered", answered_at=when)
    replied = review.having(
        reply=Reply(text=text, posted_at=when, author=review.reply.author if review.reply else None),
        answered_revision=review.revision or 1,
    )
    store.save(reply, answered, replied, *_follow_up_done(store, review_id, now))
    return reply, answered, True


def _key(review_id: str, text: str) -> str:
    """The same words to the same review are one reply, however they are wrapped."""
    return hashlib.blake2s(f"{review_id}\0{' '.join(text.split())}".encode(), digest_size=10).hexdigest()


def who_answered(store: Store, review: StoredReview) -> str | None:
    """The colleague who posted the reply the review has; None where it was not one of us, or nobody knows."""
    if review.reply is None or not review.reply.text:
        return None
    posted = store.get(PostedReply, _key(review.id, review.reply.text))
    colleague = store.get(Staff, posted.by) if posted and posted.by else None
    return colleague.name if colleague else None


def _follow_up_done(store: Store, review_id: str, now: datetime) -> list[Stored]:
    """A reply posted while a follow-up was ready is that follow-up."""
    link = store.get(Link, review_id)
    owed = store.get(FollowUp, f"{link.issue_id}~{review_id}") if link else None
    if owed is None or owed.state != "ready":
        return []
    return [owed.having(state="posted", changed_at=moment(now))]


def recent_replies(store: Store, review: StoredReview | None, most: int = 200) -> list[str]:
    """The team's latest posted replies, newest first, without those to this review: what a draft should not repeat."""
    return [reply.text for reply in latest_replies(store, review, most)]


def latest_replies(store: Store, review: StoredReview | None, most: int) -> list[PostedReply]:
    """The latest posted replies, newest first, without those to this review."""
    replies = store.latest(PostedReply, "posted_at", most)
    return [reply for reply in replies if review is None or reply.review_id != review.id]
