"""What may stand in fixlog.json, version 1: an allow-list of public fields, typed and bounded."""

from __future__ import annotations

from typing import Any, Literal

from fixlog.fields import (
    PHONE_SHAPE,
    BaseUrl,
    Count,
    Day,
    Email,
    Hours,
    Id,
    Language,
    Line,
    Note,
    Phone,
    Promised,
    Share,
    Slug,
    WebAddress,
    Word,
    Words,
)  # fmt: skip
from fixlog.shape import Part

SCHEMA = "amends-fixlog/1"
State = Literal["open", "investigating", "in_progress", "fixed", "released", "regressed", "wont_fix"]
Kind = Literal["bug", "feature_request", "complaint"]


class Contact(Part):
    """Where customers write; a plain string is taken for the one of the three it looks like."""

    email: Email | None = None
    phone: Phone | None = None
    url: WebAddress | None = None

    @classmethod
    def prepared(cls, value: Any) -> Any:
        """A text is the one of the three that it looks like."""
        if not isinstance(value, str):
            return value
        if "@" in value and "/" not in value:
            return {"email": value}
        return {"phone": value} if PHONE_SHAPE.fullmatch(value) else {"url": value}


class Goal(Part):
    """A promise about answering: reviews of this severity within so many hours."""

    severity: Literal["urgent", "high", "normal", "low"]
    hours: Promised


class Answering(Part):
    """How fast reviews are answered: the goals, and what was held; `share_within` is between 0 and 1."""

    goals: tuple[Goal, ...] = ()
    median_hours: Hours | None = None
    share_within: Share | None = None
    since: Day | None = None


class Site(Part):
    """The site as a whole."""

    title: Line
    base_url: BaseUrl | None = None
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
    platforms: dict[Word, Count] = {}  # noqa: RUF012  # never changed


class Quote(Part):
    """A customer's words a maintainer approved; there is no field for a name."""

    text: Words
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
    kind: Kind
    area: Line | None = None
    fixed_in: Word | None = None
    released_on: Day | None = None
    first_reported_on: Day | None = None
    symptom: Note
    change: Note | None = None
    how_to_get: Note | None = None
    translations: dict[Language, Translation] = {}  # noqa: RUF012  # never changed
    reports: Reports | None = None
    quotes: tuple[Quote, ...] = ()
    history: tuple[Change, ...] = ()


class FixLog(Part):
    """The whole of fixlog.json."""

    schema: Literal["amends-fixlog/1"]
    site: Site
    fixes: tuple[Fix, ...]
    praise: tuple[Quote, ...] = ()
