"""`amends site`: build, check and preview the fix log. The one place where the product and the fix log meet."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click  # not rich_click: a build that finds nothing changed would wait for it longer than for anything else

import fixlog

LONG = 500
"""Files from which on a build shows how far it is."""
PHASES = {"reading": "Reading", "fixes": "Fixes", "lists": "Lists", "writing": "Writing", "indexing": "Search index"}
SHOWN = 20
"""Warnings spelt out."""


class Faulty(click.ClickException):
    """The build or the input has faults; they are named."""

    exit_code = 2


@click.group("site")
def command() -> None:
    """Build, check or preview the fix log."""


@command.command("build")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="A fixlog.json; default: the store's, or its running server's.",
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/fixlog"), show_default=True, help="Folder.")
@click.option("--base-url", metavar="URL", help="Address the site will have; default: the one in the fixlog.json.")
@click.option("--skip", type=click.Choice(["search"]), multiple=True, help="Leave out a step.")
@click.option("--theme", type=click.Path(path_type=Path), help="Folder of your own looks and words.")
@click.option("--store", metavar="URL", help="Store URL; default: settings, else tinydb:data/amends.json.")
def build(
    source: Path | None, out: Path, base_url: str | None, skip: tuple[str, ...], theme: Path | None, store: str | None
) -> None:
    """Build the site. Files that did not change are left alone; on a fault nothing is written."""
    data = _read(source) if source else _asked(store)
    try:
        with _progress() as progress:
            report = fixlog.build(data, out, base_url=base_url, skip=skip, theme=theme, progress=progress)
    except fixlog.BuildError as error:
        name = f"{source}: " if source else ""
        raise Faulty(
            "Not built, nothing was written.\n" + "\n".join(name + line for line in str(error).split("\n"))
        ) from None
    _noted(report.warnings)
    print(
        f"{out}: {len(report.written)} files written, {len(report.unchanged)} unchanged, {len(report.removed)} removed."
    )


def _noted(warnings: Sequence[str]) -> None:
    for warning in warnings[:SHOWN]:
        print(f"Note: {warning}", file=sys.stderr)
    if len(warnings) > SHOWN:
        print(f"Note: … and {len(warnings) - SHOWN} more", file=sys.stderr)


def _read(source: Path) -> bytes:
    try:
        return fixlog.read(source)
    except fixlog.BuildError as error:
        raise Faulty(str(error)) from None


def _asked(store: str | None) -> dict[str, Any]:
    from amends.cli.office import office  # a build from a file needs neither store nor server

    with office(store) as api:
        data: dict[str, Any] = api.call("GET", "/fixlog")
    return data


@contextmanager
def _progress() -> Iterator[fixlog.Progress]:
    """Something to call with (phase, done, total): a bar for a long build on a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda phase, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress, TaskID

    tasks: dict[str, TaskID] = {}
    with Progress(console=Console(stderr=True), transient=True) as bar:

        def tell(phase: str, done: int, total: int) -> None:
            if phase not in tasks and total > LONG:
                tasks[phase] = bar.add_task(PHASES[phase], total=total)
            if phase in tasks:
                bar.update(tasks[phase], completed=done)

        yield tell


@command.command("check")
@click.argument("place", metavar="DIR|FILE", type=click.Path(path_type=Path))
@click.option("--theme", type=click.Path(path_type=Path), help="Folder of your own looks and words, checked, too.")
def check(place: Path, theme: Path | None) -> None:
    """Name every fault of a built site, or of a fixlog.json before it is built."""
    faults, notes = (fixlog.check(place, theme), []) if place.is_dir() else fixlog.explain(place, theme)
    _noted(notes)
    for fault in faults:
        print(fault)
    if faults:
        raise SystemExit(2)
    print(f"{place}: no faults found.")


@command.command("serve")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path), default=Path("build/fixlog"))
@click.option("--from", "source", type=click.Path(path_type=Path), help="Build this fixlog.json, too, when it changes.")
@click.option("--base-url", metavar="URL", help="Address for --from; default: the one DIR was built with.")
@click.option("--theme", type=click.Path(path_type=Path), help="Folder of your own looks and words, for --from.")
@click.option("--port", type=click.IntRange(0, 65535), default=8766, show_default=True, help="0 takes a free one.")
def serve(folder: Path, source: Path | None, base_url: str | None, theme: Path | None, port: int) -> None:
    """Preview a built site on this machine; pages reload when it is built again."""
    base = base_url or (_kept_base(folder, source) if source else None)

    def build() -> None:
        if source:
            fixlog.build(fixlog.read(source), folder, base_url=base, theme=theme)

    try:
        fixlog.serve(folder, port, source, build, theme)
    except fixlog.BuildError as error:
        raise Faulty(str(error)) from None


def _kept_base(folder: Path, source: Path) -> str | None:
    """The address the site in `folder` was built for: a preview must not make it one that cannot be published."""
    built, named = fixlog.base_url(folder / "fixlog.json"), fixlog.base_url(source)
    if built and built.rstrip("/") != (named or "").rstrip("/"):
        _noted([f"{folder}: keeps {built}, the address it was built with; --base-url gives another"])
    return built
