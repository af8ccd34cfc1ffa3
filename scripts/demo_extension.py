"""Copy the extension for demo and tests, adding Sample Market's adapter and host and nothing else.

What ships never names the sample marketplace, and what is tried must be what ships: test_manifest_copy.py holds the
copy to that. It may also have, as granted, hosts the real manifest asks for optionally, because no test can press the
browser's own permission prompt.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import adapter_index

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "extension"
ADAPTER = ROOT / "demo" / "sample.json"
TARGET = ROOT / "build" / "demo-extension"
HOST = "http://sample-market.localhost/*"


def make(target: Path = TARGET, *, granted: Sequence[str] = (), source: Path = SOURCE) -> Path:
    """The copy's folder, made anew. `granted` are hosts the real manifest must ask for optionally."""
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*"))
    shutil.copyfile(ADAPTER, target / "adapters" / ADAPTER.name)
    _rewrite(target / "adapters" / "list.json", _listed)
    (target / "adapters" / adapter_index.INDEX).write_text(adapter_index.index(target / "adapters"), encoding="utf-8")
    _rewrite(target / "manifest.json", lambda manifest: _with_hosts(manifest, granted))
    return target


def _listed(adapters: list[str]) -> list[str]:
    return [*adapters, ADAPTER.name]


def _with_hosts(manifest: dict[str, Any], granted: Sequence[str]) -> dict[str, Any]:
    if strange := set(granted) - set(manifest["optional_host_permissions"]):
        raise ValueError(f"the real manifest does not ask for {', '.join(sorted(strange))}: the copy may not have it")
    manifest["content_scripts"][0]["matches"].append(HOST)
    manifest["web_accessible_resources"][0]["matches"].append(HOST)
    if granted:
        manifest["host_permissions"] = [*manifest.get("host_permissions", ()), *granted]
    return manifest


def _rewrite(path: Path, change: Any) -> None:
    path.write_text(json.dumps(change(json.loads(path.read_text(encoding="utf-8"))), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    print(make(granted=sys.argv[1:]))
