"""What demo and tests load is what ships, but for Sample Market's adapter and host and hosts granted beforehand."""

from __future__ import annotations

import filecmp
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import demo_extension
import pytest

GRANTED = ("http://127.0.0.1/*",)
REAL = demo_extension.SOURCE


def files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if not any(part.startswith(".") for part in name.split("/"))}


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("granted", [(), GRANTED])
def test_the_manifests_differ_in_sample_market_and_granted_hosts_only(
    extension_copy: Callable[..., Path], granted: tuple[str, ...]
) -> None:
    copied, real = read(extension_copy(granted), "manifest.json"), read(REAL, "manifest.json")
    assert copied["content_scripts"][0]["matches"].pop() == demo_extension.HOST
    assert copied["web_accessible_resources"][0]["matches"].pop() == demo_extension.HOST
    if granted:
        hosts = real.get("host_permissions", [])
        assert copied.pop("host_permissions") == [*hosts, *granted]
        real.pop("host_permissions", None)
    assert copied == real


def test_a_host_the_real_manifest_does_not_ask_for_cannot_be_granted(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the copy may not have it"):
        demo_extension.make(tmp_path / "copy", granted=["<all_urls>"])


def test_the_folders_differ_in_the_sample_adapter_only(extension_copy: Callable[..., Path]) -> None:
    copy = extension_copy()
    assert files(copy) - files(REAL) == {"adapters/sample.json"}
    assert files(REAL) <= files(copy)
    changed = {name for name in files(REAL) if not filecmp.cmp(REAL / name, copy / name, shallow=False)}
    assert changed == {"manifest.json", "adapters/list.json", "adapters/addresses.json"}
    assert read(copy, "adapters/list.json") == [*read(REAL, "adapters/list.json"), "sample.json"]
    assert read(copy, "adapters/addresses.json")[:-1] == read(REAL, "adapters/addresses.json")


def test_what_ships_does_not_know_sample_market() -> None:
    naming = {name for name in files(REAL) if b"sample-market" in (REAL / name).read_bytes().lower()}
    assert not naming, f"{', '.join(sorted(naming))}: Sample Market belongs to demo/, not to what ships"
