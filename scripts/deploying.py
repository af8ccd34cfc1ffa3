"""Find what the tests of `deploy/` publish with: rsync, rclone and nginx; fetch Debian's where they are missing.

nginx is only unpacked under build/, never installed: Debian's package would start a server on port 80.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import debian

UNPACKED = Path(__file__).resolve().parent.parent / "build" / "debian"
INSTALLED = ("rsync", "rclone")


def find(program: str) -> str | None:
    """The path of rsync, rclone or nginx; None where there is none."""
    unpacked = UNPACKED / "usr" / "sbin" / program
    return (
        shutil.which(program)
        or shutil.which(program, path="/usr/sbin")
        or (str(unpacked) if unpacked.exists() else None)
    )


def ensure() -> dict[str, str | None]:
    """The path of each, after fetching what is missing where that is possible."""
    missing = [name for name in INSTALLED if find(name) is None]
    if debian.is_ours():
        if missing:
            print(f"deploying: installing {', '.join(missing)} with apt-get", flush=True)
            debian.install(*missing)
        if find("nginx") is None:
            _unpack("nginx")
    return {name: find(name) for name in (*INSTALLED, "nginx")}


def _unpack(package: str) -> None:
    print(f"deploying: unpacking Debian's {package} into {UNPACKED}", flush=True)
    UNPACKED.mkdir(parents=True, exist_ok=True)
    debian.run(["apt-get", "update", "-qq"], debian.LIMIT)
    done = subprocess.run(
        ["apt-get", "download", "-qq", package], cwd=UNPACKED, timeout=debian.LIMIT, check=False, capture_output=True
    )
    if done.returncode == 0:
        for archive in UNPACKED.glob(f"{package}_*.deb"):
            debian.run(["dpkg", "-x", str(archive), str(UNPACKED)], debian.LIMIT)
            archive.unlink()


if __name__ == "__main__":
    for name, path in ensure().items():
        print(f"deploying: {name}: {path or 'none; its test will be skipped'}")
