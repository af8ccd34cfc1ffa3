"""A posted reply is recorded once, and it is known who of us posted it."""

from __future__ import annotations

from datetime import UTC, datetime

from amends.cases.answering import record_reply, who_answered
from amends.records import Reply, Staff, StoredReview
from amends.stores import open_store

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MOMENT = "2026-11-22T09:00:00Z"


def test_who_answered_is_known_as_long_as_the_page_shows_those_words() -> None:
    store = open_store("memory:", role="server")
    review = StoredReview(id="r1", text="The lamp went out.", seen_at=MOMENT, revision=1)
    jonna = Staff(id="s1", name="Jonna", role="writer", created_at=MOMENT)
    store.save(review, jonna)
    assert who_answered(store, review) is None
    record_reply(store, "r1", "Dear customer,\na new lamp is on its way.", NOW, by="s1")
    answered = store.get(StoredReview, "r1")
    assert answered is not None
    assert answered.reply is not None
    assert who_answered(store, answered) == "Jonna"
    wrapped = answered.having(reply=Reply(text="Dear customer, a new lamp is on its way."))
    assert who_answered(store, wrapped) == "Jonna"
    others = answered.having(reply=Reply(text="Not one of our replies."))
    assert who_answered(store, others) is None
