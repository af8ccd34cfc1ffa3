"""Reviews from JSON Lines: every line is counted once, nothing bad stops the rest, and twice is the same as once."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from amends.importers import jsonl
from amends.importers.keeping import Imported, Rejected, keep
from amends.records import Review, StoredReview, review_key
from amends.stores import Store, open_store

NOW = "2026-11-21T10:00:00Z"
LINES: list[dict[str, Any]] = [
    {"platform": "steam", "external_id": "1", "text": "Crashes at start.", "rating": {"value": 0, "best": 1}},
    {"platform": "steam", "external_id": "2", "text": "Très bien 🙂", "helpful_votes": 3},
]


@pytest.fixture
def store() -> Store:
    return open_store("memory:", role="command")


def lines(*records: object) -> io.BytesIO:
    return io.BytesIO(b"".join(one if isinstance(one, bytes) else json.dumps(one).encode() + b"\n" for one in records))


def imported(store: Store, *records: object, **options: Any) -> Imported:
    return keep(jsonl.read(lines(*records)), store, seen_at=NOW, **options)


def test_reviews_are_new_then_the_same_then_changed(store: Store) -> None:
    assert imported(store, *LINES) == Imported(new=2, changed=0, same=0, rejected=[])
    assert imported(store, *LINES) == Imported(new=0, changed=0, same=2, rejected=[])
    edited = LINES[0] | {"text": "Works now."}
    assert imported(store, edited, LINES[1]) == Imported(new=0, changed=1, same=1, rejected=[])
    kept = store.get(StoredReview, review_key(Review.model_validate(edited)))
    assert kept is not None
    assert (kept.text, kept.revision, kept.seen_at) == ("Works now.", 2, NOW)


def test_unknown_fields_are_kept(store: Store) -> None:
    imported(store, *LINES)
    assert [review.model_extra for review in store.find(StoredReview)].count({"helpful_votes": 3}) == 1


def test_what_a_file_does_not_say_is_not_forgotten(store: Store) -> None:
    imported(store, LINES[0] | {"author": "Kim", "reply": {"text": "Thanks."}})
    assert imported(store, LINES[0]).same == 1
    (kept,) = store.find(StoredReview)
    assert kept.author == "Kim"
    assert kept.reply is not None


def test_a_review_twice_in_one_file_is_kept_once(store: Store) -> None:
    assert imported(store, LINES[0], LINES[0]) == Imported(new=1, changed=0, same=1, rejected=[])


def test_bad_lines_are_rejected_by_number_and_reason_and_the_rest_is_kept(store: Store) -> None:
    came = imported(
        store, LINES[0], b"{not json\n", b"\n", [1], {"author": "x"}, {"text": "t", "posted_at": "soon"},
        b'{"text":"\xff"}\n', b'{"text":"' + b"x" * jsonl.MAX_LINE + b'"}\n', LINES[1],
    )  # fmt: skip
    assert came.new == 2
    assert [line for line, _reason in came.rejected] == [2, 4, 5, 6, 7, 8]
    reasons = " | ".join(reason for _line, reason in came.rejected)
    for words in (
        "not JSON",
        "one JSON object a line",
        "text: Field required",
        "posted_at: ",
        "ISO 8601",
        "longer than",
    ):
        assert words in reasons


def test_a_dry_run_counts_and_keeps_nothing(store: Store) -> None:
    assert imported(store, *LINES, LINES[0], dry_run=True) == Imported(new=2, changed=0, same=1, rejected=[])
    assert store.count(StoredReview) == 0


def test_a_file_in_many_writes_is_counted_as_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amends.importers.keeping.BATCH", 2)
    reviews = [{"platform": "steam", "external_id": str(n % 7), "text": "t"} for n in range(10)]
    assert imported(store, *reviews) == Imported(new=7, changed=0, same=3, rejected=[])


def test_a_platform_is_given_to_those_that_name_none() -> None:
    found = list(jsonl.read(lines({"text": "a"}, {"text": "b", "platform": "g2"}), "etsy"))
    assert [one.platform for one in found if not isinstance(one, Rejected)] == ["etsy", "g2"]


def test_a_foreign_id_is_where_it_came_from_and_ours_is_kept() -> None:
    (foreign,) = jsonl.read(lines({"platform": "etsy", "id": "17", "text": "a"}))
    assert isinstance(foreign, StoredReview)
    assert foreign.external_id == "17"
    (ours,) = jsonl.read(lines(foreign.dump() | {"external_id": None, "text": "b"}))
    assert isinstance(ours, StoredReview)
    assert ours.id == foreign.id


def test_a_byte_order_mark_and_a_missing_last_line_end_are_no_matter() -> None:
    (found,) = jsonl.read(io.BytesIO(b'\xef\xbb\xbf{"text":"a"}'))
    assert isinstance(found, StoredReview)
