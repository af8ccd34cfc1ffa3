"""What a build knew of each fix and each list, so that the next one renders only what changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

from fixlog import cache
from fixlog.cache import Built
from fixlog.cards import Row
from fixlog.note_links import Link


class Known(NamedTuple):
    """A fix that was read, checked and rendered."""

    row: Row
    """Its card; the key is that of its piece of the fixlog.json."""
    left_out: list[str]
    """Fields of it that are not published."""
    doubts: list[str]
    """Warnings about it."""
    links: list[Link]
    """Links of its notes within the site."""
    length: int
    """Bytes of its line in the published fixlog.json."""
    paths: list[str]


class Standing(NamedTuple):
    """Files of the site that were rendered from certain cards and fixes."""

    key: str
    paths: list[str]


class Memory(NamedTuple):
    """What single fixes and lists of them were rendered to; good for the `Built` of the same identity only."""

    identity: str
    known: list[Known]
    """In the order of the published fixlog.json."""
    standing: dict[str, Standing]


FORGOTTEN = Memory("", [], {})


def kept(memory: Memory) -> bytes:
    """The memory as it is kept between builds."""
    return msgspec.msgpack.encode(memory)


def recalled(folder: Path, built: Built) -> Memory:
    """What the last build knew; nothing where it is not of that build."""
    try:
        memory = msgspec.msgpack.decode(cache.memory(folder), type=Memory)
    except msgspec.MsgspecError:
        return FORGOTTEN
    return memory if memory.identity and memory.identity == built.identity else FORGOTTEN
