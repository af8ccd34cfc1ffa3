"""`tinydb:PATH`, everything in one TinyDB file: for one server and some ten thousand records."""

from __future__ import annotations

import os
from pathlib import Path

from amends.stores.base import Store, StoreError
from amends.stores.holding import Card, Hold
from amends.stores.memory import MemoryStore
from amends.stores.opening import Role
from amends.stores.views import View
from amends.stores.wholefile import WholeFile, make_folder


def open_url(url: str, role: Role, address: str | None, key: str | None) -> Store:
    """The store in that file, which is made by the first write; its folder is made now."""
    given = url.removeprefix("tinydb:")
    if not given or given.endswith("/"):
        raise StoreError("tinydb: names a file: write tinydb:PATH, such as tinydb:data/amends.json.")
    path = Path(given).expanduser().resolve()
    try:
        make_folder(path.parent)
    except OSError as error:
        raise StoreError(f"The folder of {path} cannot be made: {error}.") from None
    hold = Hold(path, Card(os.getpid(), role, address, key))
    try:
        return TinyStore(url, WholeFile(path), hold)
    except BaseException:
        hold.release()
        raise


class TinyStore(MemoryStore):
    """The memory store, with every state made sure on the disk before it is shown."""

    def __init__(self, url: str, file: WholeFile, hold: Hold) -> None:
        self._file = file
        self._hold = hold
        super().__init__(url, View(file.read()))

    def check(self) -> list[str]:
        """See `Store`; looks at the file, too."""
        faults = super().check()
        if self._file.changed_by_others():
            faults.append(f"{self._file.path} was changed by another program; restart Amends to go on from it.")
        return faults

    def _flush(self, view: View) -> None:
        self._file.write(view.tables)

    def _end(self) -> None:
        super()._end()
        self._hold.release()
