"""What every store does, whatever its engine."""

from __future__ import annotations

import contextvars
from typing import Any

import pytest

from amends.records import STORED, FollowUp, Issue, Listing, PostedReply, Stored, StoredReview
from amends.stores import Store, StoreError

AT = "2026-11-21T10:00:00Z"


def issue(id: str, **fields: Any) -> Issue:
    return Issue(id=id, title="Sync stops after an hour", **fields)


def ids(records: list[Any]) -> list[str]:
    return [record.id for record in records]


def test_a_record_comes_back_as_it_was_saved(store: Store) -> None:
    review = StoredReview(id="r", text="Ünïcødé 🙂 \u202e <b>", rating={"value": 2}, reply={"text": None})
    store.save(review)
    assert store.get(StoredReview, "r") == review


def test_a_record_that_is_not_there_is_none(store: Store) -> None:
    assert store.get(Issue, "no") is None


def test_ids_of_different_kinds_do_not_meet(store: Store) -> None:
    store.save(issue("same"))
    assert store.get(Listing, "same") is None


def test_unknown_fields_are_kept_even_when_they_are_null(store: Store) -> None:
    store.save(StoredReview(id="r", text="", mood={"deep": [1, None]}, nothing=None))
    kept = store.get(StoredReview, "r")
    assert kept is not None
    assert kept.model_extra == {"mood": {"deep": [1, None]}, "nothing": None}


def test_what_the_caller_changes_afterwards_is_not_kept(store: Store) -> None:
    tags = ["late"]
    store.save(StoredReview(id="r", text="", tags=tags))
    tags.append("never said")
    store.save(issue("other"))
    kept = store.get(StoredReview, "r")
    assert kept is not None
    assert kept.model_extra == {"tags": ["late"]}


def test_add_keeps_a_new_record_and_leaves_an_old_one_alone(store: Store) -> None:
    assert store.add(issue("i", area="first"))
    assert not store.add(issue("i", area="second"))
    assert store.get(Issue, "i") == issue("i", area="first")


def test_save_replaces_the_whole_record(store: Store) -> None:
    store.save(issue("i", area="sync", product="app"))
    store.save(issue("i"))
    assert store.get(Issue, "i") == issue("i")


def test_save_keeps_all_records_or_none(store: Store) -> None:
    with pytest.raises(StoreError, match="reviews/bad cannot be kept as JSON"):
        store.save(issue("good"), StoredReview(id="bad", text="", rating={"value": float("inf")}))
    assert list(store.dump()) == []


@pytest.mark.parametrize("value", [2**80, "\ud800", object(), float("inf")], ids=["number", "text", "object", "rating"])
def test_what_json_cannot_hold_is_refused_and_harms_nothing_else(store: Store, value: object) -> None:
    fields = {"rating": {"value": value}} if isinstance(value, float) else {"extra": value}
    with pytest.raises(StoreError, match="reviews/odd"):
        store.save(StoredReview.model_validate({"id": "odd", "text": "", **fields}))
    store.save(issue("fine"))
    assert ids(list(store.dump())) == ["fine"]


def test_nesting_without_end_is_refused_and_harms_nothing_else(store: Store) -> None:
    for depth in range(240, 260):
        deep: list[Any] = []
        for _ in range(depth):
            deep = [deep]
        try:
            store.save(StoredReview(id="deep", text="", deep=deep))
        except StoreError:
            break
    else:
        pytest.fail("a record nested 260 deep was taken")
    store.save(issue("fine"))
    assert store.check() == []


def test_change_replaces_one_record_and_gives_it_back(store: Store) -> None:
    store.save(issue("i"))
    assert store.change(Issue, "i", lambda before: before.having(state="fixed")) == issue("i", state="fixed")
    assert store.get(Issue, "i") == issue("i", state="fixed")


def test_change_may_leave_the_record_as_it_is(store: Store) -> None:
    store.save(issue("i"))
    assert store.change(Issue, "i", lambda before: None) == issue("i")


def test_change_of_a_record_that_is_not_there_asks_nobody(store: Store) -> None:
    assert store.change(Issue, "no", lambda before: pytest.fail("asked")) is None


def test_a_change_that_raises_changes_nothing_and_the_caller_hears_it(store: Store) -> None:
    store.save(issue("i"))
    with pytest.raises(ZeroDivisionError):
        store.change(Issue, "i", lambda before: before.having(area=str(1 // 0)))
    assert store.get(Issue, "i") == issue("i")


def test_a_change_may_read_the_store_but_not_write_to_it(store: Store) -> None:
    store.save(issue("i"), issue("other", area="sync"))

    def reading(before: Issue) -> Issue:
        other = store.get(Issue, "other")
        return before.having(area=other and other.area)

    def writing(before: Issue) -> None:
        store.remove(Issue, "other")

    changed = store.change(Issue, "i", reading)
    assert changed is not None
    assert changed.area == "sync"
    with pytest.raises(StoreError, match="may not write"):
        store.change(Issue, "i", writing)
    assert store.count(Issue) == 2


def test_a_change_sees_its_callers_context(store: Store) -> None:
    who = contextvars.ContextVar("who", default="nobody")
    who.set("the caller")
    store.save(issue("i"))
    changed = store.change(Issue, "i", lambda before: before.having(area=who.get()))
    assert changed is not None
    assert changed.area == "the caller"


def test_a_change_may_not_give_a_record_another_id(store: Store) -> None:
    store.save(issue("i"))
    with pytest.raises(StoreError, match="cannot change its id"):
        store.change(Issue, "i", lambda before: before.having(id="j"))
    assert ids(store.find(Issue)) == ["i"]


def test_remove_says_whether_there_was_something(store: Store) -> None:
    store.save(issue("i"))
    assert store.remove(Issue, "i")
    assert not store.remove(Issue, "i")
    assert store.get(Issue, "i") is None


def test_find_gives_records_in_the_order_of_their_ids(store: Store) -> None:
    store.save(*(issue(id) for id in ("b", "é", "B", "a~2", "a~10")))
    assert ids(store.find(Issue)) == ["B", "a~10", "a~2", "b", "é"]


def test_find_and_count_select_by_all_the_fields_given(store: Store) -> None:
    store.save(issue("1", state="open", product="app"), issue("2", state="fixed", product="app"), issue("3"))
    assert ids(store.find(Issue, {"state": "open"})) == ["1", "3"]
    assert ids(store.find(Issue, {"state": "open", "product": "app"})) == ["1"]
    assert ids(store.find(Issue, {"product": None})) == ["3"]
    assert store.count(Issue, {"product": "app"}) == 2
    assert store.count(Issue) == 3


def test_find_follows_changes(store: Store) -> None:
    store.save(issue("1"), issue("2"))
    assert store.count(Issue, {"state": "open"}) == 2
    store.change(Issue, "1", lambda before: before.having(state="fixed"))
    store.remove(Issue, "2")
    assert store.find(Issue, {"state": "open"}) == []
    assert store.find(Issue) == [issue("1", state="fixed")]


def test_a_field_that_is_not_indexed_is_refused_by_name(store: Store) -> None:
    with pytest.raises(StoreError, match=r"issues are not found by 'title'; add it to Issue\.indexed"):
        store.find(Issue, {"title": "x"})


def test_every_kind_of_record_is_one_the_stores_copy_and_check() -> None:
    forgotten = set(Stored.__subclasses__()) - set(STORED)
    assert not forgotten, f"add to STORED in records.py, or copies of a store lose them: {forgotten}"


@pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.collection)
def test_every_kind_is_found_by_every_field_it_names(store: Store, kind: Any) -> None:
    assert all(store.find(kind, {field: "x"}) == [] for field in kind.indexed)
    assert set(kind.indexed) <= set(kind.model_fields)


def test_several_gives_those_that_are_there_by_id(store: Store) -> None:
    store.save(issue("a"), issue("b"), issue("c"))
    assert store.several(Issue, ["c", "a", "no", "c"]) == {"a": issue("a"), "c": issue("c")}
    assert store.several(Issue, []) == {}


def reply(id: str, at: str) -> PostedReply:
    return PostedReply(id=id, review_id="r", text="Thanks.", posted_at=at)


def test_latest_gives_the_greatest_first_then_by_id(store: Store) -> None:
    days = {"c": "2026-11-02", "a": "2026-11-02", "b": "2026-11-03", "d": "2026-11-01"}
    store.save(*(reply(id, day) for id, day in days.items()))
    assert ids(store.latest(PostedReply, "posted_at", 3)) == ["b", "a", "c"]
    assert ids(store.latest(PostedReply, "posted_at", 9)) == ["b", "a", "c", "d"]
    assert store.latest(PostedReply, "posted_at", 0) == []


def test_latest_puts_records_without_the_field_last(store: Store) -> None:
    store.save(issue("none"), issue("some", product="P"))
    assert ids(store.latest(Issue, "product", 2)) == ["some", "none"]


def test_latest_refuses_a_field_that_is_not_indexed(store: Store) -> None:
    with pytest.raises(StoreError, match="text"):
        store.latest(PostedReply, "text", 1)


def test_pages_give_every_record_once(store: Store) -> None:
    store.load(issue(f"{n:03}", product="app" if n % 2 else None) for n in range(25))
    seen, after = [], None
    while True:
        records, after = store.page(Issue, {"product": "app"}, after=after, limit=5)
        seen += ids(records)
        if after is None:
            break
    assert seen == [f"{n:03}" for n in range(25) if n % 2]


def test_the_last_page_says_so(store: Store) -> None:
    store.save(issue("1"), issue("2"))
    assert store.page(Issue, limit=1).after == "1"
    assert store.page(Issue, limit=2).after is None
    assert store.page(Issue, after="2") == ([], None)
    with pytest.raises(StoreError, match="limit of 1 or more"):
        store.page(Issue, limit=0)


def test_load_takes_any_number_and_counts(store: Store) -> None:
    assert store.load(issue(str(n)) for n in range(1000)) == 1000
    assert store.count(Issue) == 1000
    assert store.load([]) == 0


def test_dump_gives_every_record_of_every_kind_as_it_stood(store: Store) -> None:
    store.save(Listing(id="steam:1", platform="steam"), issue("i"))
    store.save(FollowUp(id="i~r", issue_id="i", review_id="r", created_at=AT))
    dump = store.dump()
    store.remove(Issue, "i")
    assert sorted(ids(list(dump))) == ["i", "i~r", "steam:1"]


def test_a_sound_store_has_nothing_to_report(store: Store) -> None:
    store.save(issue("i"))
    assert store.check() == []


def test_a_closed_store_says_so_and_closing_twice_is_nothing(store: Store) -> None:
    store.close()
    store.close()
    for use in (lambda: store.get(Issue, "i"), lambda: store.save(issue("i")), lambda: store.dump()):
        with pytest.raises(StoreError, match="closed"):
            use()
