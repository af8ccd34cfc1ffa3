"""An issue changes state; when it is released, every reporter's follow-up becomes ready, and not before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from amends.cases.clock import moment
from amends.cases.linking import UnknownIssue, settle
from amends.cases.slugs import addressed
from amends.records import Issue, IssueState, Link, StateChange
from amends.stores.base import Store

ONLY_AFTER: dict[IssueState, tuple[IssueState, ...]] = {"regressed": ("fixed", "released")}
"""States that make sense only after certain others; all other changes are a person's to decide."""


class WrongState(ValueError):
    """The issue cannot go from the state it is in to that one; the message says why."""


def set_state(
    store: Store,
    issue_id: str,
    state: IssueState,
    now: datetime,
    *,
    fixed_in: str | None = None,
    released_on: str | None = None,
    note: str | None = None,
) -> Issue:
    """Change an issue's state and settle the follow-ups of all who reported it.

    Raises `UnknownIssue`, and `WrongState` for a release date in the future (it would not be out yet) or a state
    that cannot follow.
    """
    today = moment(now)[:10]
    found = store.get(Issue, issue_id)
    if found is None:
        raise UnknownIssue(issue_id)
    slug, former = addressed(store, found)
    _is_out(released_on, today)

    def changed(issue: Issue) -> Issue | None:
        wanted = ONLY_AFTER.get(state)
        if wanted and issue.state not in wanted:
            raise WrongState(
                f"an issue that is {issue.state} cannot become {state}: it was never {' or '.join(wanted)}"
            )
        fields: dict[str, Any] = {"fixed_in": fixed_in or issue.fixed_in, "state": state}
        if state == "released":
            fields["released_on"] = released_on or (issue.released_on if issue.state == "released" else None) or today
        if state == issue.state and all(getattr(issue, name) == value for name, value in fields.items()) and not note:
            return None
        day = fields["released_on"] if state == "released" else today
        line = StateChange(on=day, state=state, note=note)
        where = {} if issue.slug else {"slug": slug, "former_slugs": former}
        return issue.having(**fields, **where, history=(*issue.history, line))

    issue = store.change(Issue, issue_id, changed)
    if issue is None:
        raise UnknownIssue(issue_id)
    _settle_all(store, issue_id, now)
    return issue


def replace_issue(store: Store, issue: Issue, now: datetime) -> Issue:
    """Take an issue as it is given (an import); raises `WrongState` where it is released in the future."""
    today = moment(now)[:10]
    if issue.state == "released":
        _is_out(issue.released_on, today)
        issue = issue.having(released_on=issue.released_on or today)
    slug, former = addressed(store, issue)
    issue = issue.having(slug=slug, former_slugs=former)
    store.save(issue)
    _settle_all(store, issue.id, now)
    return issue


def _is_out(released_on: str | None, today: str) -> None:
    if released_on and released_on > today:
        raise WrongState(
            f"{released_on} is in the future: follow-ups wait until it is really out. Release it that day."
        )


def _settle_all(store: Store, issue_id: str, now: datetime) -> None:
    for link in store.find(Link, {"issue_id": issue_id}):
        settle(store, issue_id, link.id, now)
