"""The processes that share a build: this one, and copies of it that take orders through a pipe."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from fixlog.building import Progress
from fixlog.desk import Desk, Source
from fixlog.forking import processes

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST = 4
"""Processes; each keeps a share of the site in memory."""
WORTH = 300
"""Fixes to render from which on a second process saves time."""


def helpers(fixes: int) -> int:
    """How many processes besides this one are worth it to render so many fixes."""
    return processes(MOST) - 1 if fixes >= WORTH else 0


class Meter:
    """How much of a phase the processes have done together. This one tells, after each piece of its own work."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._shared = mmap.mmap(-1, 8 * MOST)
        self._counts = memoryview(self._shared).cast("q")
        self.begin("fixes", total)

    def begin(self, phase: str, total: int) -> None:
        """Count from nothing; the other processes must be idle."""
        self._phase, self._total = phase, total
        for place in range(MOST):
            self._counts[place] = 0
        self._progress(phase, 0, total)

    def add(self, place: int) -> None:
        """One more done by the process at this place."""
        self._counts[place] += 1

    def __call__(self) -> None:
        """One more done here."""
        self.add(0)
        self._progress(self._phase, sum(self._counts), self._total)


class Hand:
    """A desk in another process. Orders are given with `order`, and each is answered once, in `answer`."""

    def __init__(self, pipe: Connection, process: int) -> None:
        self._pipe = pipe
        self._process = process

    def order(self, name: str, *given: Any) -> None:
        """Let the desk do something; does not wait."""
        self._pipe.send((name, given))

    def answer(self) -> Any:
        """What came of the last order. Raises what was raised there."""
        answer = self._pipe.recv()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def dismiss(self) -> None:
        """Let the process end; what it has made and not written is gone."""
        self._pipe.close()
        os.waitpid(self._process, 0)


@contextmanager
def crew(source: Source, count: int, meter: Meter) -> Iterator[list[Hand]]:
    """As many helping processes as asked for, gone when the block ends."""
    hands: list[Hand] = []
    try:
        for place in range(count):
            hands.append(_hired(source, meter, place + 1, hands))
        yield hands
    finally:
        for hand in hands:
            hand.dismiss()


def _hired(source: Source, meter: Meter, place: int, others: Sequence[Hand]) -> Hand:
    from multiprocessing.connection import Pipe  # most builds need no second process

    ours, theirs = Pipe()
    parent = os.getpid()
    process = os.fork()
    if process:
        theirs.close()
        return Hand(ours, process)
    try:
        ours.close()
        for other in others:
            other._pipe.close()
        _serve(theirs, source, meter, place, parent)
    finally:
        os._exit(0)


def _serve(pipe: Connection, source: Source, meter: Meter, place: int, parent: int) -> None:
    """Take orders until nobody is there to give them."""

    def told() -> None:
        if os.getppid() != parent:
            os._exit(1)  # killed: nothing may be written behind the back of the next build
        meter.add(place)

    desk = Desk(source, told)
    while True:
        try:
            name, given = pipe.recv()
        except EOFError:
            return
        try:
            answer = getattr(desk, name)(*given)
        except Exception as error:
            answer = error
        pipe.send(answer)
