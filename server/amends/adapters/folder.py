"""The extension's folder of adapters, as this machine has it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from amends.shipped import extension_folder


def adapter_folder() -> Path:
    """Where the adapters that ship are."""
    return extension_folder() / "adapters"


def shipped() -> list[dict[str, Any]]:
    """All adapters that ship, in the order in which they are asked."""
    folder = adapter_folder()
    names: list[str] = json.loads((folder / "list.json").read_text("utf-8"))
    return [json.loads((folder / name).read_text("utf-8")) for name in names]


@cache
def shipped_ids() -> frozenset[str]:
    """The ids of those that ship: only a maintainer gives the team others in their place."""
    names: list[str] = json.loads((adapter_folder() / "list.json").read_text("utf-8"))
    return frozenset(name.removesuffix(".json") for name in names)


@cache
def shipped_hosts() -> frozenset[str]:
    """The hosts of those that ship, as they name them; not "*", which is everybody's."""
    known: list[dict[str, Any]] = json.loads((adapter_folder() / "addresses.json").read_text("utf-8"))
    hosts = {host for one in known for address in one["addresses"] for host in address["hosts"]}
    return frozenset(hosts - {"*"})


@cache
def table() -> dict[str, Any]:
    """What an adapter is made of: the JSON inside shape-table.js."""
    text = (adapter_folder() / "shape-table.js").read_text("utf-8")
    found: dict[str, Any] = json.loads(text[text.index("{", text.index("TABLE =")) : text.rindex("}") + 1])
    return found
