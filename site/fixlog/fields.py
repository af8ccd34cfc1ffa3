"""The kinds of value fixlog.json holds: each cleaned, bounded, and refused with a sentence that says what to give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

MAX_LINE = 300
MAX_NOTE = 200_000
"""Characters of one Markdown text or quote."""

# Control characters XML cannot hold, lone surrogates, and the marks that turn the reading direction of what follows.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?")
_SLUG = re.compile(r"[^\W_]+(?:[-_]+[^\W_]+)*")
_EMAIL = re.compile(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+\.[^\s@<>\"'?&]+")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}")
PHONE_SHAPE = re.compile(r"\+?[\d ()./-]{4,30}")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("Input should be a valid string")
    return value


def _text(least: int, most: int) -> Callable[[Any], str]:
    """Text over lines."""

    def read(value: Any) -> str:
        return _bounded(_clean(_string(value)), least, most)

    return read


def _one_line(least: int, most: int) -> Callable[[Any], str]:
    """Text whose spaces and line ends count as one space."""

    def read(value: Any) -> str:
        text = " ".join(_clean(_string(value)).split())
        # Signs that nobody sees are no name: a link of them alone could not be found or read aloud.
        seen = text.isprintable() or any(sign.isprintable() and sign != " " for sign in text)
        return _bounded(text if seen else "", least, most)

    return read


def _clean(text: str) -> str:
    return printable(text.replace("\r\n", "\n"))


def printable(text: str) -> str:
    """The text without what is `UNPRINTABLE`; most hold nothing of it, which Python sees faster than a pattern."""
    return text if text.replace("\n", "").isprintable() else UNPRINTABLE.sub("", text)


def _bounded(text: str, least: int, most: int) -> str:
    if len(text) < least:
        raise ValueError(f"String should have at least {least} character{'' if least == 1 else 's'}")
    if len(text) > most:
        raise ValueError(f"String should have at most {most} characters")
    return text


def _words(value: Any) -> str:
    """Somebody's words: a text over lines that says something."""
    text = _text(0, MAX_NOTE)(value)
    if not text.strip():
        raise ValueError("give the words that were said, or leave the quotation out")
    return text


def _number(least: float, most: float, *, whole: bool = False, above: bool = False) -> Callable[[Any], Any]:
    """A number within bounds; `above` leaves out the lower one."""

    def read(value: Any) -> Any:
        if type(value) is not int and (whole or type(value) is not float):
            raise ValueError(f"Input should be a {'whole ' if whole else ''}number")
        if value < least or (above and value == least):
            raise ValueError(f"Input should be greater than {'' if above else 'or equal to '}{least}")
        if not value <= most:
            raise ValueError(f"Input should be less than or equal to {most}")
        return value

    return read


def _day(value: Any) -> date:
    if isinstance(value, str) and len(value) <= 40:
        for read in (date.fromisoformat, lambda text: datetime.fromisoformat(text).date()):
            try:
                return read(value)
            except ValueError:
                continue
    raise ValueError("give a day as ISO 8601, such as 2026-11-21")


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("an id stands in the short link: use letters A to Z, digits and - . _ ~ between them")
    return value


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value) or len(value.encode()) > 200 or value != unicodedata.normalize("NFC", value).lower():
        raise ValueError("a slug is part of an address: use small letters and digits, joined by hyphens")
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or re.search(r"[\s\"'<>\\]", value):
        raise ValueError("give a web address that starts with https:// or http://")
    return value


def _base_url(value: str) -> str:
    parts = urlsplit(_web_address(value))
    if parts.query or parts.fragment or parts.username:
        raise ValueError("give the address of the site's first page, without ? or # or a user name")
    if "//" in parts.path.rstrip("/"):  # a path that begins so would be the address of another host
        raise ValueError(
            "give the address of the site's first page with single slashes: // may stand after https: only"
        )
    return value.rstrip("/") + "/"


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise ValueError("give a mail address such as help@shop.example")
    return value


def _phone(value: str) -> str:
    if not PHONE_SHAPE.fullmatch(value):
        raise ValueError("give a phone number such as +44 20 7946 0000")
    return value


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise ValueError("give a language as BCP 47, such as en or pt-BR")
    return value


def _checked(check: Callable[[str], str], most: int) -> Callable[[Any], str]:
    return lambda value: check(_bounded(_string(value), 0, most))


Line = Annotated[str, _one_line(1, MAX_LINE)]
Note = Annotated[str, _text(0, MAX_NOTE)]
Words = Annotated[str, _words]
Word = Annotated[str, _one_line(1, 100)]
Day = Annotated[date, _day]
Id = Annotated[str, _checked(_id, 100)]
Slug = Annotated[str, _checked(_slug, 100)]
Language = Annotated[str, _checked(_language, 60)]
BaseUrl = Annotated[str, lambda value: _checked(_base_url, 500)(value) if value else None]
WebAddress = Annotated[str, _checked(_web_address, 500)]
Email = Annotated[str, _checked(_email, 254)]
Phone = Annotated[str, _checked(_phone, 40)]
Count = Annotated[int, _number(0, 1_000_000_000, whole=True)]
Promised = Annotated[float, _number(0, 10_000, above=True)]
Hours = Annotated[float, _number(0, 1_000_000)]
Share = Annotated[float, _number(0, 1)]
