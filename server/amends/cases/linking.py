"""A person ties a review to an issue, or opens one for it; the reporter is then owed a follow-up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from amends.cases.answering import UnknownReview
from amends.cases.clock import moment
from amends.records import FollowUp, FollowUpState, Issue, Link, StateChange, StoredReview, Unlink
from amends.stores.base import Store


class UnknownIssue(LookupError):
    """There is no issue with that id."""


def open_issue(store: Store, fields: dict[str, Any], now: datetime) -> Issue:
    """A new issue, under the id given or the next number."""
    today = moment(now)[:10]
    fields = {"opened_on": today, "history": (StateChange(on=today, state=fields.get("state", "open")),), **fields}
    if fields.get("id"):
        issue = Issue.model_validate(fields)
        if alike := next((one.id for one in store.find(Issue) if one.id.casefold() == issue.id.casefold()), None):
            raise ValueError(f"there is an issue {alike} already")
        if not store.add(issue):
            raise ValueError(f"there is an issue {issue.id} already")
        return issue
    number = 1 + max((int(issue.id) for issue in store.find(Issue) if issue.id.isdecimal()), default=0)
    while not store.add(issue := Issue.model_validate({**fields, "id": str(number)})):
        number += 1
    return issue


def link(store: Store, issue_id: str, review_id: str, now: datetime, by: str | None = None) -> FollowUp:
    """Tie a review to an issue, in place of the one it was tied to; gives the follow-up its reporter is owed."""
    if store.get(StoredReview, review_id) is None:
        raise UnknownReview(review_id)
    if store.get(Issue, issue_id) is None:
        raise UnknownIssue(issue_id)
    before = store.get(Link, review_id)
    if before and before.issue_id != issue_id:
        unlink(store, before.issue_id, review_id, now)
    if not before or before.issue_id != issue_id:
        store.save(Link(id=review_id, issue_id=issue_id, at=moment(now), by=by))
        store.remove(Unlink, f"{issue_id}~{review_id}")
    return settle(store, issue_id, review_id, now)


def unlink(store: Store, issue_id: str, review_id: str, now: datetime) -> bool:
    """Untie a review from an issue; a follow-up that was not posted goes with it, and matching learns from it."""
    found = store.get(Link, review_id)
    if found is None or found.issue_id != issue_id:
        return False
    key = f"{issue_id}~{review_id}"
    store.save(Unlink(id=key, issue_id=issue_id, review_id=review_id, at=moment(now)))
    owed = store.get(FollowUp, key)
    if owed and owed.state != "posted":
        store.remove(FollowUp, owed.id)
    return store.remove(Link, review_id)


def settle(store: Store, issue_id: str, review_id: str, now: datetime) -> FollowUp:
    """Make the follow-up of a linked review agree with the issue as it stands now.

    The issue is read after the link was kept, so a release at the same moment sees either the link or this.
    """
    issue = store.get(Issue, issue_id)
    due: FollowUpState = "ready" if issue and issue.state == "released" else "held"
    key = f"{issue_id}~{review_id}"
    fresh = FollowUp(id=key, issue_id=issue_id, review_id=review_id, state=due, created_at=moment(now))
    if store.add(fresh):
        return fresh

    def agree(owed: FollowUp) -> FollowUp | None:
        if owed.state in ("posted", "dropped") or owed.state == due:
            return None
        return owed.having(state=due, changed_at=moment(now))

    return store.change(FollowUp, key, agree) or fresh
