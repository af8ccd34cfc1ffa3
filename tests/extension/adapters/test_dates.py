"""Dates as pages write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import month_names
import pytest

pytestmark = pytest.mark.browser

RUN = "(dates, given) => given.map(([words, language, now]) => dates.isoDate(words, {language: language || undefined, now: now ? new Date(now) : null}) ?? null)"  # noqa: E501

WRITTEN = [
    ("Reviewed in India on 21 February 2025", "en-in", "2025-02-21"),
    ("Reviewed in the United Kingdom on 8 April 2016", "en-gb", "2016-04-08"),
    ("Reviewed in the United States on August 25, 2018", "", "2018-08-25"),
    ("Évaluation publiée le 1er août 2021", "", "2021-08-01"),
    ("Évaluation publiée le 9 aout 2020", "fr", "2020-08-09"),
    ("Posted: November 5, 2023", "", "2023-11-05"),
    ("Posted: 5 November, 2023", "", "2023-11-05"),
    ("December 5th, 2023", "", "2023-12-05"),
    ("Sept. 5, 2023", "", "2023-09-05"),
    ("Rezension aus Deutschland vom 3. März 2024", "de", "2024-03-03"),
    ("Veröffentlicht: 5. Dezember 2023", "", "2023-12-05"),
    ("Calificado en España el 3 de marzo de 2024", "es", "2024-03-03"),
    ("Valorado en México el 3 de mar. de 2024", "es", "2024-03-03"),
    ("Recensito in Italia il 3 marzo 2024", "it", "2024-03-03"),
    ("Avaliado no Brasil em 3 de março de 2024", "pt", "2024-03-03"),
    ("Beoordeeld in Nederland op 3 maart 2024", "nl", "2024-03-03"),
    ("Zrecenzowano w Polsce 3 marca 2024", "pl", "2024-03-03"),
    ("Recenserad i Sverige den 3 mars 2024", "sv", "2024-03-03"),
    ("Lähetetty 5. joulukuuta 2023", "", "2023-12-05"),
    ("3 Mart 2024 tarihinde Türkiye'de değerlendirildi", "tr", "2024-03-03"),
    ("Опубликовано 1 января 2021 г.", "ru", "2021-01-01"),
    ("3 березня 2024 р.", "uk", "2024-03-03"),
    ("3 Μαρτίου 2024", "el", "2024-03-03"),
    ("2023. december 5.", "hu", "2023-12-05"),
    ("تمت المراجعة في مصر في ٣ مارس ٢٠٢٤", "ar", "2024-03-03"),
    ("נבדק בישראל ב-3 במרץ 2024", "he", "2024-03-03"),
    ("3 मार्च 2024", "hi", "2024-03-03"),
    ("5 ธันวาคม 2566", "th", "2023-12-05"),
    ("Đăng ngày 5 tháng 12, 2023", "vi", "2023-12-05"),
    ("2024年1月5日に日本でレビュー済み", "ja", "2024-01-05"),
    ("2024年3月3日 在美国审核", "zh", "2024-03-03"),
    ("2023년 12월 5일", "ko", "2023-12-05"),
    ("2 listopada 2023", "hr", "2023-10-02"),
    ("2 listopada 2023", "pl", "2023-11-02"),
    ("05/06/2024", "en-US", "2024-05-06"),
    ("05/06/2024", "en-GB", "2024-06-05"),
    ("5.6.2024", "de", "2024-06-05"),
    ("15/06/2024", "", "2024-06-15"),
    ("06/15/2024", "", "2024-06-15"),
    ("2024/5/6", "", "2024-05-06"),
    ("2025-05-09 17:59:41", "", "2025-05-09T17:59:41"),
    ("2011-04-25T15:49Z", "", "2011-04-25T15:49Z"),
    ("2016-06-04T09:42:02.000-04:00", "", "2016-06-04T09:42:02.000-04:00"),
    ("2021-11-01T00:00:00+0000", "", "2021-11-01T00:00:00+0000"),
    ("Mon, 25 Dec 2023 10:00:00 GMT", "", "2023-12-25"),
    ("2022-11-12 13:46:40 UTC", "", "2022-11-12T13:46:40Z"),
    ("20120304T0900+0100", "", "2012-03-04"),
    ("Publicada el 5 ENE 2023", "", "2023-01-05"),
    ("Közzétéve: 2023. január 5.", "", "2023-01-05"),
    ("发布于：2023 年 1 月 5 日", "", "2023-01-05"),
    ("게시 일시: 2023년 1월 5일", "", "2023-01-05"),
    ("Avis laissé en France le 3 septembre 2026", "fr-FR", "2026-09-03"),
]
UNKNOWN = [
    ("05/06/2024", ""), ("05/06/2024", "en"), ("2024-02-31", ""), ("31 February 2024", "en"), ("18 hours ago", "en"),
    ("24 uur geleden", "nl"), ("1700000000", ""), ("20231301", ""), ("Aug, 2024", "en"),
    ("", ""), ("x" * 10_000, ""), ("Posted: January 5", "en"),
    ("9 lives in 2024", "en"),
]  # fmt: skip

COUNTED = [
    ("3 months ago", "", "2025-12-31"), ("4 months ago", "en", "2025-11-30"), ("a week ago", "en", "2026-03-24"),
    ("Edited 2 days ago", "en", "2026-03-29"), ("about an hour ago", "en", "2026-03-31"),
    ("18 hours ago", "en", "2026-03-30"), ("yesterday", "en", "2026-03-30"), ("3d ago", "en", "2026-03-28"),
    ("5 mo. ago", "en", "2025-10-31"), ("2 years ago", "de", "2024-03-31"), ("vor 3 Wochen", "de", "2026-03-10"),
    ("vor einer Woche", "de", "2026-03-24"), ("gestern", "de", "2026-03-30"), ("il y a 2 jours", "fr", "2026-03-29"),
    ("il y a un mois", "fr", "2026-02-28"), ("hier", "fr", "2026-03-30"), ("hace un año", "es", "2025-03-31"),
    ("hace 2 semanas", "", "2026-03-17"), ("een week geleden", "nl", "2026-03-24"), ("3 mesi fa", "it", "2025-12-31"),
    ("há 3 meses", "pt-BR", "2025-12-31"), ("um mês atrás", "pt", "2026-02-28"), ("3 か月前", "ja", "2025-12-31"),
    ("3개월 전", "ko", "2025-12-31"), ("3 个月前", "zh-CN", "2025-12-31"), ("месяц назад", "ru", "2026-02-28"),
    ("5 дней назад", "ru", "2026-03-26"), ("for 3 dager siden", "no", "2026-03-28"),
    ("3 miesiące temu", "pl", "2025-12-31"),
    ("před 2 dny", "cs", "2026-03-29"), ("3 hafta önce", "tr", "2026-03-10"), ("قبل يومين", "ar", "2026-03-29"),
    ("منذ ٣ أسابيع", "ar", "2026-03-10"), ("3 महीने पहले", "hi", "2025-12-31"), ("לפני 3 שבועות", "he", "2026-03-10"),
    ("last month", "en", None), ("Over 2 years using the app", "en", None), ("hier klicken", "de", None),
    ("Verified purchase", "", None), ("9 lives", "en", None), ("", "", None), ("3 months ago " * 20, "en", None),
]  # fmt: skip


def test_a_date_counted_back_is_counted_from_the_day_of_reading(modules: Callable[..., Any]) -> None:
    run = RUN.replace("dates.isoDate", "dates.dayAgo")
    found = modules("ago.js", run, [[words, language, "2026-03-31"] for words, language, _ in COUNTED])
    assert dict(zip(COUNTED, found, strict=True)) == {case: case[2] for case in COUNTED}
    assert modules("ago.js", run, [["3 months ago", "en", ""]]) == [None]


def test_a_written_date_is_read_in_the_pages_language(modules: Callable[..., Any]) -> None:
    found = modules("dates.js", RUN, [[words, language, ""] for words, language, _ in WRITTEN])
    assert dict(zip(WRITTEN, found, strict=True)) == {case: case[2] for case in WRITTEN}


def test_every_name_the_browser_has_for_a_month_is_known(modules: Callable[..., Any]) -> None:
    run = """(months, tags) => tags.flatMap((tag) =>
      [...months.askedNames(tag)].filter(([name, number]) => months.monthOf(name, tag) !== number))"""
    tags = [tag for language in month_names.LANGUAGES for tag in month_names.tags(language)]
    assert modules("months.js", run, tags) == [], "run python scripts/month_names.py"


def test_every_date_read_is_one_the_server_reads(modules: Callable[..., Any]) -> None:
    for iso in modules("dates.js", RUN, [[words, language, ""] for words, language, _ in WRITTEN]):
        assert datetime.fromisoformat(iso)


def test_what_is_not_certain_stays_unknown(modules: Callable[..., Any]) -> None:
    found = modules("dates.js", RUN, [[words, language, ""] for words, language in UNKNOWN])
    assert found == [None] * len(UNKNOWN)


@pytest.mark.parametrize(
    ("words", "now", "iso"),
    [
        ("Posted: November 5", "2024-01-10", "2023-11-05"),
        ("Posted: January 5", "2024-01-10", "2024-01-05"),
        ("Posted 11 January", "2024-01-10", "2024-01-11"),
        ("1月9日", "2024-03-01", "2024-01-09"),
    ],
)
def test_a_date_without_its_year_is_the_last_such_day(
    words: str, now: str, iso: str, modules: Callable[..., Any]
) -> None:
    assert modules("dates.js", RUN, [[words, "en", now]]) == [iso]
