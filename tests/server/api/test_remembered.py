"""What the team posted comes back over the API under a similar review, and nothing of another customer with it."""

from __future__ import annotations

from typing import Any

import pytest

from amends.cases.remembering import answered_before
from amends.records import StoredReview

ASKED = "Is the photo still there when you look at it on another phone, or is it gone from there as well?"
TOLD = (
    "Hello {name}, I have read the log of your phone 0151 {number} with Ole, who wrote that part of it, and we think"
    " that the pictures were moved before the upload was through, so he is putting the two in order this afternoon."
)


def _observed(call: Any, review: dict[str, Any], number: int, **changes: Any) -> str:
    given = {**review, "external_id": f"r-{number}", **changes}
    done = call("POST", "/reviews:observe", {"reviews": [given]})
    return str(done.json["reviews"][0]["id"])


def test_the_teams_own_words_come_back_as_one_suggestion_more(maintainer: Any, review: dict[str, Any]) -> None:
    names = ("Anna", "Bruno", "Carla", "Dirk")
    for number, name in enumerate(names):
        about = f"Every photo I had just added was gone when I turned my phone, {name} here, useless app {number}"
        answered = _observed(maintainer, review, number, author=name, text=about)
        text = f"{TOLD.format(name=name, number=number * 1111)} {ASKED}"
        assert maintainer("POST", "/replies", {"review_id": answered, "text": text}).status_code == 201
    asked = _observed(maintainer, review, 9)
    told = maintainer("POST", "/suggestions", {"review_id": asked, "count": 3}).json["suggestions"]
    assert [one["source"] for one in told] == ["playbook", "playbook", "playbook", "remembered"]
    assert ASKED in told[-1]["text"]
    assert not any(word in told[-1]["text"] for word in (*names, "Ole", "0151", "1111", "afternoon"))


def test_without_posted_replies_nothing_is_remembered(maintainer: Any, observed: str) -> None:
    told = maintainer("POST", "/suggestions", {"review_id": observed}).json["suggestions"]
    assert {one["source"] for one in told} == {"playbook"}


def test_what_is_remembered_takes_a_few_questions_to_the_store(
    maintainer: Any, review: dict[str, Any], store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        answered = _observed(maintainer, review, number, text=f"Photos gone after turning the phone, day {number}.")
        maintainer("POST", "/replies", {"review_id": answered, "text": f"Thank you, we look at day {number}. Mara"})
    kept = store.get(StoredReview, answered)
    asked: list[str] = []
    for verb in ("get", "find", "several", "latest"):
        monkeypatch.setattr(store, verb, _counted(getattr(store, verb), asked, verb))
    assert len(answered_before(store, kept)) == 11
    assert asked == ["latest", "several", "several", "several"]


def _counted(verb: Any, asked: list[str], name: str) -> Any:
    def count(*given: Any) -> Any:
        asked.append(name)
        return verb(*given)

    return count
