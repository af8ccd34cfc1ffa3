"""The count of readings: whose reply a letter was, and how far two readers agree."""

from __future__ import annotations

import pytest
from worth_posting.count import CRITERIA, FIELDS, ScoresError, checked, interval, kappa, told, winner
from worth_posting.pairs import alike, number_of, ours_is_a

IDS = [f"{number_of(str(number)):012x}" for number in range(40)]


def row(id_: str, preferred: str, reader: str = "r1") -> dict[str, str]:
    return {**dict.fromkeys(FIELDS, "1"), "review": id_, "reader": reader, "preferred": preferred}


def test_a_letter_is_turned_back_into_whose_reply_it_was() -> None:
    for id_ in IDS:
        assert winner(row(id_, "A" if ours_is_a(id_) else "B")) == "ours"
        assert winner(row(id_, "B" if ours_is_a(id_) else "A")) == "posted"
        assert winner(row(id_, "same")) == "same"
    assert len({ours_is_a(id_) for id_ in IDS}) == 2


def test_an_unfinished_reading_is_told_and_an_empty_one_is_not_counted() -> None:
    assert checked([row(IDS[0], "")]) == []
    with pytest.raises(ScoresError, match=IDS[0]):
        checked([{**row(IDS[0], "A"), f"a_{CRITERIA[0]}": ""}])


def test_agreement_is_one_for_equal_readings_and_near_nought_by_chance() -> None:
    one = {id_: "ours" if number % 2 else "posted" for number, id_ in enumerate(IDS)}
    other = {id_: "ours" if number % 4 < 2 else "posted" for number, id_ in enumerate(IDS)}
    assert kappa(one, one) == 1.0
    assert abs(kappa(one, other)) < 0.01


def test_a_tie_is_no_preference(capsys: pytest.CaptureFixture[str]) -> None:
    ours = ["A" if ours_is_a(id_) else "B" for id_ in IDS]
    rows = [row(id_, "same" if number < 10 else ours[number]) for number, id_ in enumerate(IDS)]
    assert told(rows) == 0.75
    assert "MISSED" in capsys.readouterr().out
    low, high = interval(0.75, 40)
    assert 0.59 < low < 0.61 < 0.85 < high < 0.87


def test_both_replies_lose_what_tells_their_source() -> None:
    assert alike("Hi. See https://mzl.la/2sGCz. ^pw") == "Hi. See [address]. Sam"
    ours = "Hi Mia,\n\nYou write “it stops”. Please write to help@quire.example.\n\nJo Berg, Quire"
    assert alike(ours) == 'Hi Mia, You write "it stops". Please write to [address]. Sam'
