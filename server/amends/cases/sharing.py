"""Page adapters a team shares: who may give which, and what state they are in."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, NamedTuple

import orjson

from amends.adapters import shipped_hosts, shipped_ids
from amends.cases.clock import moment
from amends.records import SharedAdapter, Staff
from amends.stores.base import Store

MOST_SHARED = 300
"""Adapters of one team: every browser keeps them all."""


class NotYours(PermissionError):
    """They may not share that; the message says who may."""


class TooMany(ValueError):
    """There is no room for another; the message says what to do."""


class Shared(NamedTuple):
    """The adapter as it is kept now, and whether it is new."""

    record: SharedAdapter
    is_new: bool


def share(store: Store, adapter: dict[str, Any], who: Staff, now: datetime) -> Shared:
    """Keep a well-formed adapter for all of the team; the same one again changes nothing."""
    id, at = adapter["id"], moment(now)
    record = SharedAdapter(id=id, adapter=adapter, print=_print(adapter), shared_by=who.id, shared_at=at)
    _check_right(adapter, who)

    def changed(known: SharedAdapter) -> SharedAdapter | None:
        if known.print == record.print:
            return None
        if who.role != "maintainer" and known.shared_by != who.id:
            raise NotYours(f"The adapter {id!r} was shared by {known.shared_by}; a maintainer may replace it. Ask one.")
        return known.having(adapter=adapter, print=record.print, changed_by=who.id, changed_at=at)

    while True:  # Somebody may take it away between the two.
        if store.get(SharedAdapter, id) is None:
            if store.count(SharedAdapter) >= MOST_SHARED:
                raise TooMany(f"The team shares {MOST_SHARED} adapters already: delete one that nobody needs.")
            if store.add(record):
                return Shared(record, True)
        if (kept := store.change(SharedAdapter, id, changed)) is not None:
            return Shared(kept, False)


def shared(store: Store) -> list[SharedAdapter]:
    """All the team shares, in the order of their ids."""
    return store.find(SharedAdapter)


def revision(adapters: list[SharedAdapter]) -> str:
    """A word for this state of them; another state has another."""
    return _digest(orjson.dumps([[one.id, one.print] for one in adapters]))


def _check_right(adapter: dict[str, Any], who: Staff) -> None:
    if who.role == "maintainer":
        return
    if adapter["id"] in shipped_ids():
        raise NotYours(
            f"{adapter['id']!r} ships with the extension; a maintainer may put another in its place. Ask one."
        )
    hosts = {host for address in adapter["addresses"] for host in address["hosts"]}
    if "*" in hosts:
        raise NotYours('An adapter for every host ("*") is shared by a maintainer. Name the hosts, or ask one.')
    if taken := sorted(host for host in hosts if any(_overlap(host, known) for known in shipped_hosts())):
        raise NotYours(
            f"Pages of {taken[0]} are read by an adapter that ships with the extension, and this one would be asked "
            "before it; a maintainer may share one for them. Ask one."
        )


def _overlap(one: str, other: str) -> bool:
    """Whether a host can be meant by both names; "*.example.com" means example.com and everything below it."""
    one, other = one.lower(), other.lower()
    return one == other or _holds(one, other.removeprefix("*.")) or _holds(other, one.removeprefix("*."))


def _holds(name: str, host: str) -> bool:
    return name.startswith("*.") and f".{host}".endswith(name[1:])


def _print(adapter: dict[str, Any]) -> str:
    return _digest(orjson.dumps(adapter, option=orjson.OPT_SORT_KEYS))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]
