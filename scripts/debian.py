"""What `chromium.py`, `firefox.py` and other finders ask of a bare Debian: its packages, as root, within a limit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

LIMIT = 600
"""Seconds an installation may take."""


def is_ours() -> bool:
    """May packages be installed here: is this root on a system with apt-get?"""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install these packages; whether that worked is seen by whoever looks for what they bring."""
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run(["apt-get", "update", "-qq"], LIMIT)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], LIMIT, quiet=True)


def run(command: list[str], limit: float, *, quiet: bool = False) -> bool:
    """Did the command end well within `limit` seconds? What it prints goes to standard error."""
    out = subprocess.DEVNULL if quiet else sys.stderr
    try:
        return subprocess.run(command, stdout=out, stderr=out, timeout=limit, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
