"""What an adapter is made of as JSON Schema, for the description of the API."""

from __future__ import annotations

from typing import Any

from amends.adapters.folder import table

_POSITIVE = {"type": "number", "exclusiveMinimum": 0}


def json_schema() -> dict[str, Any]:
    """The schema of an adapter; of the objects inside it says what they hold, and `faults_of` tells the rest."""
    parts: dict[str, str] = table()["objects"]["adapter"]
    return {
        "type": "object",
        "properties": {key: _schema(wanted.removesuffix("!")) for key, wanted in parts.items()},
        "required": [key for key, wanted in parts.items() if wanted.endswith("!")],
        "additionalProperties": False,
    }


def _schema(wanted: str) -> dict[str, Any]:
    if wanted[0] == "[":
        return {"type": "array", "minItems": 1, "maxItems": table()["longest_list"], "items": _schema(wanted[1:-1])}
    if "|" in wanted:
        return {"anyOf": [_schema(kind) for kind in wanted.split("|")]}
    if parts := table()["objects"].get(wanted):
        return {"type": "object", "description": f"{wanted}: {', '.join(parts)}"}
    return _POSITIVE if wanted == "positive" else _words(wanted)


def _words(kind: str) -> dict[str, Any]:
    if words := table()["words"].get(kind):
        pattern = f"^(?:{words['pattern']})$"
        return {"type": "string", "maxLength": words["longest"], "pattern": pattern, "description": words["say"]}
    longest = table()["selector" if kind == "selector" else "pattern"]["longest"]
    return {"type": "string", "minLength": 1, "maxLength": longest, "description": table()["say"][kind]}
