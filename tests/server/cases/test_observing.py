"""A review seen again: what changed is told from what only looks changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from amends.cases.answering import record_reply
from amends.cases.observing import observe
from amends.records import Review, StoredReview
from amends.stores import open_store
from amends.stores.base import Store

NOW = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.fixture
def store() -> Store:
    return open_store("memory:", role="server")


def see(store: Store, **more: Any) -> StoredReview:
    """The review as it is kept after a page showed it so."""
    shown = {"platform": "sample", "external_id": "rv-1", "author": "Ida", "text": "The lamp hums.", **more}
    return observe(store, [Review.model_validate(shown)], NOW, lambda _: 24.0)[0].review


def test_a_review_edited_after_our_reply_is_told_until_we_reply_again(store: Store) -> None:
    kept = see(store)
    record_reply(store, kept.id, "We will send a new one.", NOW)
    assert not see(store, reply={"text": "We will send a new one."}).changed_since_reply
    edited = see(store, text="The new lamp hums, too.", reply={"text": "We will send a new one."})
    assert (edited.revision, edited.changed_since_reply) == (2, True)
    record_reply(store, kept.id, "Then we pay you back.", NOW)
    assert not see(store, text="The new lamp hums, too.").changed_since_reply


def test_a_reply_that_stood_there_before_us_counts_as_a_reply(store: Store) -> None:
    see(store, reply={"text": None})
    assert see(store, text="Now it works.", reply={"text": None}).changed_since_reply
    answered = see(store, text="Now it works.", reply={"text": "Good to hear."})
    assert not answered.changed_since_reply


def test_a_page_cannot_say_which_text_was_answered(store: Store) -> None:
    assert see(store, answered_revision=7).answered_revision is None


def test_what_a_translator_put_there_is_no_edit(store: Store) -> None:
    see(store)
    translated = see(store, author="Ida", text="Die Lampe brummt.", title="Lampe", translated=True)
    assert (translated.text, translated.title, translated.revision) == ("The lamp hums.", None, 1)


def test_a_review_first_seen_translated_gets_its_own_words_without_counting_as_edited(store: Store) -> None:
    see(store, text="Die Lampe brummt.", translated=True, reply={"text": "Sorry."})
    original = see(store)
    assert (original.text, original.revision, original.changed_since_reply) == ("The lamp hums.", 1, False)
    assert "translated" not in original.dump()
    assert see(store, text="It is silent now.").changed_since_reply


def test_a_translated_page_keeps_our_reply_and_that_the_review_changed_since(store: Store) -> None:
    see(store, reply={"text": "We will send a new one."})
    see(store, text="The new lamp hums, too.", reply={"text": "We will send a new one."})
    foreign = {"text": "Die neue Lampe brummt auch.", "translated": True}
    translated = see(store, **foreign, reply={"text": "Wir senden eine neue."})
    assert translated.reply
    assert translated.reply.text == "We will send a new one."
    assert translated.changed_since_reply
    again = see(store, text="The new lamp hums, too.", reply={"text": "We will send a new one."})
    assert (again.revision, again.changed_since_reply) == (2, True)


def test_a_page_that_only_marks_that_there_is_a_reply_keeps_its_words(store: Store) -> None:
    see(store, reply={"text": "We will send a new one."})
    marked = see(store, text="It hums again.", reply={"text": None})
    assert marked.reply
    assert marked.reply.text == "We will send a new one."
    assert marked.changed_since_reply


def test_a_reply_first_seen_in_a_translators_words_waits_for_its_own(store: Store) -> None:
    see(store)
    new = see(store, text="Die Lampe brummt.", translated=True, reply={"text": "Wir senden eine neue."})
    assert new.reply
    assert new.reply.text is None
    assert new.answered_revision == 1
