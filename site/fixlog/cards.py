"""A fix as lists show it: the few short fields that a list may depend on, kept between builds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import quote

import orjson
from markupsafe import Markup

from fixlog.model import Fix, Kind, State
from fixlog.wording import Wording

News = tuple[str, State]
"""A day (ISO 8601) and the state the fix came into on it."""


class Row(NamedTuple):
    """The fields of a card; days are ISO 8601, so that they sort as text. One more is a line here, one in `card`."""

    key: str
    """Of everything the fix says: another one when anything of it changed."""
    face: str
    """Of everything below: another one when anything that cards tell changed."""
    id: str
    slug: str
    former_slugs: tuple[str, ...]
    product: str
    title: str
    state: State
    kind: Kind
    area: str | None
    fixed_in: str | None
    released: str | None
    first_reported: str | None
    settled: str
    """The day it is filed under: when it came out, else the last step, else first reported; `NO_DAY` without any."""
    people: int
    """How many people reported it."""
    news: tuple[News, ...]
    """Every change of state that is known with its day, oldest first."""
    languages: tuple[str, ...]
    """Languages its note is translated into."""


class Card(Row):
    """What a page of many fixes may say of one; a page that needs more asks for the whole fix."""

    say: Wording

    @classmethod
    def of(cls, row: Row, say: Wording) -> Card:
        """The card of a row."""
        card = cls._make(row)
        card.say = say
        return card

    @cached_property
    def address(self) -> str:
        """The page's place on the site, as links write it."""
        return f"fixes/{self.slug if self.slug.isascii() else quote(self.slug)}/"

    @property
    def short(self) -> str:
        """The short link's place on the site."""
        return f"f/{self.id}/"

    @cached_property
    def status(self) -> Markup:
        """The state as a sentence, with version and day where they are known."""
        return status(self, self.state)

    @cached_property
    def brief(self) -> Markup:
        """The state in a word or two, with the version it came or comes with."""
        key = f"brief_{self.state}" if self.state == "released" else f"state_{self.state}"
        if self.fixed_in and self.state in ("released", "fixed"):
            key = f"brief_{self.state}_version"
        return self.say(key, done=self.say(f"done_{self.kind}"), version=self.fixed_in or "")

    @property
    def label(self) -> Markup:
        """The state in a word or two."""
        return self.say(f"state_{self.state}")

    @property
    def reports(self) -> Markup | None:
        """How many people reported it, as a sentence."""
        return self.say("reports", count=self.people) if self.people else None

    @cached_property
    def reports_brief(self) -> Markup:
        """The same in a word or two."""
        return self.say("reports_brief", count=self.people)

    @property
    def awaited(self) -> bool:
        """May somebody be waiting for news of it? Not where it first appeared when it was out."""
        return self.state != "released" or len(self.news) > 1

    @property
    def released_on(self) -> date | None:
        """The day it was released."""
        return date.fromisoformat(self.released) if self.released else None

    @property
    def dated(self) -> bool:
        """Is the day known that it is filed under?"""
        return self.settled != NO_DAY

    @cached_property
    def settled_on(self) -> date:
        """The day it is filed under."""
        return date.fromisoformat(self.settled)


NO_DAY = date.min.isoformat()


def card(fix: Fix, say: Wording) -> Card:
    """The card of a fix; its key is not known here."""
    told = (
        fix.id,
        fix.slug,
        fix.former_slugs,
        fix.product,
        fix.title,
        fix.state,
        fix.kind,
        fix.area,
        fix.fixed_in,
        _iso(fix.released_on),
        _iso(fix.first_reported_on),
        _settled(fix),
        fix.reports.count if fix.reports else 0,
        _news(fix),
        tuple(sorted(fix.translations)),
    )
    return Card.of(Row("", hashlib.sha256(orjson.dumps(told)).hexdigest()[:32], *told), say)


def status(of: Card, state: State) -> Markup:
    """What is true of a fix in `state`, with version and day where they are known and belong to that state."""
    key, say, released = f"status_{state}", of.say, of.released_on
    if of.fixed_in and state in ("fixed", "released", "regressed"):
        key += "_version"
    if released and state == "released":
        key += "_day"
    done, not_yet = say(f"done_{of.kind}"), say(f"not_yet_{of.kind}")
    return say(key, done=done, not_yet=not_yet, version=of.fixed_in or "", day=say.day(released) if released else "")


def newest_first(cards: list[Card]) -> list[Card]:
    """Sorted by the day they are filed under; those of one day by id."""
    return sorted(sorted(cards, key=attrgetter("id")), key=attrgetter("settled"), reverse=True)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _settled(fix: Fix) -> str:
    # Of what is not out a day of release is a plan; and what came back is news of the day it came back.
    out = fix.released_on if fix.state in ("released", "regressed", "wont_fix") else None
    if out and fix.state == "released":
        return out.isoformat()
    days = [*(step.on for step in fix.history), *([out] if out else [])]
    return max(days, default=fix.first_reported_on or date.min).isoformat()


def _news(fix: Fix) -> tuple[News, ...]:
    found: dict[News, None] = {(step.on.isoformat(), step.state): None for step in fix.history}
    told = sorted(found, key=lambda one: one[0])
    if now := _untold(fix, told):
        told.append(now)
    return tuple(sorted(told, key=lambda one: one[0]))


def _untold(fix: Fix, told: Sequence[News]) -> News | None:
    """The state of now with its day, where no step tells it: not at all, or not since it was another."""
    released, last = _iso(fix.released_on), told[-1] if told else None
    if fix.state not in (state for _day, state in told):
        day = (released if fix.state == "released" else last and last[0]) or _iso(fix.first_reported_on)
        return (day, fix.state) if day else None
    again = fix.state == "released" and last and last[1] != "released" and released and released >= last[0]
    return (released, fix.state) if again and released else None
