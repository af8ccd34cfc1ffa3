"""What the team posted comes back over the API under a similar review, and nothing of another customer with it."""

from __future__ import annotations

from typing import Any

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
