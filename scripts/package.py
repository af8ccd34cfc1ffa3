"""Make dist/: the extension as a zip and the wheel, the same bytes each time from the same files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
DATE = (2026, 1, 1, 0, 0, 0)
EPOCH = "1767225600"
"""The date every packed file bears, as the zip and as the wheel say it: clocks must not change the bytes."""


def zip_extension(source: Path, target: Path) -> list[str]:
    """Pack the extension's folder, files in the order of their names; gives the names."""
    names = sorted(
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(source).parts)
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in names:
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            packed.writestr(entry, (source / name).read_bytes())
    return names


def build_wheel() -> None:
    """The wheel of server, site and extension, by hatchling."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(DIST)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}, check=True)


def main() -> int:
    """Pack both and name them."""
    version = json.loads((ROOT / "extension" / "manifest.json").read_text())["version"]
    target = DIST / f"amends-extension-{version}.zip"
    names = zip_extension(ROOT / "extension", target)
    print(f"{target.relative_to(ROOT)}: {len(names)} files, {target.stat().st_size} bytes")
    build_wheel()
    return 0


if __name__ == "__main__":
    sys.exit(main())
