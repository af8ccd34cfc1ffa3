"""Versions of the product that a review names, and the devices and systems it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.triage.devices import device_places

MOST = 8
"""Versions and devices told of one review; a longer list is a changelog or a specification."""
_NUMBER = r"\d{1,4}(?:\.\d{1,5}){0,4}"
_DOTTED = r"\d{1,4}(?:\.\d{1,5}){1,4}"
_ENDED = (
    r"(?![\w.,:/]{0,12}\d|\s?(?:%|[$€£¥₹]|°|am\b|pm\b|o'?clock|uhr\b|stars?\b|sterne|étoiles|estrellas|times\b|x\b|"
    r"(?:day|week|month|year|yr|hour|hr|minute|min|second|sec)s?\b|[kmgt]i?b\b|[kmg]?hz\b|[kmg]bps|mbit|fps\b|inch|"
    r"k?m\b|kg\b|million|dollars?\b|euros?\b|bucks\b|rating|jahre|tage|stunden|ans\b|jours\b|heures\b|años|días|jaar|"
    r"dagen|uur\b|kids\b|people\b|users\b|apps\b|engine\b|motor\b))"
)
"""Where a number ends that neither counts, costs nor measures."""
_WORD = r"(?:version|versione|versión|versão|versie|ferzje|wersj[aięą]|versi|版本|バージョン|버전)"
_SAID = r"(?:\s(?:is|was|now|still|latest|newest|current|number|no|nr|numéro|nummer|my|the|of)){0,3}"
_FORMS = tuple(
    re.compile(form.replace("ENDED", _ENDED), re.IGNORECASE)
    for form in (
        # version 3.2, versions: 3, v58
        rf"(?<![A-Za-z]){_WORD}s?{_SAID}[\s:#(-]{{0,3}}v?({_NUMBER})ENDED",
        rf"(?<![A-Za-z])(?:ver|v|rel|release|build|rev)\.?[\s:#]?({_NUMBER})ENDED",
        # updated to 3.2, rollback 5.0.4, the version is bad since 3.2
        rf"(?<![A-Za-z])(?:updat|upgrad|downgrad|aktualisier|actualiz|aggiorna|bijgewerkt|rollback|roll back)\w{{0,8}}"
        rf"(?:\s(?:to|auf|à|a|naar|en|op))?\s?v?({_DOTTED})ENDED",
        rf"(?:{_WORD}|update)[^.!?\n]{{1,40}}?\s(?:is|it['’]?s|to|from|since|than)\s({_DOTTED})ENDED",
        # 3.2 version, 3.2版
        rf"(?<![\w.,$€£¥₹/:-])v?({_DOTTED})\s?(?:(?:{_WORD}|release|update|beta)(?![A-Za-z])|版|バージョン)",
        # 3.2 is slow
        rf"(?:^|(?<=[.!?]\s)|(?<=\n))v?({_DOTTED})\s(?:is|was|has|does|doesn['’]t|crashes|broke|ist|est|es|è)\b",
        # 3.2.1
        r"(?<![A-Za-z0-9.,$€£¥₹/:-])()(\d{1,4}(?:\.\d{1,5}){2,4})ENDED",
    )
)
_DIGIT = re.compile(r"\d")
_MORE = re.compile(
    rf"\s?(?:,|/|&|\+|and|or|und|oder|et|ou|y|o|en|e|i)\s(?:v\.?\s?({_NUMBER})|({_DOTTED})){_ENDED}", re.I
)
_NO_PRODUCT = re.compile(
    r"(?:code|error|fehler|erreur|opengl(?:\ses)?|bluetooth|usb|directx|java|ip)\W[\w\s]{0,16}$", re.I
)
_ON = re.compile(r"\b(?:on|running|runs|under|sur|unter|auf|su)\s(?:a\s|my\s)?$", re.I)
"""Before a bare number: people run an app on a system, and so it is the system's."""
_SYSTEM_OF = re.compile(r"[\s,(/:+-]{0,3}(?:v\.?\s?)?")
"""Between a device and the version of its system: iPhone 7, v10.3."""
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(?:[12]\d|(?:19|20)\d\d)$")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+$")
_ADDRESS = re.compile(r"(?:192\.168|127\.0|10\.0\.0)\.")


def versions(words: str, product_version: str | None = None) -> tuple[str, ...]:
    """Versions of the product: the one the platform gives, then those in the text; not those of an operating system."""
    given = (product_version or "").strip()[:60]
    found = [given] if any(letter.isdigit() for letter in given) else []
    if not _DIGIT.search(words):
        return tuple(found)
    places = device_places(words)
    taken = [(start, end) for start, end, _ in places]
    of_systems = {number for _, _, name in places for number in re.findall(r"\d{1,3}\.[\d.]{1,8}", name)}
    for start, number, worded in sorted(_candidates(words)):
        if number not in of_systems and not _is_other(words, start, number, worded, taken):
            found.append(number)
    return tuple(dict.fromkeys(found))[:MOST]


def _candidates(words: str) -> Iterator[tuple[int, str, bool]]:
    """Where a number stands that may be a version, the number, and whether words beside it say so."""
    for form in _FORMS:
        for match in form.finditer(words):
            last = match.lastindex or 1
            yield match.start(last), match.group(last), last == 1
            end, more = match.end(last), _MORE.match(words, match.end(last))
            while more and last == 1 and end < len(words):
                group = more.lastindex or 1
                yield more.start(group), more.group(group), True
                more = _MORE.match(words, more.end())


def _is_other(words: str, start: int, number: str, worded: bool, taken: list[tuple[int, int]]) -> bool:
    """Is the number something else: a system's version, a device's, a date, an amount, an address?"""
    if any(
        first <= start < last or (last <= start and _SYSTEM_OF.fullmatch(words, last, start)) for first, last in taken
    ):
        return True
    before = words[max(0, start - 24) : start]
    if _NO_PRODUCT.search(before) or (not worded and _ON.search(before)):
        return True
    changed = not re.search(r"ver|v\.?\s?$", before[-10:], re.I)
    return bool((changed and _is_date(number)) or (not worded and _THOUSANDS.match(number)) or _ADDRESS.match(number))


def _is_date(number: str) -> bool:
    parts = _DATE.match(number)
    if not parts:
        return False
    first, second = int(parts[1]), int(parts[2])
    return 1 <= min(first, second) <= 12 and max(first, second) <= 31


def devices(words: str) -> tuple[str, ...]:
    """Devices, and systems with their versions, as written; a maker's name alone only where no model of it is named."""
    names = list(dict.fromkeys(name for _, _, name in device_places(words)))
    told = [name for name in names if not _within_another(name, names)]
    return tuple({name.lower(): name for name in reversed(told)}.values())[::-1][:MOST]


def _within_another(name: str, names: list[str]) -> bool:
    """Does a fuller name of the same stand there, too?"""
    return any(len(name) < len(other) and f" {name.lower()} " in f" {other.lower()} " for other in names)


def older(version: str, than: str) -> bool | None:
    """Is `version` before `than`? None where one of them has no numbers to compare."""
    left, right = (tuple(map(int, re.findall(r"\d{1,9}", text)[:6])) for text in (version, than))
    if not left or not right:
        return None
    length = max(len(left), len(right))
    return left + (0,) * (length - len(left)) < right + (0,) * (length - len(right))
