"""What sentences mean, as vectors whose inner product says how alike they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.embedding.encoder import Vectors

__all__ = ["CAP", "DIMENSIONS", "MODEL", "encode", "warm"]

MODEL = "use-multilingual-3"
"""The name that vectors are kept under: those of two models must never meet."""
DIMENSIONS = 512
CAP = 1000
"""Characters of a text that are read."""


def encode(texts: Sequence[str]) -> Vectors:
    """One row of length 1 for each text, in order; an empty text has one, too."""
    # Imported here: numpy takes a tenth of a second, and most commands never need it.
    from amends.embedding.encoder import shared

    # Half a surrogate pair, as broken exports hold, has no bytes that the encoder could read.
    return shared().encode([text[:CAP].encode("utf-8", "replace").decode() for text in texts])


def warm() -> None:
    """Load the model, which the first text would wait a second for."""
    encode(["The first text loads the model."])
