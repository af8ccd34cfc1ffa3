"""What the bytes of a site depend on besides its fixlog.json: this folder's files and the libraries that render."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator

HERE = os.path.dirname(__file__)  # noqa: PTH120  # asked at every start: pathlib takes as long as the rest of it
LIBRARIES = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "orjson",
    "pillow",
    "pyromark",
)
_LEFT_OUT = ("__pycache__",)


def code() -> bytes:
    """Another value after any change of code, template, style, word list, library or Python."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _libraries():
        digest.update(f"{name}\0".encode())
    digest.update(folder(HERE))
    return digest.digest()[:16]


def folder(place: str | os.PathLike[str] | None) -> bytes:
    """Another value after any change of a file in it."""
    place, digest = os.fspath(place or ""), hashlib.sha256()
    for path in sorted(_files(place)) if os.path.isdir(place) else ():  # noqa: PTH112
        with open(path, "rb") as file:  # noqa: PTH123
            content = file.read()
        digest.update(f"{path.removeprefix(place)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in _LEFT_OUT:
                    yield from _files(entry.path)
            else:
                yield entry.path


def _libraries() -> list[str]:
    """Their versions, read off the names of the folders that installers leave; importing them takes much longer."""
    found = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208
        except OSError:
            continue
        found |= {name for name in names if name.endswith(".dist-info") and name.lower().split("-", 1)[0] in LIBRARIES}
    return sorted(found)
