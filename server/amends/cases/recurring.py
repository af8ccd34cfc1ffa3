"""Problems that several reviews report: found among the latest, followed by week, ready to be opened as issues."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from amends.matching import patterns
from amends.records import Issue, Kind, Link, StoredReview
from amends.stores.base import Store
from amends.triage import triage

if TYPE_CHECKING:
    from amends.matching.grouping import Pattern

LATEST = 500
"""Reviews that are looked through: grouping takes the square of it in time."""
WEEKS = 26
"""Weeks that are counted, the last ones."""
_PROBLEMS: frozenset[Kind] = frozenset({"bug", "complaint", "feature_request"})
_LIKELY = 0.2
"""How likely a review tells of a fault or a wish, to be looked through: what it shares with others says the rest."""


class Week(NamedTuple):
    """The Monday of a week, and how many reviews of it report the problem."""

    starts_on: str
    reviews: int


class Recurring(NamedTuple):
    """One problem: `id` stays as it grows; `issue` is the one that most of its tied reviews are tied to."""

    id: str
    name: str
    product: str | None
    reviews: tuple[StoredReview, ...]
    weeks: tuple[Week, ...]
    issue: Issue | None
    not_linked: tuple[str, ...]


class _Kept:
    """The last grouping, for as long as the reviews stay what they are; and which of them report a problem."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._of: tuple[StoredReview, ...] = ()
        self._found: list[Pattern] = []
        self._problems: dict[tuple[str, str], bool] = {}

    def patterns(self, reviews: tuple[StoredReview, ...]) -> list[Pattern]:
        with self._lock:
            if reviews != self._of:
                self._problems = {(one.id, one.text): self._is_problem(one) for one in reviews}
                told = [one for one in reviews if self._problems[one.id, one.text]]
                self._of, self._found = reviews, _grouped(told)
            return self._found

    def _is_problem(self, review: StoredReview) -> bool:
        known = self._problems.get((review.id, review.text))
        if known is not None:
            return known
        thought = triage(review)
        likely = max(thought.scores.get("bug", 0.0), thought.scores.get("feature_request", 0.0))
        return likely >= _LIKELY or not _PROBLEMS.isdisjoint(thought.kinds)


_kept = _Kept()


def recurring(store: Store, most: int) -> list[Recurring]:
    """Up to `most` problems that two or more of the latest reviews report, the most reported first."""
    latest = store.latest(StoredReview, "seen_at", LATEST)
    found = _kept.patterns(tuple(sorted(latest, key=lambda review: review.id)))[:most]
    links = store.several(Link, {review.id for pattern in found for review in pattern.reviews if review.id})
    issues = store.several(Issue, {link.issue_id for link in links.values()})
    return [_told(pattern, links, issues) for pattern in found]


def _grouped(reviews: Sequence[StoredReview]) -> list[Pattern]:
    """The patterns within each product: what two products have in common is two problems."""
    by_product: dict[str, list[StoredReview]] = defaultdict(list)
    for review in reviews:
        by_product[(review.product or review.listing or "").casefold()].append(review)
    found = [pattern for _product, own in sorted(by_product.items()) for pattern in patterns(own)]
    return sorted(found, key=lambda pattern: -len(pattern.reviews))


def _told(pattern: Pattern, links: dict[str, Link], issues: dict[str, Issue]) -> Recurring:
    reviews = tuple(sorted((one for one in pattern.reviews if isinstance(one, StoredReview)), key=_arrived))
    tied = Counter(links[review.id].issue_id for review in reviews if review.id in links)
    usual = tied.most_common(1)
    return Recurring(
        id=reviews[0].id,
        name=pattern.name,
        product=next((review.product for review in reviews if review.product), None),
        reviews=reviews[::-1],
        weeks=weeks([day for review in reviews if (day := review.posted_at or review.seen_at)]),
        issue=issues.get(usual[0][0]) if usual else None,
        not_linked=tuple(review.id for review in reviews if review.id not in links),
    )


def _arrived(review: StoredReview) -> tuple[str, str]:
    return (review.posted_at or review.seen_at or "")[:10], review.id


def weeks(moments: Sequence[str]) -> tuple[Week, ...]:
    """How many fall into each week, from the first to the last, those without any included."""
    counted = Counter(_monday(date.fromisoformat(moment[:10])) for moment in moments)
    if not counted:
        return ()
    first = max(min(counted), max(counted) - timedelta(weeks=WEEKS - 1))
    number = (max(counted) - first).days // 7 + 1
    mondays = [first + timedelta(weeks=week) for week in range(number)]
    return tuple(Week(monday.isoformat(), counted[monday]) for monday in mondays)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
