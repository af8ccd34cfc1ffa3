"""Many threads at once, on every store."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from amends.records import Issue, Link, StoredReview
from amends.stores import Store

THREADS, EACH = 8, 50


def in_threads(work: Callable[[int], object]) -> list[object]:
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(work, range(THREADS)))


def test_eight_threads_writing_lose_nothing(store: Store) -> None:
    def write(thread: int) -> bool:
        return all(store.add(Issue(id=f"{thread}-{n}", title="t")) for n in range(EACH))

    assert all(in_threads(write))
    assert store.count(Issue) == len(store.find(Issue)) == THREADS * EACH


def test_an_id_is_given_to_one_thread_only(store: Store) -> None:
    added = in_threads(lambda thread: [store.add(Issue(id=str(n), title=f"by {thread}")) for n in range(EACH)])
    assert sum(map(sum, added)) == EACH  # type: ignore[arg-type]


def test_changes_of_one_record_follow_one_another(store: Store) -> None:
    store.save(StoredReview(id="r", text="", revision=0))

    def count(thread: int) -> None:
        for _ in range(EACH):
            store.change(StoredReview, "r", lambda before: before.having(revision=(before.revision or 0) + 1))

    in_threads(count)
    kept = store.get(StoredReview, "r")
    assert kept is not None
    assert kept.revision == THREADS * EACH


def test_readers_never_see_half_a_write(store: Store) -> None:
    def work(thread: int) -> bool:
        if thread % 2:
            for n in range(EACH):
                store.save(
                    Issue(id=f"{thread}-{n}", title="t"), Link(id=f"{thread}-{n}", issue_id="i", at="2026-11-21")
                )
            return True
        for _ in range(EACH):
            seen = list(store.dump())
            assert {x.id for x in seen if isinstance(x, Issue)} == {x.id for x in seen if isinstance(x, Link)}
        return True

    assert all(in_threads(work))


def test_one_threads_error_is_its_own(store: Store) -> None:
    def work(thread: int) -> int:
        kept = 0
        for n in range(EACH):
            try:
                store.save(StoredReview(id=f"{thread}-{n}", text="", odd=object() if thread == 3 else None))
                kept += 1
            except Exception:
                assert thread == 3
        return kept

    assert in_threads(work) == [0 if thread == 3 else EACH for thread in range(THREADS)]
