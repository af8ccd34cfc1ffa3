"""The language of a review: its own words tell, few as they are; nothing is made up where they don't."""

from __future__ import annotations

import subprocess
import sys

import pytest

from amends.triage.commonest import common_words
from amends.triage.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Too slow", "en"),
        ("Sehr schlecht", "de"),
        ("Trop lent", "fr"),
        ("Muy mala", "es"),
        ("Molto lento", "it"),
        ("Muito ruim", "pt"),
        ("Heel traag", "nl"),
        ("Tige goed", "fy"),
        ("Bardzo wolno", "pl"),
        ("Jelek banget", "id"),
        ("遅いです", "ja"),
        ("最悪", "ja"),
        ("太慢了，無法開啟", "zh-Hant"),
        ("太慢了，无法打开", "zh-Hans"),
        ("Very slooooow 🐌🐌🐌", "en"),
    ],
)
def test_a_review_of_two_words_is_known(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "  ", "👍", "⭐⭐⭐⭐⭐", "ok", "OK 👍🏽", "5/5", "...", "\ud83d"])
def test_what_has_no_language_has_none(text: str) -> None:
    assert language_of(text) is None
    assert language_of(text, "it") == "it"


def test_words_that_read_the_same_in_both_chinese_scripts_leave_it_to_the_page() -> None:
    assert language_of("布料很薄", "zh-TW") == "zh-TW"
    assert language_of("太慢了，無法開啟", "zh") == "zh-Hant"


def test_a_language_without_a_list_of_words_is_known_by_the_model() -> None:
    assert language_of("Appen kraschar varje gång jag öppnar den på min telefon") == "sv"
    assert language_of("Приложение постоянно закрывается само собой") == "ru"


def test_the_words_that_all_the_world_writes_stand_in_no_list() -> None:
    assert not {"ok", "app", "super", "top", "update", "android"} & set(common_words())


def test_plain_reviews_need_no_model() -> None:
    code = (
        "import sys; from amends.triage.language import language_of;"
        "language_of('The app is slow and crashes when I open it'); language_of('太慢了，無法開啟');"
        "sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
