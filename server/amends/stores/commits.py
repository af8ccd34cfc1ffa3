"""Writes one batch at a time: those that wait while one is on its way to the disk go together, in the next."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from amends.stores.base import StoreError
from amends.stores.drafts import Draft

T = TypeVar("T")


class Waiting(Generic[T]):
    """A write that waits: its job, and when it was done what came of it."""

    def __init__(self, job: Callable[[Draft], T]) -> None:
        self._job = job
        # The job may be done by another's thread, but sees its own caller's context variables.
        self._context = contextvars.copy_context()
        self._result: T | None = None
        self.error: BaseException | None = None
        self.done = False

    def make(self, batch: Draft) -> None:
        """Do the job on a draft of its own; it becomes part of the batch only where nothing went wrong."""
        own = Draft(batch)
        try:
            self._result = self._context.run(self._job, own)
        except Exception as error:
            self.error = error
        else:
            batch.changes.update(own.changes)

    def fail(self, error: BaseException) -> None:
        """The batch was not kept, so neither was this; each thread gets an error of its own."""
        if self.error is None:
            self.error = StoreError(str(error) or "The write was broken off, and nothing of it was kept.")
            self.error.__cause__ = error

    def outcome(self) -> T:
        """What the job gave, or raised."""
        if self.error is not None:
            raise self.error
        return cast(T, self._result)


class Commits:
    """The one lock behind which everything is written. `commit` keeps a batch for good, or raises and keeps nothing."""

    def __init__(self, commit: Callable[[list[Waiting[object]]], None]) -> None:
        self._commit = commit
        self._waiting: list[Waiting[object]] = []
        self._queue = threading.Lock()
        self._turn = threading.Lock()
        self._writer: int | None = None

    def run(self, job: Callable[[Draft], T]) -> T:
        """Do a job, and come back when what it changed is kept. Whoever's turn it is writes for all who wait."""
        self._not_within_a_write()
        mine = Waiting(job)
        with self._queue:
            self._waiting.append(cast(Waiting[object], mine))
        with self._turn:
            if not mine.done:
                self._write_all()
        return mine.outcome()

    def alone(self, what: Callable[[], None]) -> None:
        """Do something while nothing is being written."""
        self._not_within_a_write()
        with self._turn:
            what()

    def _write_all(self) -> None:
        with self._queue:
            batch, self._waiting = self._waiting, []
        self._writer = threading.get_ident()
        try:
            self._commit(batch)
        except BaseException as error:
            for write in batch:
                write.fail(error)
            if not isinstance(error, Exception):
                raise
        finally:
            self._writer = None
            for write in batch:
                write.done = True

    def _not_within_a_write(self) -> None:
        if self._writer == threading.get_ident():
            raise StoreError("A change may not write to the store; return the changed record instead.")
