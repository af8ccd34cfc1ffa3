"""A record as the JSON document that is kept, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

import orjson
from pydantic import ValidationError

from amends.records import Stored
from amends.stores.base import StoreError

R = TypeVar("R", bound=Stored)
Document = Mapping[str, Any]


class Kept(NamedTuple):
    """A record in its two forms; neither shares anything with what the caller gave."""

    document: dict[str, Any]
    record: Stored

    @property
    def collection(self) -> str:
        return self.record.collection


def keep(record: Stored) -> Kept:
    """The record as it will be read back; `StoreError` when JSON cannot hold it, which concerns this record alone."""
    unknown = {name: None for name, value in (record.model_extra or {}).items() if value is None}
    try:
        # As deep as it will stand in the file, so that a whole file never fails for one record.
        document = orjson.loads(orjson.dumps({"": {"": {**record.dump(), **unknown}}}))[""][""]
        return Kept(document, type(record).model_validate_json(orjson.dumps(document)))
    except (ValueError, TypeError, RecursionError) as error:
        raise StoreError(f"{_name(record.collection, record.id)} cannot be kept as JSON: {_reason(error)}") from None


def record_of(kind: type[R], document: Document, id: str) -> R:
    """The record of a kept document; `StoreError` that names it when it is not valid."""
    try:
        return kind.model_validate_json(orjson.dumps(document))  # by way of JSON: it shares nothing with the document
    except ValidationError as error:
        name = _name(kind.collection, id)
        raise StoreError(f"{name} is not valid: {_reason(error)}. Mend it, or restore a backup.") from None


def fault_of(kind: type[Stored], document: Document, id: str) -> str | None:
    """What is wrong with a kept document, as a sentence; None for nothing."""
    try:
        record = record_of(kind, document, id)
    except StoreError as error:
        return str(error)
    return None if record.id == id else f"{_name(kind.collection, id)} says that its id is {record.id!r}."


def check_indexed(kind: type[Stored], field: str) -> None:
    """Refuse a field that records of this kind are not found by."""
    if field not in kind.indexed:
        raise StoreError(f"{kind.collection} are not found by {field!r}; add it to {kind.__name__}.indexed.")


class Where:
    """A condition on documents, for TinyDB: the fields of `kind.indexed` that `where` names have its values."""

    def __init__(self, kind: type[Stored], where: Mapping[str, str | None] | None) -> None:
        for field in where or {}:
            check_indexed(kind, field)
        self._wanted = [(name, kind.model_fields[name].default, value) for name, value in (where or {}).items()]

    def __call__(self, value: Mapping[Any, Any]) -> bool:
        return all(value.get(name, default) == wanted for name, default, wanted in self._wanted)

    def __hash__(self) -> int:
        return id(self)

    def is_cacheable(self) -> bool:
        """No: TinyDB's cache of answers is not safe between threads."""
        return False


def _name(collection: str, id: str) -> str:
    return f"{collection}/{id}"


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
    return str(error)
