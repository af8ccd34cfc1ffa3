"""A build that has something to do: the plan is made and checked, and then every process writes what it has made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from fixlog import cache, memory, publishing, reading, render, searching, theme_faults, writing
from fixlog import theme as themes
from fixlog.alone import Busy, alone
from fixlog.building import Progress, quiet
from fixlog.cache import Built
from fixlog.crew import Hand, Meter, crew, helpers
from fixlog.desk import Desk, Source
from fixlog.memory import Memory
from fixlog.model import FixLog
from fixlog.planning import NOTHING_HELD, Held, Plan
from fixlog.report import BuildError, BuildReport, Problem
from fixlog.wording import Wording, wording


class Overtaken(Exception):
    """Another build wrote into the folder while this one was planned."""


class Order(NamedTuple):
    """What is to be built, and where."""

    raw: bytes
    out: Path
    base_url: str | None
    skip: Sequence[str]
    settings: str
    """Everything but the fixlog.json that the site depends on."""
    identity: str
    theme: Path | None = None


class Last(NamedTuple):
    """What the last build left, which of its files were not touched since, and how its memory is known again."""

    built: Built
    untouched: Callable[[], Sequence[bool]]
    seen: tuple[int, int] | None


def build(order: Order, last: Last, progress: Progress) -> BuildReport:
    """Build what changed since the last build. Raises `BuildError` and `Overtaken`."""
    try:
        _refuse_folder(order.out, last.built)
        progress("reading", 0, 1)
        source, warnings = _read(order.raw, order.base_url, order.skip, order.theme)
        progress("reading", 1, 1)
        base = hashlib.sha256(order.settings.encode() + source.own).hexdigest()
        plan = Plan(source, _held(order.out, last, base))
        meter = Meter(progress, len(plan.todo))
        with crew(source, helpers(len(plan.todo)), meter) as hands, closing(Desk(source, meter)) as desk:
            _made(plan, desk, hands, meter, order)
            warnings += [*_warnings(source.log, source.say), *plan.warnings()]
            with _alone(order.out):
                return _write(plan, order, last, base, warnings, meter)
    except OSError as error:
        raise BuildError([Problem(str(order.out), f"cannot be written: {error.strerror or error}")]) from error


def planned(
    raw: bytes, base_url: str | None, skip: Sequence[str], theme: Path | None = None
) -> tuple[dict[str, bytes], list[str]]:
    """Every file of the site by path, and warnings. Raises `BuildError`."""
    source, warnings = _read(raw, base_url, skip, theme)
    plan, meter = Plan(source, NOTHING_HELD), Meter(quiet, len(source.pieces))
    with closing(Desk(source, meter)) as desk:
        _made(plan, desk, [], meter, Order(raw, Path(), base_url, skip, "", ""))
        warnings += [*_warnings(source.log, source.say), *plan.warnings(), *plan.dead_anchors(desk.made.__getitem__)]
        return dict(desk.made), warnings


def _read(raw: bytes, base_url: str | None, skip: Sequence[str], theme: Path | None) -> tuple[Source, list[str]]:
    if theme:
        themes.refuse(theme)
        theme_faults.refuse(theme)
        render.environment.cache_clear()  # a preview builds many times, and its theme is what changes
    try:
        rest, pieces, own = reading.split(raw)
        log, warnings = reading.read(rest, base_url=base_url)
    except BuildError:
        reading.read(reading.whole(raw), base_url=base_url)  # tells every fault there is
        raise
    warnings += theme_faults.notes(theme) if theme else ()
    return Source(own, log, pieces, wording(log.site.language, theme), skip), warnings


def _made(plan: Plan, desk: Desk, hands: list[Hand], meter: Meter, order: Order) -> None:
    try:
        plan.make(desk, hands, meter)
    except BuildError:
        reading.read(reading.whole(order.raw), base_url=order.base_url)
        raise


def _held(out: Path, last: Last, base: str) -> Held:
    """What of the last build can be taken as it stands."""
    if last.built.base != base:
        return NOTHING_HELD
    known = memory.recalled(cache.folder_of(out), last.built)
    files = frozenset(path for path, same in zip(last.built.paths, last.untouched(), strict=True) if same)
    return Held(known, files, (out / publishing.PATH).read_bytes()) if publishing.PATH in files else NOTHING_HELD


def _refuse_folder(out: Path, built: Built) -> None:
    if not built.paths and not cache.coming(cache.folder_of(out)) and not writing.may_take(out):
        raise BuildError([Problem(str(out), "it holds files of someone else; choose an empty folder or a new one")])


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    folder = cache.folder_of(out)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with alone(folder / "lock"):
            yield
    except Busy:
        raise BuildError([Problem(str(out), "another build has been writing here for a minute; try again")]) from None


def _write(plan: Plan, order: Order, last: Last, base: str, warnings: list[str], meter: Meter) -> BuildReport:
    out, folder = order.out, cache.folder_of(order.out)
    if cache.signature(folder) != last.seen:
        raise Overtaken
    paths, announced = plan.paths, cache.coming(folder)
    owned = {*last.built.paths, *announced} | set([] if last.built.paths else writing.left_over(out, paths))
    writing.refuse_places(out, plan.made)
    cache.announce(folder, sorted({*announced, *plan.made}))
    gone = sorted(owned.difference(paths))
    searching.forget(folder, (*plan.made, *gone))
    out.mkdir(parents=True, exist_ok=True)
    meter.begin("writing", len(plan.made))
    puts = plan.write(out)
    warnings += plan.dead_anchors(lambda path: (out / path).read_bytes())
    removed = [path for path in gone if writing.remove(out, path)]
    for path in announced:
        writing.tidy(out, path)
    known = dict(zip(last.built.paths, zip(last.built.sizes, last.built.times, strict=True), strict=True))
    known |= {put.path: (put.size, put.time) for put in puts}
    sizes, times = ([known[path][at] for path in paths] for at in (0, 1))
    built = Built(order.identity, base, warnings, paths, sizes, times)
    cache.keep(folder, built, memory.kept(Memory(order.identity, plan.known, plan.standing)))
    written = {put.path for put in puts if put.written}
    unchanged = tuple(path for path in paths if path not in written)
    return BuildReport(tuple(sorted(written)), unchanged, tuple(removed), tuple(warnings))


def _warnings(log: FixLog, say: Wording) -> Iterator[str]:
    if not log.site.base_url:
        yield (
            "site.base_url is not set: there is no sitemap.xml, and the links of feed.xml and 404.html are relative;"
            " give --base-url before you publish"
        )
    if say.language.split("-")[0] != log.site.language.split("-")[0].lower():
        yield f"site.language: the site's own words are not yet there in {log.site.language!r}, so they are English"
