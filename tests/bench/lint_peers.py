"""Our lint beside other prose linters on the same drafts of about 100 words: what each takes, and what it finds.

Run: python tests/bench/lint_peers.py [--count 300] [--folder DIR]. Peers come from PyPI and npm into the folder, a
throwaway one unless named; one that cannot be had is named and left out. They look for other things: style and
grammar, not whether a customer is answered.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lint_times import pair
from percentiles import table_row

from amends.linting import lint, warm

COUNT = 300
PATIENCE = 300
"""Seconds an installation or a run of a peer may take."""
_MOST_TOLD = 4


@dataclass(frozen=True)
class Peer:
    """Another linter: what installs it, and a program that reads drafts as JSON and prints times and what was found."""

    name: str
    package: str
    program: str
    npm: bool = False


_PYTHON = """
import json, sys, time
drafts = json.load(sys.stdin)
{load}
for draft in drafts[:20]:
    found(draft)
told = []
for draft in drafts:
    start = time.perf_counter()
    names = found(draft)
    told.append(((time.perf_counter() - start) * 1000, names))
print(json.dumps(told))
"""
_NODE = """
const drafts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
(async () => {{
  {load}
  for (const draft of drafts.slice(0, 20)) await found(draft);
  const told = [];
  for (const draft of drafts) {{
    const start = performance.now();
    const names = await found(draft);
    told.push([performance.now() - start, names]);
  }}
  console.log(JSON.stringify(told));
  process.exit(0);
}})();
"""
PEERS = (
    Peer(
        "proselint", "proselint==0.16.0",
        _PYTHON.format(load="""
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
found = lambda draft: [one.check_result.check_path for one in LintFile("draft.md", draft).lint()]
"""),
    ),
    Peer(
        "write-good", "write-good@1.0.8",
        _NODE.format(load="""
  const writeGood = require('write-good');
  const found = (draft) => writeGood(draft).map((one) => one.reason.replace(/^"[^"]*" /, ''));
"""),
        npm=True,
    ),
    Peer(
        "harper (compiled)", "harper-py==0.2.0",
        _PYTHON.format(load="""
import harper
linter = harper.Linter()
kind = lambda one: str(getattr(one, "lint_kind", None) or getattr(one, "kind", None) or "found")
found = lambda draft: [kind(one) for one in linter.lint(draft, language="plaintext")]
"""),
    ),
)  # fmt: skip
Told = list[tuple[float, list[str]]]
"""For each draft the milliseconds, and the names of what was found."""


def installed(peer: Peer, folder: Path) -> list[str]:
    """The command that runs a peer's program; installs it first where the folder does not have it."""
    home = folder / peer.package.replace("=", "-").replace("@", "-")
    if peer.npm:
        node, npm = shutil.which("node"), shutil.which("npm")
        if not node or not npm:
            raise OSError("there is no node and npm")
        if not (home / "node_modules").is_dir():
            home.mkdir(exist_ok=True)
            _run([npm, "install", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix", str(home), peer.package])
        (home / "run.cjs").write_text(peer.program, encoding="utf-8")
        return [node, str(home / "run.cjs")]
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        _run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", peer.package])
    return [str(python), "-c", peer.program]


def _run(command: list[str], given: str = "") -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise OSError((done.stderr.strip() or f"ended with {done.returncode}").splitlines()[-1][:200])
    return done.stdout


def told_by(peer: Peer, folder: Path, drafts: list[str]) -> Told:
    """What a peer took and found."""
    told: Told = json.loads(_run(installed(peer, folder), json.dumps(drafts)))
    return told


def told_by_us(count: int) -> tuple[list[str], Told]:
    """The drafts, and what our own lint took and found beside their reviews."""
    warm()
    chance, drafts, told = random.Random(7), [], []
    for number in range(-20, count):
        draft, review = pair(chance)
        start = time.perf_counter()
        findings = lint(draft, review=review).findings
        if number >= 0:
            drafts.append(draft)
            told.append(((time.perf_counter() - start) * 1000, [one.rule for one in findings]))
    return drafts, told


def tell(name: str, told: Told) -> None:
    """Print a linter's times, and what it found most."""
    print(table_row(name, [taken for taken, _names in told]))
    counts = Counter(name for _taken, names in told for name in names)
    most = ", ".join(f"{name} {number}" for name, number in counts.most_common(_MOST_TOLD)) or "nothing"
    print(f"  {'':18} {counts.total() / len(told):.1f} findings a draft: {most}")


def main() -> None:
    """Print ours, then each peer's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--folder", type=Path, help="where peers are installed, and stay")
    given = parser.parse_args()
    print(f"lint of {given.count} drafts of about 100 words, elapsed, each linter warm in one process of its own")
    drafts, ours = told_by_us(given.count)
    tell("ours, with review", ours)
    with tempfile.TemporaryDirectory() as throwaway:
        folder = given.folder or Path(throwaway)
        folder.mkdir(parents=True, exist_ok=True)
        for peer in PEERS:
            try:
                tell(peer.name, told_by(peer, folder, drafts))
            except (OSError, ValueError, subprocess.SubprocessError) as error:
                print(f"  {peer.name:18} left out: {error}")


if __name__ == "__main__":
    main()
