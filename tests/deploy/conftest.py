"""A built fix log, and the commands of `deploy/README.md` as they stand there."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import fixlog

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
DEMO = json.loads((ROOT / "demo" / "fixlog.json").read_text(encoding="utf-8"))
Run = Callable[..., str]


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with the demo's fix log in build/fixlog, as after `amends site build`."""
    fixlog.build(DEMO, tmp_path / "build" / "fixlog", base_url="http://127.0.0.1/")
    return tmp_path


@pytest.fixture
def documented(tmp_path: Path) -> Run:
    """`documented("rsync", TARGET="…")` runs that command of the README with these variables, and gives its output."""
    readme = (DEPLOY / "README.md").read_text(encoding="utf-8")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "RCLONE_", "AMENDS_"))}
    commands = dict(re.findall(r"^ *```sh (\w+)\n *(.+?)\n *```$", readme, re.MULTILINE | re.DOTALL))

    def run(name: str, **variables: str) -> str:
        done = subprocess.run(
            ["sh", "-euc", commands[name]], cwd=tmp_path, env={**plain, **variables},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
