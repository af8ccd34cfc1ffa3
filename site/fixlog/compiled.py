"""Templates as Python compiled them, kept beside the code as Python keeps its own modules; never beside an output."""

from __future__ import annotations

import contextlib
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from fixlog import fingerprint

FOLDER = Path(__file__).parent / "__pycache__"


class Compiled(FileSystemBytecodeCache):
    """Where the folder cannot be written, templates are compiled anew each time."""

    def __init__(self) -> None:
        super().__init__(str(FOLDER), "template-%s.pyc")
        self._code = fingerprint.code().hex()

    def get_source_checksum(self, source: str) -> str:
        """Another value after any change of a template, of our code or of Jinja2."""
        return super().get_source_checksum(source + self._code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if that is possible."""
        with contextlib.suppress(OSError):
            FOLDER.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
