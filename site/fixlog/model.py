"""What may stand in fixlog.json, version 1: an allow-list of public fields, typed and bounded."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

SCHEMA = "amends-fixlog/1"
MAX_LINE = 300
MAX_NOTE = 200_000
"""Characters of one Markdown text or quote."""

State = Literal["open", "investigating", "in_progress", "fixed", "released", "regressed", "wont_fix"]

# Control characters XML cannot hold, lone surrogates, and the marks that turn the reading direction of what follows.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?")
_SLUG = re.compile(r"[^\W_]+(?:[-_]+[^\W_]+)*")
_EMAIL = re.compile(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+\.[^\s@<>\"'?&]+")
_PHONE = re.compile(r"\+?[\d ()./-]{4,30}")


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


def _nothing(value: Any) -> Any:
    return None if value == "" else value


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
    if not _PHONE.fullmatch(value):
        raise ValueError("give a phone number such as +44 20 7946 0000")
    return value


Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1, max_length=MAX_LINE)]
Note = Annotated[str, BeforeValidator(_clean), Field(max_length=MAX_NOTE)]
Word = Annotated[str, BeforeValidator(_one_line), Field(min_length=1, max_length=100)]
Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, Field(max_length=100), AfterValidator(_id)]
Slug = Annotated[str, Field(max_length=100), AfterValidator(_slug)]
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
BaseUrl = Annotated[str, Field(max_length=500), AfterValidator(_base_url)]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]


class Part(BaseModel):
    """A piece of the file. Fields it does not know are collected, so that they can be named and left out."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Contact(Part):
    """Where customers write; a plain string is taken for the one of the three it looks like."""

    email: Annotated[str, Field(max_length=254), AfterValidator(_email)] | None = None
    phone: Annotated[str, Field(max_length=40), AfterValidator(_phone)] | None = None
    url: Annotated[str, Field(max_length=500), AfterValidator(_web_address)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if "@" in value and "/" not in value:
            return {"email": value}
        return {"phone": value} if _PHONE.fullmatch(value) else {"url": value}


class Goal(Part):
    """A promise about answering: reviews of this severity within so many hours."""

    severity: Literal["urgent", "high", "normal", "low"]
    hours: float = Field(gt=0, le=10_000)


class Answering(Part):
    """How fast reviews are answered: the goals, and what was held; `share_within` is between 0 and 1."""

    goals: tuple[Goal, ...] = ()
    median_hours: float | None = Field(default=None, ge=0, le=1_000_000)
    share_within: float | None = Field(default=None, ge=0, le=1)
    since: Day | None = None


class Site(Part):
    """The site as a whole."""

    title: Line
    base_url: Annotated[BaseUrl | None, BeforeValidator(_nothing)] = None
    language: Language
    products: tuple[Line, ...] = ()
    contact: Contact | None = None
    answering: Answering | None = None


class Translation(Part):
    """A fix note in another language."""

    title: Line
    symptom: Note
    change: Note | None = None
    how_to_get: Note | None = None


class Reports(Part):
    """How many people reported it, and where."""

    count: Count
    platforms: dict[Word, Count] = {}


class Quote(Part):
    """A customer's words a maintainer approved; there is no field for a name."""

    text: Note
    platform: Word
    product: Line | None = None


class Change(Part):
    """One step of a fix's history."""

    on: Day
    state: State
    note: Line | None = None


class Fix(Part):
    """One problem and what became of it; `symptom`, `change` and `how_to_get` are Markdown."""

    id: Id
    slug: Slug
    former_slugs: tuple[Slug, ...] = ()
    product: Line
    title: Line
    state: State
    kind: Literal["bug", "feature_request", "complaint"]
    area: Line | None = None
    fixed_in: Word | None = None
    released_on: Day | None = None
    first_reported_on: Day | None = None
    symptom: Note
    change: Note | None = None
    how_to_get: Note | None = None
    translations: dict[Language, Translation] = {}
    reports: Reports | None = None
    quotes: tuple[Quote, ...] = ()
    history: tuple[Change, ...] = ()


class FixLog(Part):
    """The whole of fixlog.json."""

    format: Literal["amends-fixlog/1"] = Field(alias="schema")
    site: Site
    fixes: tuple[Fix, ...]
    praise: tuple[Quote, ...] = ()
