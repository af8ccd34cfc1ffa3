"""Over the API a gloss comes in the language of whoever asks, beside suggestions and beside follow-ups."""

from __future__ import annotations

from typing import Any

import pytest

GERMAN = {
    "text": "Die App stürzt ab, sobald ich die Kamera öffne. Die Fotos von gestern sind auch weg.",
    "external_id": "g-1",
    "author": "Maren Vogt",
    "rating": {"value": 1, "best": 5},
}


@pytest.fixture
def german(maintainer: Any, review: dict[str, Any]) -> str:
    """The id of a German review that was observed."""
    told = maintainer("POST", "/reviews:observe", {"reviews": [{**review, **GERMAN}]}).json["reviews"][0]
    assert told["triage"]["language"] == "de"
    return str(told["id"])


def languages_of(told: dict[str, Any]) -> set[tuple[str, str | None]]:
    return {(one["language"], one.get("gloss", {}).get("language")) for one in told["suggestions"]}


@pytest.mark.parametrize(
    ("named", "header", "expected"),
    [(None, "fr-CH, en;q=0.5", "fr"), ("nl", "fr", "nl"), (None, None, "en"), ("de", "fr", None), ("it", "*", "en")],
)
def test_the_language_named_counts_then_what_the_browser_sends(
    maintainer: Any, german: str, named: str | None, header: str | None, expected: str | None
) -> None:
    body = {"review_id": german, **({"staff_language": named} if named else {})}
    told = maintainer("POST", "/suggestions", body, headers={"Accept-Language": header} if header else {}).json
    assert languages_of(told) == {("de", expected)}


def test_a_language_we_cannot_write_is_named_and_the_draft_is_the_staffs(
    maintainer: Any, review: dict[str, Any]
) -> None:
    text = "L’app si chiude da sola ogni volta che apro le foto. Pessimo aggiornamento, non funziona più niente."
    body = {"review": {**review, "text": text}, "staff_language": "de"}
    told = maintainer("POST", "/suggestions", body).json
    assert told["missing_language"] == "it"
    assert languages_of(told) == {("de", None)}


def test_a_follow_up_has_its_gloss_in_the_list_and_beside_the_review(
    maintainer: Any, review: dict[str, Any], german: str
) -> None:
    issue = maintainer("POST", "/issues", {"title": "Foto weg", "review_id": german}).json
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released", "fixed_in": "4.2"})
    headers = {"Accept-Language": "nl"}
    listed = maintainer("GET", "/followups", headers=headers).json["items"][0]["draft"]
    seen = maintainer("POST", "/reviews:observe", {"reviews": [{**review, **GERMAN}]}, headers=headers).json
    for told in (listed, seen["reviews"][0]["follow_up"]):
        assert told["language"] == "de"
        assert told["gloss"]["language"] == "nl"
        assert "4.2" in told["gloss"]["text"]
