"""What a person ties to an issue, or unties from it, is what matching learns from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from amends.cases.learning import learnt
from amends.cases.linking import link, unlink
from amends.cases.observing import Observed, observe
from amends.matching import NOTHING
from amends.records import Issue, Review
from amends.stores import open_store
from amends.stores.base import Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "Export to PDF hangs on large books"


@pytest.fixture
def store() -> Iterator[Store]:
    kept = open_store("memory:", role="server")
    kept.save(Issue(id="pdf", title="Export to PDF hangs"), Issue(id="login", title="Login fails"))
    yield kept
    kept.close()


def seen(store: Store, text: str, external_id: str) -> Observed:
    review = Review(text=text, platform="sample", external_id=external_id)
    return observe(store, [review], NOW, lambda _severity: 24.0)[0]


def test_a_team_that_said_nothing_teaches_nothing(store: Store) -> None:
    assert learnt(store) == NOTHING


def test_a_link_confirms_and_an_unlink_rejects(store: Store) -> None:
    key = seen(store, TEXT, "r-1").review.id
    link(store, "pdf", key, NOW)
    assert learnt(store).confirmed == {"pdf": (TEXT,)}
    unlink(store, "pdf", key, NOW)
    assert (learnt(store).confirmed, learnt(store).rejected) == ({}, {"pdf": (TEXT,)})


def test_a_link_made_again_is_no_longer_rejected(store: Store) -> None:
    key = seen(store, TEXT, "r-1").review.id
    link(store, "pdf", key, NOW)
    link(store, "login", key, NOW)
    assert learnt(store).rejected == {"pdf": (TEXT,)}
    link(store, "pdf", key, NOW)
    assert learnt(store).rejected == {"login": (TEXT,)}


def test_a_rejected_match_is_not_proposed_again(store: Store) -> None:
    first = seen(store, TEXT, "r-1")
    assert [issue.id for issue, _match in first.matches] == ["pdf"]
    link(store, "pdf", first.review.id, NOW)
    unlink(store, "pdf", first.review.id, NOW)
    assert seen(store, TEXT, "r-2").matches == []
