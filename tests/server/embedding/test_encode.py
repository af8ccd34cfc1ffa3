"""That texts become vectors: alike where they mean alike, one each, whatever is thrown at it."""

from __future__ import annotations

import numpy as np
import pytest

from amends.embedding import CAP, DIMENSIONS, encode
from amends.embedding.encoder import Encoder


def test_each_text_has_a_row_of_length_one_in_its_place() -> None:
    rows = encode(["The parcel came late.", "", "👍", "The parcel came late."])
    assert rows.shape == (4, DIMENSIONS)
    assert rows.dtype == np.float32
    assert np.allclose((rows**2).sum(axis=1), 1, atol=1e-3)
    assert (rows[0] == rows[3]).all()


def test_no_texts_make_no_rows() -> None:
    assert encode([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("other", ["Die App stürzt beim Start ab.", "L'appli plante au démarrage."])
def test_the_same_thing_in_another_language_is_nearer_than_another_thing(other: str) -> None:
    crash, same, hotel = encode(["The app crashes when I start it.", other, "The hotel room was clean and quiet."])
    assert crash @ same > crash @ hotel + 0.2


def test_half_a_surrogate_pair_is_read_as_any_sign() -> None:
    assert encode(["\ud83d The lid is broken."]).shape == (1, DIMENSIONS)


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    head = "word " * (CAP // 5)
    first, second = encode([head + "and a tail", head + "x" * 1_000_000])
    assert (first == second).all()


def test_the_encoder_keeps_only_the_last_texts() -> None:
    encoder = Encoder(kept=2)
    encoder.encode(["one", "two", "three"])
    assert list(encoder._kept) == ["two", "three"]
    encoder.encode(["two", "four"])
    assert list(encoder._kept) == ["two", "four"]
