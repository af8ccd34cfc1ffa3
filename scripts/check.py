"""Run the checks (all, or those named) two at a time and say of each how it went; exit 1 when one failed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import node

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS: dict[str, list[str]] = {
    "mypy": [f"{BIN}/mypy"],
    "lint": [sys.executable, "scripts/node.py", "npm", "run", "--silent", "lint"],
    "types": [sys.executable, "scripts/node.py", "npm", "run", "--silent", "types"],
    "imports": [f"{BIN}/lint-imports"],
    "format": [f"{BIN}/ruff", "format", "--check", "."],
    "ruff": [f"{BIN}/ruff", "check", "."],
}
"""Name → command, the slowest first."""
LIMIT = 300
"""Seconds one check may take."""


class Outcome(NamedTuple):
    """How one check went; `told` is all it printed."""

    name: str
    passed: bool
    seconds: float
    told: str


def run(name: str) -> Outcome:
    """One check."""
    started = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": f"server{os.pathsep}site", "NO_COLOR": "1"}
    try:
        done = subprocess.run(
            CHECKS[name], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=LIMIT, check=False
        )
        passed, told = done.returncode == 0, done.stdout + done.stderr
    except subprocess.TimeoutExpired:
        passed, told = False, f"still running after {LIMIT} seconds"
    return Outcome(name, passed, time.monotonic() - started, told.strip())


def main(names: list[str]) -> int:
    """Run the named checks, all where none is named."""
    if unknown := set(names) - set(CHECKS):
        print(f"no such check: {', '.join(sorted(unknown))}; there are: {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    names = names or list(CHECKS)
    if {"lint", "types"} & set(names):
        _prepare_node()
    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = [_told(outcome) for outcome in pool.map(run, names)]
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _prepare_node() -> None:
    """Install the npm packages once, before two checks would do it at the same time."""
    try:
        node.modules()
    except node.NoNode as error:
        print(f"node: {error}", file=sys.stderr)


def _told(outcome: Outcome) -> Outcome:
    print(f"{'ok    ' if outcome.passed else 'FAILED'} {outcome.name} ({outcome.seconds:.1f} s)", flush=True)
    if not outcome.passed:
        print(outcome.told, flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
