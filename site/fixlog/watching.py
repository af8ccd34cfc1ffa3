"""What a preview watches: the fixlog.json, built again when it changes, and the site, which browsers then reload."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

from fixlog import cache, fingerprint
from fixlog.report import BuildError

EVERY = 0.3
"""Seconds between two looks."""
Build = Callable[[], object]
State = tuple[object, ...] | None
"""What tells a file, and the theme, from what stood there before; None where the file is gone."""


class Watch:
    """Looks at `source`, `theme` and the cache of `folder` until the process ends; `changes` counts builds it saw."""

    def __init__(self, folder: Path, source: Path | None, build: Build, theme: Path | None = None) -> None:
        self._theme = theme
        self._cache, self._source, self._build = cache.folder_of(folder.absolute()), source, build
        self._seen = (self._state(), cache.signature(self._cache))
        self._news = threading.Condition()
        self.changes = 0

    def start(self) -> None:
        """Look from now on, beside what else is done."""
        threading.Thread(target=self._look, daemon=True).start()

    def wait(self, seen: int, seconds: float) -> int:
        """The number of changes, as soon as it is not `seen` any more, or after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self.changes != seen, seconds)
            return self.changes

    def _look(self) -> None:
        pause = threading.Event()
        while not pause.wait(EVERY):
            self.look()

    def look(self) -> None:
        """Build if the source changed, and tell everybody who waits if the site did."""
        state = self._state()
        if state != self._seen[0]:
            state = self._built(state)
        signature = cache.signature(self._cache)
        if signature != self._seen[1]:
            with self._news:
                self.changes += 1
                self._news.notify_all()
        self._seen = (state, signature)

    def _built(self, state: State) -> State:
        """Build; the state of the source then, which is none where it went away: some editors save so."""
        if state is None:
            self._say(f"{self._source}: is not there; the site stays as it is until it is back.")
            return None
        try:
            self._build()
        except BuildError as error:
            self._say(f"Not built, the site stays as it is.\n{error}")
            return state if self._state() else None
        except Exception as error:  # a thread that ended would watch nothing, and nobody would know
            self._say(f"Not built, the site stays as it is: {type(error).__name__}: {error}")
        return state

    @staticmethod
    def _say(what: str) -> None:
        print(what, file=sys.stderr, flush=True)

    def _state(self) -> State:
        try:
            status = self._source.stat() if self._source else None
        except OSError:
            return None
        return (status.st_ino, status.st_mtime_ns, status.st_size, self._look_of_theme()) if status else None

    def _look_of_theme(self) -> bytes:
        try:
            return fingerprint.folder(self._theme)
        except OSError:  # a file went away while it was looked at: the next look tells
            return b""
