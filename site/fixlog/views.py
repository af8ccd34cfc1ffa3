"""A fix as its page shows it: what to say of its state, what to do, whose words come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from fixlog import addresses, markdown
from fixlog.cards import Card, card
from fixlog.model import Fix, Quote, State
from fixlog.report import BuildError, Problem
from fixlog.wording import Wording

LEAD = 180
"""Characters of customers' words above what to do: more, and a phone's first screen would not hold both."""
QUOTED = 1_000
"""Characters of a quotation shown."""
WORKING: tuple[State, ...] = ("regressed", "fixed", "in_progress", "investigating", "open")
"""States before the end, the nearest to it first."""


class Notes(NamedTuple):
    """A fix's Markdown, rendered and cleaned."""

    symptom: Markup
    change: Markup
    how_to_get: Markup


class Said(NamedTuple):
    """A quotation as shown, and where it was said."""

    text: str
    platform: str


class Step(NamedTuple):
    """One line of the history as shown."""

    on: date
    state: State
    label: Markup
    note: str | None


@dataclass(frozen=True)
class FixView:
    """One fix with its sentences; templates only place them."""

    fix: Fix
    notes: Notes
    say: Wording

    @cached_property
    def card(self) -> Card:
        """The fix as lists show it: its address, its state in words, how many reported it."""
        return card(self.fix, self.say)

    @property
    def product_address(self) -> str:
        """Where the product's fixes are listed."""
        return addresses.product(self.fix.product)

    @property
    def area_address(self) -> str:
        """Where the area's fixes are listed."""
        return addresses.area(self.fix.area or "")

    @cached_property
    def picture(self) -> str:
        """The path of the picture for those who share it."""
        return quote(addresses.picture(self.fix.product, self.fix.state))

    def translated(self, language: str) -> FixView:
        """The same fix with its note in another language. Raises `BuildError`."""
        told = self.fix.translations[language]
        words = {"title": told.title, "symptom": told.symptom, "change": told.change, "how_to_get": told.how_to_get}
        try:
            notes = Notes(*(markdown.render(words[name] or "") for name in ("symptom", "change", "how_to_get")))
        except markdown.Tangled as error:
            raise BuildError([Problem(f"fix {self.fix.id!r}, translations.{language}", str(error))]) from None
        return FixView(self.fix.but(**words), notes, self.say.in_language(language))

    def _label(self, state: State) -> Markup:
        return self.say(f"state_{state}")

    @cached_property
    def to_do(self) -> Markup:
        """What the reader should do, as HTML: the note's own words, else the state's."""
        if self.notes.how_to_get:
            return self.notes.how_to_get
        key = f"do_{self.fix.state}"
        if self.fix.state == "released" and self.fix.fixed_in and self.fix.kind != "complaint":
            key += "_version"
        return Markup("<p>{}</p>").format(self.say(key, version=self.fix.fixed_in or ""))

    @property
    def for_now(self) -> bool:
        """Is there something to do although the matter is not settled?"""
        return bool(self.notes.how_to_get) and self.fix.state in WORKING

    @cached_property
    def facts(self) -> list[Markup]:
        """When it was first reported, and how long it took."""
        fix, say = self.fix, self.say
        facts = []
        if fix.first_reported_on:
            facts.append(say("first_on", day=say.day(fix.first_reported_on)))
        if fix.state == "released" and fix.released_on and fix.first_reported_on:
            days = (fix.released_on - fix.first_reported_on).days
            if days >= 0:
                facts.append(say("took", count=days) if days else say("took_no_day"))
        return facts

    @cached_property
    def seen_on(self) -> Markup | None:
        """Where it was reported, with how often where that is more than one place."""
        counts: dict[str, int] = {}
        for name, count in self.fix.reports.platforms.items() if self.fix.reports else ():
            if count and (place := self.say.platform(name, seen=True)):
                counts[place] = counts.get(place, 0) + count
        ranked = sorted(counts, key=lambda name: (-counts[name], name))
        if len(ranked) > 1:
            ranked = [f"{name} ({self.say.number(counts[name])})" for name in ranked]
        return self.say("seen_on", platforms=self.say.listed(ranked)) if ranked else None

    @cached_property
    def lead_quote(self) -> Said | None:
        """The first approved quotation, short enough to stand above what to do."""
        return next(iter(said(self.fix.quotes[:1], LEAD, self.say)), None)

    @cached_property
    def lead_symptom(self) -> Markup | None:
        """The symptom, where it is short and nobody's own words can lead."""
        if self.fix.quotes or not self._tells_more or len(self.fix.symptom) > LEAD:
            return None
        return self.notes.symptom

    @cached_property
    def symptom(self) -> Markup | None:
        """The symptom, where it does not lead and says more than the title."""
        return self.notes.symptom if self._tells_more and self.lead_symptom is None else None

    @cached_property
    def _tells_more(self) -> bool:
        return bool(self.notes.symptom) and self.fix.symptom.strip() != self.fix.title

    @cached_property
    def quotes(self) -> list[Said]:
        """The quotations the lead did not show in full."""
        shown = said(self.fix.quotes, QUOTED, self.say)
        return shown[1:] if shown and self.lead_quote == shown[0] else shown

    @cached_property
    def history(self) -> list[Step]:
        """The steps, newest first, of one day the later one first; with a release that none of them tells."""
        told = [(one.on.isoformat(), one.state, one.note) for one in self.fix.history]
        ends = [now for now in self.card.news[-1:] if told and now[1] == "released"]
        told += [(*now, None) for now in ends if now not in [step[:2] for step in told]]
        steps = sorted(told, key=lambda step: step[0])[::-1]
        return [Step(date.fromisoformat(on), state, self._label(state), note) for on, state, note in steps]

    @property
    def change_heading(self) -> str:
        """The key of what stands above `change`: it is what was done only where something was."""
        if self.fix.state == "wont_fix":
            return "why_not"
        return "what_we_changed" if self.fix.state in ("fixed", "released", "regressed") else "what_we_know"

    @property
    def still(self) -> str:
        """The key of what to ask those who write to us."""
        if self.fix.state in ("released", "wont_fix"):
            return f"still_{self.fix.state}"
        return "still_wanted" if self.fix.kind == "feature_request" else "still_other"

    @property
    def version(self) -> str | None:
        """The version from which on the reader should no longer see it."""
        return self.fix.fixed_in if self.fix.state == "released" else None


def said(quotes: Sequence[Quote], most: int, say: Wording) -> list[Said]:
    """Quotations cut at a word near `most` characters; a cut shows."""
    return [Said(shortened(quote.text, most), say.platform(quote.platform)) for quote in quotes if quote.text.strip()]


def shortened(text: str, most: int) -> str:
    """The text on one line, with an ellipsis where it was cut."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = text[:most]
    return (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head).rstrip(" ,;:.") + " …"
