"""Reviews of one problem come together, whatever their words, and name it."""

from __future__ import annotations

import numpy as np

from amends.matching import patterns
from amends.matching.grouping import groups
from amends.records import Review

CRASHES = ("It crashes when I open the camera", "Camera crash every time!", "Crashes as soon as the camera opens")
LATE = ("My parcel came two weeks late", "The delivery of the parcel was late again")


def reviews(*texts: str) -> list[Review]:
    return [Review(text=text, posted_at=f"2026-03-{day:02}") for day, text in enumerate(texts, start=1)]


def test_the_same_problem_is_one_pattern_and_another_is_another() -> None:
    found = patterns(reviews(CRASHES[0], LATE[0], CRASHES[1], LATE[1], CRASHES[2]))
    assert [{review.text for review in pattern.reviews} for pattern in found] == [set(CRASHES), set(LATE)]
    assert (found[0].since, found[0].until) == ("2026-03-01", "2026-03-05")


def test_a_pattern_is_named_in_the_words_of_a_customer() -> None:
    [found] = patterns(reviews(*CRASHES))
    assert found.name in {text.rstrip("!") for text in CRASHES}
    assert len(found.name) <= 80


def test_nothing_to_group_makes_no_pattern() -> None:
    assert patterns([]) == []
    assert patterns(reviews("", "👍", "  ")) == []
    assert patterns(reviews("It crashes")) == []


def test_groups_join_by_the_mean_over_their_pairs() -> None:
    likeness = np.array([[1, 0.9, 0.5, 0.0], [0.9, 1, 0.1, 0.0], [0.5, 0.1, 1, 0.2], [0, 0, 0.2, 1.0]])
    assert groups(likeness, 0.4) == [[0, 1], [2], [3]]
    assert groups(likeness, 0.25) == [[0, 1, 2], [3]]


def test_a_group_of_most_reviews_is_parted_where_it_has_parts() -> None:
    said = np.repeat([0, 1], 10)
    loose = np.where(said[:, None] == said[None, :], 0.4, 0.2)
    assert groups(loose, 0.15) == [list(range(10)), list(range(10, 20))]
    assert groups(np.full((20, 20), 0.6), 0.15) == [list(range(20))]
    assert groups(np.full((20, 20), 0.32), 0.15) == [list(range(20))], "it would fall into single reviews"
    assert groups(loose[5:14, 5:14], 0.15) == [list(range(9))], "a few reviews are no whole app"
