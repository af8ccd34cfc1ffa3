"""Run the measurements of tests/bench (all, or those named) one after the other, so that none disturbs another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "bench"
BENCHES: dict[str, list[str]] = {
    "kills": ["kills.py", "--kills", "200"],
    "server-kills": ["server_kills.py", "--kills", "200"],
    "store": ["store_times.py"],
    "match-quality": ["match_quality.py"],
    "match-times": ["match_times.py"],
    "pattern-quality": ["pattern_quality.py"],
    "lint": ["lint_times.py"],
    "lint-peers": ["lint_peers.py"],
    "rule-precision": ["rule_precision.py"],
    "rule-recall": ["rule_recall.py"],
    "triage": ["triage_quality.py"],
    "triage-times": ["triage_times.py"],
    "draft-times": ["draft_times.py"],
    "api-times": ["api_times.py"],
    "draft-variety": ["draft_variety.py"],
    "draft-clean": ["draft_clean.py"],
    "details-quality": ["details_quality.py"],
    "language-quality": ["language_quality.py"],
    "site-lighthouse": ["site_lighthouse.py"],
    "site-speed": ["site_speed.py"],
    "site-search": ["site_search.py"],
    "page-weight": ["page_weight.py"],
    "unknown-quality": ["unknown_quality.py"],
    "worth-posting": ["worth_posting/count.py"],
}
"""Name → file of tests/bench, and its arguments."""


def run(name: str) -> bool:
    """One measurement, told as it goes; did it end well?"""
    file, *arguments = BENCHES[name]
    print(f"== {name}", flush=True)
    environ = {**os.environ, "PYTHONPATH": f"server{os.pathsep}site"}
    command = [sys.executable, str(FOLDER / file), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode == 0


def main(names: list[str]) -> int:
    """Run the named measurements, all where none is named; 1 when one failed."""
    if unknown := set(names) - set(BENCHES):
        print(f"no such measurement: {', '.join(sorted(unknown))}; there are: {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    ended_well = [run(name) for name in names or BENCHES]
    return 0 if all(ended_well) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
