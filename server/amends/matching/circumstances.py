"""What speaks against a match beside the words: another product, a fix the customer already has, a date that is off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from amends.records import Issue, Review

_OTHER_PRODUCT, _SAME_PRODUCT = -12.0, 0.2
_HAS_THE_FIX, _AFTER_THE_FIX = -1.5, -0.5
_LONG_BEFORE, _MONTHS_BEFORE = -1.0, -0.4
"""Log odds: what each circumstance takes from a match, or gives it."""
_LONG, _MONTHS = 365, 60
"""Days a review may be older than its issue: teams open one after the first reviews, not a year after."""
_NUMBER = re.compile(r"\d{1,9}")


class Circumstances:
    """Product, fix and dates of a tracker's issues, laid out so that all are judged at once."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self._issues = issues
        names = [(issue.product or "").casefold().strip() for issue in issues]
        self._products, product_of = np.unique(names, return_inverse=True)
        self._product_of = product_of.reshape(-1)
        self._opened = np.array([_day(issue.opened_on) for issue in issues])
        self._released = np.array([_day(_fixed_on(issue)) for issue in issues])
        self._fixed_in = np.array([_fix(issue) for issue in issues])
        self._versions = {name: parts(name) for name in set(self._fixed_in.tolist()) if name}

    def odds(self, review: Review) -> NDArray[np.float64]:
        """What the circumstances add to each issue's log odds."""
        found = np.zeros(len(self._issues))
        if review.product:
            by_product = np.array([_product_odds(review.product, theirs) for theirs in self._products.tolist()])
            found += by_product[self._product_of]
        if (posted := _day(review.posted_at)) == posted:
            early = self._opened - posted
            found += np.where(early > _LONG, _LONG_BEFORE, np.where(early > _MONTHS, _MONTHS_BEFORE, 0.0))
            found += np.where(posted > self._released, _AFTER_THE_FIX, 0.0)
        return found + np.where(self._has_fix(review), _HAS_THE_FIX, 0.0)

    def reasons(self, review: Review, place: int) -> list[str]:
        """The circumstances of one issue, in words."""
        issue, said = self._issues[place], []
        if review.product and issue.product:
            another = _product_odds(review.product, issue.product.casefold().strip()) == _OTHER_PRODUCT
            said.append(f"{'another' if another else 'same'} product: {issue.product}")
        if review.product_version and issue.fixed_in:
            there = ", which has the fix" if self._has_fix(review)[place] else ""
            said.append(f"written on version {review.product_version}, fixed in {issue.fixed_in}{there}")
        posted = _day(review.posted_at)
        if _day(issue.opened_on) - posted > _MONTHS:
            said.append(f"written long before the issue was opened on {issue.opened_on}")
        if posted > _day(_fixed_on(issue)):
            said.append(f"written after the fix was released on {issue.released_on}")
        return said

    def _has_fix(self, review: Review) -> NDArray[np.bool_]:
        ours = parts(review.product_version or "")
        having = {name for name, fixed in self._versions.items() if ours and fixed and ours >= fixed}
        return np.isin(self._fixed_in, sorted(having)) if having else np.zeros(len(self._issues), dtype=np.bool_)


def parts(version: str) -> tuple[int, ...]:
    """The numbers of a version, to be compared; zeros at its end say nothing."""
    found = [int(number) for number in _NUMBER.findall(version[:60])]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _product_odds(ours: str, theirs: str) -> float:
    """“Quire” and “Quire for Android” may be the same; a name that is no part of the other is another product."""
    ours = ours.casefold().strip()
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return _SAME_PRODUCT
    return 0.0 if ours in theirs or theirs in ours else _OTHER_PRODUCT


def _fix(issue: Issue) -> str:
    return issue.fixed_in or "" if issue.state != "regressed" else ""


def _fixed_on(issue: Issue) -> str | None:
    return issue.released_on if issue.state != "regressed" else None


def _day(moment: str | None) -> float:
    """A day's number, to be subtracted; not a number where it is unknown, so that nothing compares with it."""
    return float(date.fromisoformat(moment[:10]).toordinal()) if moment else float("nan")
