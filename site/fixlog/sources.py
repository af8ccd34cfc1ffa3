"""A fixlog.json as a file: read within bounds, and what a built folder says of the one it was built from."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import Any

from fixlog.report import BuildError, Problem

MAX_SOURCE = 512 * 1024 * 1024
"""Bytes of a fixlog.json."""


def read(path: Path) -> bytes:
    """The file as it stands. Raises `BuildError` where it cannot be read or is too long."""
    try:
        with path.open("rb") as file:
            # Room for the most there may be takes longer to get and give back than the file takes to read.
            raw = file.read(min(os.fstat(file.fileno()).st_size, MAX_SOURCE) + 1)
            raw += file.read(MAX_SOURCE + 1 - len(raw))  # of a pipe, whose size nobody knows, and of what grows
    except OSError as error:
        raise BuildError([Problem(str(path), f"cannot be read: {error.strerror or error}")]) from None
    if len(raw) > MAX_SOURCE:
        raise BuildError([Problem(str(path), f"is longer than {MAX_SOURCE} bytes; is it a fixlog.json?")])
    return raw.removeprefix(codecs.BOM_UTF8)  # some editors put it at the head of every file


def base_url(path: Path) -> str | None:
    """The address of the site that this fixlog.json names, if there is such a file and it names one."""
    import json  # a build reads its source in another way

    try:
        data: Any = json.loads(read(path))
        base = data["site"]["base_url"]
    except (BuildError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return base if isinstance(base, str) and base else None
