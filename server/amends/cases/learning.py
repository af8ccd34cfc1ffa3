"""What the team's links and unlinks teach matching."""

from __future__ import annotations

from collections import defaultdict

from amends.matching import Learnt
from amends.records import Link, StoredReview, Unlink
from amends.stores.base import Store

MOST = 2000
"""Links, and unlinks, that are listened to: the latest."""


def learnt(store: Store) -> Learnt:
    """The words of reviews tied to an issue, and of those untied from one, by issue."""
    # Oldest first: of one issue's many texts matching listens to the last.
    links = store.latest(Link, "at", MOST)[::-1]
    unlinks = store.latest(Unlink, "at", MOST)[::-1]
    if not links and not unlinks:
        return Learnt()
    ids = {link.id for link in links} | {unlink.review_id for unlink in unlinks}
    words = {id: review.words for id, review in store.several(StoredReview, ids).items() if review.words.strip()}
    return Learnt(
        confirmed=_by_issue([(link.issue_id, link.id) for link in links], words),
        rejected=_by_issue([(unlink.issue_id, unlink.review_id) for unlink in unlinks], words),
    )


def _by_issue(said: list[tuple[str, str]], words: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for issue_id, review_id in said:
        if review_id in words:
            found[issue_id].append(words[review_id])
    return {issue_id: tuple(texts) for issue_id, texts in found.items()}
