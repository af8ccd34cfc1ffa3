"""A file of vectors beside the store, so that a start need not read ten thousand issues for their meaning again.

Nothing is lost with it: what is not there, or was made by another model, is made anew. It holds no text, only digests.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from amends.embedding import MODEL
from amends.embedding.encoder import Vectors

_BROKEN = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)
_DIGEST = 16


def beside(url: str) -> Path | None:
    """Where the vectors of a store's texts are kept; None for a store that is no file."""
    scheme, _, path = url.partition(":")
    return Path(f"{path}.vectors").expanduser() if scheme == "tinydb" and path else None


class KeptVectors(Mapping[str, Vectors]):
    """The vectors of a file by their texts; it knows whether a text is there, and not which texts there are."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows, self._places = _read(path)

    def __getitem__(self, text: str) -> Vectors:
        row: Vectors = self._rows[self._places[_digest(text)]]
        return row

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and _digest(text) in self._places

    def __iter__(self) -> Iterator[str]:
        raise TypeError("The texts are not in the file.")

    def __len__(self) -> int:
        return len(self._places)

    def keep(self, vectors: Mapping[str, Vectors]) -> bool:
        """Let the file hold these and no others; False where it does so already, or cannot be written."""
        rows = {_digest(text): vectors[text] for text in vectors}
        if rows.keys() == self._places.keys() or not rows:
            return False
        new = self._path.with_name(f"{self._path.name}.tmp")
        try:
            with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
                digests = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(-1, _DIGEST)
                np.savez(file, model=np.array(MODEL), digests=digests, rows=np.stack(list(rows.values())))
            new.replace(self._path)
        except OSError:
            return False
        return True


def _read(path: Path) -> tuple[Vectors, dict[bytes, int]]:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            rows, digests = kept["rows"], kept["digests"]
            if str(kept["model"]) == MODEL and len(rows) == len(digests) and digests.shape[1:] == (_DIGEST,):
                return rows, {digest.tobytes(): place for place, digest in enumerate(digests)}
    except _BROKEN:
        pass
    return np.empty((0, 0), dtype=np.float32), {}


def _digest(text: str) -> bytes:
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
