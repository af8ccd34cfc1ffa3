"""What the learnt part of triage must hold: the same sums in use as in training, and silence where it knows nothing."""

from __future__ import annotations

import numpy as np
import pytest

from amends.playbook import lexicon
from amends.records import Rating, Review
from amends.triage import triage
from amends.triage.model import ngrams
from amends.triage.model.columns import rated, weighed_up
from amends.triage.model.machines import Machines
from amends.triage.model.sample import ENCODED, sample_of
from amends.triage.model.weights import FILE, HEADS, weights
from amends.triage.reading import Reading


def test_the_weights_are_small_and_fit_the_code() -> None:
    assert FILE.stat().st_size < 10e6, "The weights ship with every copy: keep them under 10 MB"
    assert weights()["bag"].shape == (ngrams.PLACES, len(HEADS)), (
        "The weights were made for other code: python -m amends_training.triage"
    )


@pytest.mark.parametrize(
    ("text", "bug", "wish"),
    [
        ("Since the update it freezes on the login screen and I have to restart my phone.", True, False),
        ("Would be perfect if there was a way to export my lists as a file.", False, True),
        ("Seit dem letzten Update stürzt die App beim Öffnen sofort ab.", True, False),
        ("Depuis la mise à jour l'application plante au démarrage.", True, False),
        ("Desde la última actualización la aplicación se cierra sola.", True, False),
        ("Lovely evening, the soup was hot and the waiter was kind.", False, False),
        ("Schönes Hotel, sehr freundliche Leute, wir kommen wieder.", False, False),
    ],
)
def test_faults_and_wishes_are_told_apart_in_several_languages(text: str, bug: bool, wish: bool) -> None:
    kinds = triage(Review(text=text)).kinds
    assert ("bug" in kinds) == bug
    assert ("feature_request" in kinds) == wish


def test_service_and_prices_are_known_without_their_names() -> None:
    assert (
        "service" in triage(Review(text="They ignored us for half an hour and then brought the wrong plates.")).topics
    )
    assert "price" in triage(Review(text="Twenty euros for a small salad is far too much.")).topics


def test_each_sentence_of_a_longer_review_can_have_a_topic() -> None:
    text = "The soup was hot and the bread fresh. We sat outside in the sun. But the waiter was rude to my mother."
    assert "service" in triage(Review(text=text)).topics


def test_angry_but_clean_is_no_abuse() -> None:
    found = triage(Review(text="Worst shop ever! I am furious, you lost my parcel twice.", rating=Rating(value=1)))
    assert "abuse" not in found.kinds


def test_what_the_model_asserts_names_the_words_that_weighed_most() -> None:
    why = triage(Review(text="The app crashes every time I open a photo.")).why
    assert any(one.startswith("learnt, bug: ") and "crashes" in one for one in why)


@pytest.mark.parametrize("text", ["", "👍👍", "...", "\ud83d"])
def test_text_without_words_is_of_no_kind(text: str) -> None:
    assert triage(Review(text=text)).kinds == ("other",)


def test_only_the_beginning_of_a_text_costs_time() -> None:
    assert len(sample_of(Reading(Review(text="word " * 100_000), lexicon("en"))).sentence) == ENCODED


def test_a_rating_that_is_not_shown_is_guessed_from_the_words() -> None:
    line = np.array([0.5, 0.25])
    assert rated(0.1, np.array([1.0]), line) == 0.1
    assert rated(None, np.array([1.0]), line) == 0.75
    assert rated(None, np.array([9.0]), line) == 1


def test_what_was_learnt_from_one_set_speaks_as_far_as_a_review_is_like_it() -> None:
    register, opinions = np.array([[0.75, 0.25, 0.0, 0.0]]), np.array([[1.0, 4.0, 8.0, 100.0]])
    machine, words, own, known = np.split(weighed_up(np.array([2.0]), opinions, register), 4, axis=1)
    assert machine.sum() == 2
    assert words.sum() == 1
    assert own.sum() == 0.75 * 4 + 0.25 * 8
    assert (known == register).all()


def test_a_title_joined_to_its_text_by_a_tab_is_noticed() -> None:
    joined = sample_of(Reading(Review(text="Too slow\tIt takes a minute to start."), lexicon("en")))
    assert joined.joined
    assert not joined.without(title=True).joined


def test_sequences_are_places_in_one_row_and_each_part_has_length_one() -> None:
    places, counts = ngrams.counted("It crashes, it crashes again!")
    values = ngrams.weighed(places, counts, np.ones(ngrams.PLACES, dtype=np.float16))
    words = places < ngrams.WORD_PLACES
    assert places.max() < ngrams.PLACES
    assert (values[words] ** 2).sum() == pytest.approx(1)
    assert (values[~words] ** 2).sum() == pytest.approx(1)
    assert set(ngrams.word_places("it crashes")) <= set(places)


def test_a_machine_is_sure_beside_its_own_examples() -> None:
    border = np.array([[1], [-1]], dtype=np.float32)
    machine = Machines(np.eye(2, dtype=np.float32), border, bias=np.zeros(1), gamma=np.ones(1))
    (yes,), (no,) = machine(np.eye(2))
    assert yes == pytest.approx(1 - np.exp(-2))
    assert no == pytest.approx(-yes)
