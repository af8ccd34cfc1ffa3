"""The fix log: one fixlog.json in, a folder of static files out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fixlog.building import Progress, build
from fixlog.report import BuildError, BuildReport, Problem
from fixlog.sources import base_url, read

__all__ = [
    "BuildError",
    "BuildReport",
    "Problem",
    "Progress",
    "base_url",
    "build",
    "check",
    "explain",
    "read",
    "serve",
]


def check(folder: Path, theme: Path | None = None) -> list[str]:
    """Every fault of the built site in `folder`, a sentence each; empty when all is well."""
    from fixlog import checking  # a build without a change should not wait for what it does not use

    return checking.check(folder, theme)


def explain(source: Path, theme: Path | None = None) -> tuple[list[str], list[str]]:
    """What would stand in the way of building this fixlog.json, and what the build would warn of."""
    from fixlog import checking

    return checking.explain(source, theme)


def serve(
    folder: Path,
    port: int = 8766,
    source: Path | None = None,
    build: Callable[[], object] = tuple,
    theme: Path | None = None,
) -> None:
    """Serve `folder` on http://127.0.0.1:PORT/ until interrupted, `build` it when `source` or `theme` changes.

    Raises `BuildError`.
    """
    from fixlog import preview

    preview.serve(Path(folder), port, source, build, theme)
