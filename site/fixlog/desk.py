"""One process's part of a build: it reads and renders its share, and keeps the bytes until they may be written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from fixlog import markdown, note_links, publishing, reading, writing
from fixlog.book import Book
from fixlog.cards import Card, Row, newest_first
from fixlog.memory import Known
from fixlog.model import Fix, FixLog
from fixlog.note_links import NOTES
from fixlog.outputs import OF_A_FIX, OF_THE_SITE, STEPS, File, Output
from fixlog.report import BuildError, Problem
from fixlog.spool import Spool
from fixlog.views import FixView, Notes
from fixlog.wording import Wording

AT_ONCE = 50
"""Fixes that go through each step together: a processor is faster at the same thing again."""
Told = Callable[[], None]
"""Called after each piece of work."""


class Source(NamedTuple):
    """A fixlog.json whose own part was read; each fix is still a piece of JSON."""

    own: bytes
    """The site's own part as it was written."""
    log: FixLog
    """The same, read; without fixes."""
    pieces: Sequence[reading.Piece]
    say: Wording
    skip: Sequence[str]


class Made(NamedTuple):
    """A fix that was rendered: what is to be remembered of it, and its line in the published fixlog.json."""

    known: Known
    line: bytes


@dataclass
class _Begun:
    """A fix in the making: the files it has so far."""

    number: int
    left_out: list[str]
    doubts: list[str]
    view: FixView
    files: list[File] = field(default_factory=list)


class Desk:
    """Does one share of a build. All it answers can be sent from one process to another."""

    def __init__(self, source: Source, told: Told) -> None:
        self.source = source
        self.told = told
        self.made = Spool()
        self._numbers: dict[str, int] = {}

    def close(self) -> None:
        """Forget what was made."""
        self.made.close()

    def fixes(self, numbers: Sequence[int]) -> tuple[list[Made], list[Problem]]:
        """Read and render these fixes; what was wrong with those that could not be."""
        book = self.book((), bytes)
        made: list[Made] = []
        problems: list[Problem] = []
        for at in range(0, len(numbers), AT_ONCE):
            ends = list(self._read(numbers[at : at + AT_ONCE], problems))
            for of_fix in OF_A_FIX:
                for one in ends:
                    try:
                        one.files += of_fix(one.view, book)
                    except BuildError as error:
                        problems += error.problems
            made += [self._kept(one, book) for one in ends]
        return made, problems

    def lists(self, rows: Sequence[Row], names: Sequence[str]) -> dict[str, list[str]]:
        """Render these outputs of the site; the paths each has made."""
        wanted = set(names)
        outputs = self.outputs(self.book(self.cards(rows), bytes))
        return {output.name: self.make(output) for output in outputs if output.name in wanted}

    def write(self, out: Path, backwards: bool = False) -> list[writing.Put]:
        """Write what was made here; `backwards`, so that two processes are seldom busy in one folder."""
        order = sorted(self.made, key=lambda path: (path != publishing.PATH, path), reverse=backwards)
        return list(writing.put(out, ((path, self.made[path]) for path in order), self.told))

    def cards(self, rows: Sequence[Row]) -> list[Card]:
        """Every fix's card, newest first; `rows` stand in the order of the fixlog.json."""
        cards = [Card.of(row, self.source.say) for row in rows]
        self._numbers = {card.id: number for number, card in enumerate(cards)}
        return newest_first(cards)

    def book(self, cards: Sequence[Card], published: Callable[[], bytes]) -> Book:
        """What outputs are made from."""
        log = self.source.log
        searchable = "search" not in self.source.skip
        return Book(log.site, log.praise, self.source.say, cards, self._view, published, searchable)

    def outputs(self, book: Book) -> Iterator[Output]:
        """Every output of the site, not yet made."""
        steps = [step for name, step in STEPS.items() if name not in self.source.skip]
        for outputs in (*OF_THE_SITE, *steps):
            yield from outputs(book)

    def make(self, output: Output) -> list[str]:
        """Render an output; its paths."""
        files = dict(output.make())
        self.made.take(files.items())
        self.told()
        return list(files)

    def _view(self, card: Card) -> FixView:
        number = self._numbers[card.id]
        return _view(reading.one(self.source.pieces[number])[0], number, self.source.say)

    def _read(self, numbers: Sequence[int], problems: list[Problem]) -> Iterator[_Begun]:
        read = []
        for number in numbers:
            try:
                read.append((number, *reading.one(self.source.pieces[number], self.source.log.site.language)))
            except BuildError as error:
                problems += error.problems
        for number, fix, left_out, doubts in read:
            try:
                yield _Begun(number, left_out, doubts, _view(fix, number, self.source.say))
            except BuildError as error:
                problems += error.problems

    def _kept(self, one: _Begun, book: Book) -> Made:
        view, piece = one.view, self.source.pieces[one.number]
        self.made.take(one.files)
        line = publishing.line(view.fix)
        row = Row(piece_key(piece), *view.card[1:])
        base = urlsplit(book.site.base_url or "/").path
        links = list(note_links.of_fix(view, base, book.site.language))
        self.told()
        paths = [path for path, _ in one.files]
        return Made(Known(row, one.left_out, one.doubts, links, len(line), paths), line)


def piece_key(piece: reading.Piece) -> str:
    """What tells a fix from another: the bytes it is written in."""
    return hashlib.sha256(piece).hexdigest()[:32]


def _view(fix: Fix, number: int, say: Wording) -> FixView:
    problems: list[Problem] = []
    notes = []
    for name in NOTES:
        try:
            notes.append(markdown.render(getattr(fix, name) or ""))
        except markdown.Tangled as error:
            problems.append(Problem(f"fixes[{number}].{name} (fix {fix.id!r})", str(error)))
    if problems:
        raise BuildError(problems)
    return FixView(fix, Notes(*notes), say)
