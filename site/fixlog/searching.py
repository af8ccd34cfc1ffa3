"""The search index, made by Pagefind of the pages that were written: a step of its own, after everything else.

It stands outside the promise of the same bytes: Pagefind's differ from run to run. So it is made only when a fix's
page changed, aside, and put in place by a rename; a build that is killed meanwhile leaves the old index or none, and
the next one makes it. Without it (or with `--skip search`) the search page is a plain list.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

FOLDER = "pagefind"
"""Below the output folder; whatever is in there is ours."""
ENTRY = f"{FOLDER}/pagefind-entry.json"
PAGE, SCRIPT = "search/index.html", "assets/search.js"
"""Where search is offered, and what offers it; built with `--skip search` the page has a list and no box."""
_DONE = "search"
"""In the cache: the identity of the build that the index belongs to, and what tells the index from others."""
_NEW = "pagefind.new"
_OF_FIXES = "fixes/"
_PAGES = "fixes/**/index.html"
_ITS_OWN_LOOKS = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own search boxes: ours is `assets/search.js`."""
LIMIT = 900
"""Seconds it may take."""


class NoIndex(Exception):
    """The index could not be made; the message says why. The pages stand."""


def is_current(out: Path, cache: Path, identity: str) -> bool:
    """Was the index made by a build of this identity, and is it still there, whole and no other?"""
    try:
        of, _, names = (cache / _DONE).read_text("utf-8", errors="replace").partition("\n")
    except OSError:
        return False
    return of == identity and names == _names(out)


def forget(cache: Path, changing: Iterable[str]) -> None:
    """The index is that of no build any more, from before the first of these paths changes if it is of a fix's page."""
    if any(path.startswith(_OF_FIXES) for path in changing):
        (cache / _DONE).unlink(missing_ok=True)


def index(out: Path, cache: Path, identity: str, changed: Iterable[str], before: str) -> None:
    """Make the index anew if a fix's page is among the `changed` paths, or the last one was not of the build `before`.

    Raises `NoIndex`; then there is none.
    """
    import shutil  # a build that finds nothing changed makes no index

    stale = not is_current(out, cache, before) or any(path.startswith(_OF_FIXES) for path in changed)
    done, new = cache / _DONE, cache / _NEW
    done.unlink(missing_ok=True)
    if stale:
        shutil.rmtree(new, ignore_errors=True)
        try:
            _run(out, new)
            remove(out)
            new.rename(out / FOLDER)
        except OSError as error:
            remove(out)
            raise NoIndex(f"the search index cannot be written: {error.strerror or error}") from None
        except NoIndex:
            remove(out)
            raise
    done.write_text(f"{identity}\n{_names(out)}", "utf-8")


def _names(out: Path) -> str:
    """What tells an index from others: Pagefind names most of its files by what they hold."""
    names = [f"{place}/{name}" for place, _, files in os.walk(out / FOLDER) for name in files]
    above = len(str(out))
    return hashlib.sha256("\n".join(sorted(name[above:] for name in names)).encode()).hexdigest()


def remove(out: Path) -> None:
    """Take the index away; a link of that name is only unlinked."""
    import shutil

    place = out / FOLDER
    if place.is_symlink():
        place.unlink()
    elif place.is_dir():
        shutil.rmtree(place)


def _run(out: Path, target: Path) -> None:
    import subprocess

    try:
        from pagefind_bin import get_executable

        program = str(get_executable())
    except (ImportError, FileNotFoundError):
        raise NoIndex("there is no Pagefind for this machine, so there is no search") from None
    command = [program, "--site", str(out), "--output-path", str(target), "--glob", _PAGES, "--silent"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        raise NoIndex(f"Pagefind was still at work after {LIMIT} seconds, so there is no search") from None
    if done.returncode:
        raise NoIndex(f"Pagefind failed, so there is no search: {' '.join(done.stderr.split())[-300:]}")
    target.mkdir(exist_ok=True)
    for pattern in _ITS_OWN_LOOKS:
        for path in target.glob(pattern):
            path.unlink()
