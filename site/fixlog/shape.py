"""Data of any kind to parts of a declared shape; or to every fault of it, each with its place and reason.

A part is a class with annotations, as in `model.py`. Each build reads ten thousand of them and starts anew, so that
what reads them is small: no schema is compiled, and nothing is imported that a build without faults does not need.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, ClassVar, Literal, Self, Union, get_args, get_origin

Place = tuple[str | int, ...]
Reader = Callable[[Any], Any]
"""Raises `ValueError` with a reason, or `Faults`."""


class Faults(Exception):
    """Everything that is wrong with a value: places within it, and reasons."""

    def __init__(self, found: Iterable[tuple[Place, str]]) -> None:
        self.found = list(found)
        super().__init__(self.found)


class Part:
    """A piece of data whose fields are its annotations; what has no default is required."""

    fields: ClassVar[dict[str, Field]]
    unknown: tuple[str, ...] = ()
    """Names that are not fields: they are left out."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __init_subclass__(cls) -> None:
        cls.fields = {}

    @classmethod
    def read(cls, value: Any) -> Self:
        """The part that the data is. Raises `Faults`."""
        value = cls.prepared(value)
        if type(value) is not dict:
            raise ValueError("Input should be an object")
        values: dict[str, Any] = {}
        faults: list[tuple[Place, str]] = []
        count = 0
        for name, (reader, default) in (cls.fields or _fields(cls)).items():
            if name in value:
                count += 1
                try:  # what `_read` does, without a call for each field of each fix
                    values[name] = reader(value[name])
                except ValueError as error:
                    faults.append(((name,), str(error)))
                except Faults as error:
                    faults += [((name, *place), reason) for place, reason in error.found]
            elif default is REQUIRED:
                faults.append(((name,), "Field required"))
            else:
                values[name] = default
        if faults:
            raise Faults(faults)
        part = cls.__new__(cls)
        part.__dict__ = values
        if count < len(value):
            values["unknown"] = tuple(name for name in value if name not in cls.fields)
        return part

    @classmethod
    def prepared(cls, value: Any) -> Any:
        """The data before it is read; a part may take it in more than one form."""
        return value

    def but(self, **values: Any) -> Self:
        """The same with other values."""
        return type(self)(**{**self.__dict__, **values})

    def told(self) -> dict[str, Any]:
        """Its fields as data, without those that say nothing."""
        fields = type(self).fields or _fields(type(self))
        return {
            name: value
            for name, value in self.__dict__.items()
            if value is not None and name in fields and value != fields[name][1]
        }


class Required:
    """Stands where a field has no default."""


REQUIRED = Required()
Field = tuple[Reader, Any]


def _fields(part: type[Part]) -> dict[str, Field]:
    """Name → what reads it, and its default."""
    hints = typing.get_type_hints(part, include_extras=True)
    for name in ("fields", "unknown"):
        del hints[name]
    part.fields = {name: (reader(hint), getattr(part, name, REQUIRED)) for name, hint in hints.items()}
    return part.fields


def reader(hint: Any) -> Reader:
    """What reads a value of this type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return typing.cast(Reader, inner[1])
    if origin in (Union, types.UnionType):
        return _optional(reader(inner[0]))
    if origin is Literal:
        return _one_of(inner)
    if origin is tuple:
        return _many(reader(inner[0]))
    if origin is dict:
        return _by_name(reader(inner[0]), reader(inner[1]))
    return typing.cast(type[Part], hint).read


def _read(reader: Reader, value: Any, name: str | int, faults: list[tuple[Place, str]]) -> Any:
    try:
        return reader(value)
    except ValueError as error:
        faults.append(((name,), str(error)))
    except Faults as error:
        faults += [((name, *place), reason) for place, reason in error.found]
    return None


def _optional(read: Reader) -> Reader:
    """What may be missing may be empty, too: tables are exported so."""
    return lambda value: None if value is None or value == "" else read(value)


def _one_of(known: tuple[str, ...]) -> Reader:
    choice = ", ".join(repr(one) for one in known[:-1])
    reason = f"Input should be {choice} or {known[-1]!r}" if choice else f"Input should be {known[-1]!r}"

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in known:
            raise ValueError(reason)
        return value

    return read


def _many(read: Reader) -> Reader:
    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError("Input should be a list")
        faults: list[tuple[Place, str]] = []
        found = tuple([_read(read, one, index, faults) for index, one in enumerate(value)])
        if faults:
            raise Faults(faults)
        return found

    return read_all


def _by_name(read_name: Reader, read: Reader) -> Reader:
    def read_all(value: Any) -> dict[Any, Any]:
        if not isinstance(value, dict):
            raise ValueError("Input should be an object")
        faults: list[tuple[Place, str]] = []
        found = {
            _read(read_name, name, name[:60], faults): _read(read, one, name[:60], faults)
            for name, one in value.items()
        }
        if faults:
            raise Faults(faults)
        return found

    return read_all


def left_out(part: Part, pattern: str = "") -> Iterator[str]:
    """The names of fields that were not known, in this part and those within, as `fixes[].colour`."""
    for name in part.unknown:
        yield f"{pattern}.{shown(name[:60])}".lstrip(".")
    for name, value in part.__dict__.items():
        if isinstance(value, Part):
            yield from left_out(value, f"{pattern}.{name}".lstrip("."))
        elif value and isinstance(value, tuple) and isinstance(value[0], Part):
            for one in value:
                yield from left_out(one, f"{pattern}.{name}[]".lstrip("."))
        elif value and isinstance(value, dict):
            for one in value.values():
                if isinstance(one, Part):
                    yield from left_out(one, f"{pattern}.{name}{{}}".lstrip("."))


def shown(name: str) -> str:
    """A name that anybody may have chosen, for a terminal: what it would obey is spelt out."""
    return name if name.isprintable() else repr(name)
