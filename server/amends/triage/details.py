"""Versions and devices a review names."""

from __future__ import annotations

import re

_AFTER_WORD = re.compile(
    r"\b(?:version|versie|versión|ver|v|release|build|update)\.?\s{0,2}"
    r"(\d{1,4}(?:\.\d{1,5}){0,4})(?![\w.]*\d|\s?%)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\w.$€£/:-])v?(\d{1,4}(?:\.\d{1,5}){2,4})(?![\w.]*\d)", re.I)
_SYSTEM = re.compile(r"\b(?:android|ios|ipados|windows|macos|mac os|os x|ubuntu|firmware|miui)\s{0,2}$", re.I)
_DEVICE = re.compile(
    r"\b(?:iphone(?:\s(?:\d{1,2}\w?|x[sr]?|se))?(?:\s(?:pro|plus|max|mini)){0,2}|"
    r"ipad(?:\s(?:pro|air|mini|\d{1,2}))?|ipod touch|"
    r"apple watch|macbook(?:\s(?:pro|air))?|imac|apple tv|chromebook|steam deck|nintendo switch|xbox(?:\s\w{1,8})?|"
    r"playstation(?:\s\d)?|ps[345]|(?:samsung\s)?galaxy(?:\s[a-z]{0,4}\s?\d{0,3}\w?)?(?:\s(?:ultra|plus|fe|edge|tab))?|"
    r"pixel\s\d{1,2}\w?(?:\s(?:pro|xl|a)){0,2}|"
    r"nexus\s\w{1,4}|oneplus\s\w{1,4}|redmi(?:\snote)?\s\w{1,4}|xiaomi(?:\s\w{1,6})?|huawei(?:\s\w{1,6})?|"
    r"moto\s?[a-z]\d{0,3}|"
    r"motorola(?:\s\w{1,6})?|htc(?:\s\w{1,8})?|lg\s[a-z]\d{1,3}|sony xperia(?:\s\w{1,4})?|xperia(?:\s\w{1,4})?|"
    r"kindle(?:\sfire)?|fire tv|"
    r"fire stick|firestick|windows\s(?:\d{1,2}|xp|vista)|macos(?:\s\w{1,10})?|linux|ubuntu|"
    r"android\s\d{1,2}(?:\.\d{1,2}){0,2}|ios\s\d{1,2}(?:\.\d{1,2}){0,2})\b",
    re.IGNORECASE,
)


def versions(words: str, product_version: str | None = None) -> tuple[str, ...]:
    """Versions of the product: the one the platform gives, then those in the text; not those of an operating system."""
    found = [product_version.strip()] if product_version and product_version.strip(" ?") else []
    places = sorted([*_AFTER_WORD.finditer(words), *_DOTTED.finditer(words)], key=lambda match: match.start(1))
    found += [
        match.group(1) for match in places if not _SYSTEM.search(words[max(0, match.start(1) - 12) : match.start(1)])
    ]
    return tuple(dict.fromkeys(found))[:5]


def devices(words: str) -> tuple[str, ...]:
    """Devices and systems in the text, as written."""
    return tuple(dict.fromkeys(" ".join(match.group().split()) for match in _DEVICE.finditer(words)))[:5]


def older(version: str, than: str) -> bool | None:
    """Is `version` before `than`? None where one of them has no numbers to compare."""
    left, right = (tuple(map(int, re.findall(r"\d{1,9}", text)[:6])) for text in (version, than))
    if not left or not right:
        return None
    length = max(len(left), len(right))
    return left + (0,) * (length - len(left)) < right + (0,) * (length - len(right))
