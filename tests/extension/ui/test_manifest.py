"""What the manifest asks for: named marketplaces, nothing else without asking; the same for Chrome and Firefox."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

EXTENSION = Path(__file__).resolve().parents[3] / "extension"


def manifest() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    return read


def adapter_hosts() -> set[str]:
    names = json.loads((EXTENSION / "adapters" / "list.json").read_text(encoding="utf-8"))
    adapters = [json.loads((EXTENSION / "adapters" / name).read_text(encoding="utf-8")) for name in names]
    hosts = {host for adapter in adapters for address in adapter["addresses"] for host in address["hosts"]}
    return hosts - {"*"}  # A shop's own address: only ever by the person's request.


def same_site(host: str, other: str) -> bool:
    return host == other or host.endswith(f".{other}") or other.endswith(f".{host}")


def test_no_site_is_read_that_is_not_named() -> None:
    matches = manifest()["content_scripts"][0]["matches"]
    assert not [match for match in matches if "*://" in match or match.split("/")[2] in {"*", "*.com"}]
    assert "host_permissions" not in manifest()


def test_every_host_of_an_adapter_is_in_the_manifest_and_none_other() -> None:
    matched = {match.split("/")[2].removeprefix("*.") for match in manifest()["content_scripts"][0]["matches"]}
    hosts = {host.removeprefix("*.") for host in adapter_hosts()}
    lacking = {host for host in hosts if not any(same_site(host, one) for one in matched)}
    assert not lacking, f"manifest.json does not match {', '.join(sorted(lacking))}"
    idle = {one for one in matched if not any(same_site(host, one) for host in hosts)}
    assert not idle, f"no adapter reads {', '.join(sorted(idle))}"


def test_nothing_fixes_the_extensions_id_or_breaks_its_loader() -> None:
    assert "key" not in manifest()
    assert all("use_dynamic_url" not in entry for entry in manifest()["web_accessible_resources"])


def test_one_background_serves_both_browsers() -> None:
    background = manifest()["background"]
    assert background["scripts"] == [background["service_worker"]]


def test_pages_cannot_fetch_the_part_that_holds_the_token() -> None:
    shown = manifest()["web_accessible_resources"][0]["resources"]
    assert not [pattern for pattern in shown if pattern.startswith(("background", "options", "desk", "*"))]
