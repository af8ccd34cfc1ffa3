"""From a fixlog.json to every file of its site, rendered and checked; what still stands from the last build is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fixlog import note_links, publishing, reading
from fixlog.cards import Card
from fixlog.crew import Hand, Meter
from fixlog.desk import Desk, Made, Source, piece_key
from fixlog.memory import FORGOTTEN, Known, Memory, Standing
from fixlog.outputs import Output
from fixlog.report import BuildError, Problem
from fixlog.writing import Put


@dataclass(frozen=True)
class Held:
    """What the last build made and can be taken as it stands: its files were not touched since."""

    memory: Memory
    files: frozenset[str]
    published: bytes
    """The fixlog.json as it stands in the output."""


NOTHING_HELD = Held(FORGOTTEN, frozenset(), b"")


class Plan:
    """A build in the making. Desks hold what was rendered; `known` and `standing` say what belongs to what."""

    def __init__(self, source: Source, held: Held) -> None:
        self.source = source
        self.held = held
        self.known: list[Known] = []
        self.standing: dict[str, Standing] = {}
        self.made: list[str] = []
        """Paths that were rendered, and are not held."""
        self._keys = [piece_key(piece) for piece in source.pieces]
        self._old = dict(_held_lines(held, len(publishing.head(source.log))))
        self.todo = [number for number, key in enumerate(self._keys) if key not in self._old]
        """Numbers of the fixes to render."""
        self._lines: list[bytes | memoryview] = []

    def make(self, desk: Desk, hands: Sequence[Hand], meter: Meter) -> None:
        """Render everything that is not held. Raises `BuildError`."""
        self._desk, self._hands = desk, hands
        self._fixes()
        cards = desk.cards([known.row for known in self.known])
        _refuse_repeated(cards)
        self._lists(cards, meter)
        _refuse_shared(self.paths)

    def write(self, out: Path) -> list[Put]:
        """Write what was rendered, each process its own."""
        for hand in self._hands:
            hand.order("write", out, True)
        puts = self._desk.write(out)
        return puts + [put for hand in self._hands for put in hand.answer()]

    @property
    def paths(self) -> list[str]:
        """Every file of the site."""
        of_fixes = [path for known in self.known for path in known.paths]
        return of_fixes + [path for standing in self.standing.values() for path in standing.paths]

    def warnings(self) -> Iterator[str]:
        """What the fixes give cause to say."""
        yield from reading.named_once(field for known in self.known for field in known.left_out)
        for known in self.known:
            yield from known.doubts
        if any(known.links for known in self.known):
            paths = set(self.paths)
            for known in self.known:
                yield from note_links.dead(known.row.id, known.links, paths)

    def dead_anchors(self, page: Callable[[str], bytes]) -> Iterator[str]:
        """Warnings that need the pages themselves, which `page` gives by path."""
        paths = set(self.paths) if any(known.links for known in self.known) else set()
        links = ((known.row.id, link) for known in self.known for link in known.links)
        return note_links.dead_anchors(((fix, link) for fix, link in links if link.path in paths), page)

    def _fixes(self) -> None:
        made = dict(zip(self.todo, self._rendered(), strict=True))
        for number, key in enumerate(self._keys):
            known, line = made[number] if number in made else self._old[key]
            self.known.append(known)
            self._lines.append(line)
        self.made += [path for one in made.values() for path in one.known.paths]

    def _rendered(self) -> list[Made]:
        todo, desks = self.todo, len(self._hands) + 1
        for place, hand in enumerate(self._hands, start=1):
            hand.order("fixes", todo[place::desks])
        shares = [self._desk.fixes(todo[::desks]), *(hand.answer() for hand in self._hands)]
        if problems := [problem for _made, found in shares for problem in found]:
            raise BuildError(problems)
        return [shares[at % desks][0][at // desks] for at in range(len(todo))]

    def _lists(self, cards: Sequence[Card], meter: Meter) -> None:
        outputs = list(self._desk.outputs(self._desk.book(cards, self._published)))
        todo = []
        for output in outputs:
            # Lists are sorted, the published file is not: it changes with the order, too.
            key = _key(output, self._keys if output.name == publishing.PATH else ())
            old = self.held.memory.standing.get(output.name)
            if old and old.key == key and self.held.files.issuperset(old.paths):
                self.standing[output.name] = old
            else:
                todo.append(output)
                self.standing[output.name] = Standing(key, [])
        meter.begin("lists", len(todo))
        for name, paths in self._made(todo).items():
            self.standing[name] = self.standing[name]._replace(paths=paths)
            self.made += paths

    def _made(self, todo: Sequence[Output]) -> dict[str, list[str]]:
        """Make these outputs, the heavy ones shared out; the published fixlog.json here, where the lines are."""
        shares: list[list[Output]] = [[] for _ in range(len(self._hands) + 1)]
        weights = [0] * len(shares)
        for output in sorted(todo, key=lambda one: (one.name != publishing.PATH, -_weight(one))):
            least = 0 if output.name == publishing.PATH else weights.index(min(weights))
            shares[least].append(output)
            weights[least] += _weight(output)
        rows = [known.row for known in self.known]
        for hand, share in zip(self._hands, shares[1:], strict=True):
            hand.order("lists", rows, [output.name for output in share])
        made = {output.name: self._desk.make(output) for output in shares[0]}
        for hand in self._hands:
            made |= hand.answer()
        return made

    def _published(self) -> bytes:
        content = publishing.whole(self.source.log, self._lines)
        self._lines.clear()  # as large again as the file
        return content


def _held_lines(held: Held, start: int) -> Iterator[tuple[str, tuple[Known, memoryview]]]:
    """Of each fix that is held: its key, what is known, and its line in the published fixlog.json."""
    published, stands = memoryview(held.published), held.files.issuperset
    for known in held.memory.known:
        if stands(known.paths):
            yield known.row.key, (known, published[start : start + known.length])
        start += known.length + len(publishing.BETWEEN)


def _key(output: Output, order: Sequence[str]) -> str:
    """Of everything that an output may depend on, besides what all of them do."""
    faces, keys = [card.face for card in output.cards], [card.key for card in output.whole]
    return hashlib.sha256("|".join((*map("".join, (faces, keys, order)), output.told)).encode()).hexdigest()[:32]


def _weight(output: Output) -> int:
    return 1 + len(output.cards) + 4 * len(output.whole)


def _refuse_repeated(cards: Sequence[Card]) -> None:
    """Ids and slugs must differ; `reading.read` says in full which do not."""
    for values in ([card.id for card in cards], [card.slug for card in cards]):
        if len({value.casefold() for value in values}) < len(values):
            raise BuildError([Problem("fixes", "two of them have the same id or slug")])


def _refuse_shared(paths: Sequence[str]) -> None:
    if len(set(paths)) < len(paths):
        twice = sorted({path for path in paths if paths.count(path) > 1})
        raise BuildError([Problem(path, "two pages want to stand here") for path in twice])
