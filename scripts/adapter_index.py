"""Write extension/adapters/addresses.json: whose page an address is, told without fetching every adapter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "extension" / "adapters"
INDEX = "addresses.json"


def index(folder: Path = FOLDER) -> str:
    """The index of the adapters that list.json names, in its order: one a line, so that changes are easily read."""
    names: list[str] = json.loads((folder / "list.json").read_text(encoding="utf-8"))
    lines = [json.dumps(_known(json.loads((folder / name).read_text(encoding="utf-8")))) for name in names]
    return "[\n  " + ",\n  ".join(lines) + "\n]\n"


def _known(adapter: dict[str, Any]) -> dict[str, Any]:
    return {"id": adapter["id"], "addresses": adapter["addresses"]}


if __name__ == "__main__":
    (FOLDER / INDEX).write_text(index(), encoding="utf-8")
    print(f"{FOLDER / INDEX} is written anew.")
