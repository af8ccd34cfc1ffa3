"""The kinds of value fixlog.json holds: each cleaned, bounded, and refused with a sentence that says what to give."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

MAX_LINE = 300
MAX_NOTE = 200_000
"""Characters of one Markdown text or quote."""

# Control characters XML cannot hold, lone surrogates, and the marks that turn the reading direction of what follows.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?")
_SLUG = re.compile(r"[^\W_]+(?:[-_]+[^\W_]+)*")
_EMAIL = re.compile(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+\.[^\s@<>\"'?&]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}")
PHONE_SHAPE = re.compile(r"\+?[\d ()./-]{4,30}")


def _clean(value: Any) -> Any:
    return _UNPRINTABLE.sub("", value.replace("\r\n", "\n")) if isinstance(value, str) else value


def _one_line(value: Any) -> Any:
    value = _clean(value)
    return " ".join(value.split()) if isinstance(value, str) else value


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
    if not _LANGUAGE.fullmatch(value):
        raise ValueError("give a language as BCP 47, such as en or pt-BR")
    return value


Line = Annotated[str, Field(min_length=1, max_length=MAX_LINE), BeforeValidator(_one_line)]
Note = Annotated[str, Field(max_length=MAX_NOTE), BeforeValidator(_clean)]
Word = Annotated[str, Field(min_length=1, max_length=100), BeforeValidator(_one_line)]
Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, Field(max_length=100), AfterValidator(_id)]
Slug = Annotated[str, Field(max_length=100), AfterValidator(_slug)]
Language = Annotated[str, AfterValidator(_language)]
BaseUrl = Annotated[str, Field(max_length=500), AfterValidator(_base_url)]
WebAddress = Annotated[str, Field(max_length=500), AfterValidator(_web_address)]
Email = Annotated[str, Field(max_length=254), AfterValidator(_email)]
Phone = Annotated[str, Field(max_length=40), AfterValidator(_phone)]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
