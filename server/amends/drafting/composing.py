"""Make a text of a scenario's moves: sentences whose slots are known, in order, as long as the platform allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from string import Formatter
from zlib import crc32

from amends.drafting.drafter import Composed
from amends.linting.length import length_on
from amends.playbook import Move, Platform, ScenarioPlan, Wording

_MADE = 5
"""How many texts are made for each suggestion; the one least like other replies is shown."""
_MARKS = "“”„«»‘’"
_QUOTED_FIRST = re.compile(rf"^[{_MARKS}]\s?\w")
"""The first letter of a sentence that begins with a quotation."""
Fits = Callable[[str], bool]
"""Does a text fit the platform?"""


@dataclass(frozen=True)
class Part:
    """A move that is said, and its sentence."""

    move: Move
    text: str
    said: frozenset[str] = frozenset()
    """The slots the sentence has."""


@dataclass(frozen=True)
class Composer:
    """Our own drafter; `seed` comes of the review, so that the suggestions are the same every time."""

    plan: ScenarioPlan
    keys: tuple[str, ...]
    """The names of the sentence sets to look for, narrowest first."""
    wording: Wording
    slots: dict[str, str]
    seed: int

    def made(self, index: int, brevity: int, platform: Platform) -> list[Composed]:
        """Texts to choose the suggestion with this index from, without the moves that go up to `brevity`."""

        def fits(text: str) -> bool:
            length = length_on(text, platform)
            return length.limit is None or length.used <= length.limit

        tries = (self.compose(attempt, brevity, fits) for attempt in range(index * _MADE, (index + 1) * _MADE))
        return [one for one in tries if one]

    def compose(self, attempt: int, brevity: int, fits: Fits) -> Composed | None:
        """One text with its moves, without those that go up to `brevity`; None where it cannot be made to fit."""
        parts = self._needed(self._parts(attempt))
        parts = self._needed([part for part in parts if not self._may_go(part, parts, up_to=brevity)])
        parts = self._tightened(parts, attempt, fits)
        while not fits(joined(parts)):
            going = [part for part in parts if self._may_go(part, parts)]
            if not going:
                parts = self._shortest(parts)
                return composed(parts, self.slots) if fits(joined(parts)) else None
            first = min(going, key=lambda part: part.move.drop or 0)
            parts = self._needed([part for part in parts if part is not first])
        return composed(parts, self.slots)

    def _tightened(self, parts: list[Part], attempt: int, fits: Fits) -> list[Part]:
        """The same moves, in shorter sentences that say as much, until they fit or none is shorter."""
        if fits(joined(parts)):
            return parts
        order = sorted(range(len(parts)), key=lambda place: number_of(f"{self.seed} {attempt} {place}"))
        choices = {group[0].move.id: group for group in self._choices}
        for place in order:
            if fits(joined(parts)):
                break
            part = parts[place]
            shorter = [one for one in choices[part.move.id] if len(one.text) < len(part.text)]
            if shorter:
                chosen = shorter[number_of(f"{self.seed} {attempt} {part.move.id} shorter") % len(shorter)]
                parts = [*parts[:place], chosen, *parts[place + 1 :]]
        return parts

    def _may_go(self, part: Part, parts: list[Part], up_to: int = 99) -> bool:
        """May this move be left out, beside the others?"""
        if part.move.drop is None or part.move.drop > up_to:
            return False
        other = part.move.stays_without
        return other is None or other in self.slots or other in _names(parts)

    def _parts(self, attempt: int) -> list[Part]:
        return [
            choices[number_of(f"{self.seed} {attempt} {choices[0].move.id}") % len(choices)]
            for choices in self._choices
        ]

    @cached_property
    def _sentences(self) -> dict[str, tuple[tuple[str, Part], ...]]:
        """Every sentence that can be said, with its template, by its move."""
        return {
            move.id: tuple(
                (variant, Part(move, filled(variant, self.slots), fields(variant)))
                for variant in self._sayable(move.id)
            )
            for move in self.plan.moves
        }

    @cached_property
    def _choices(self) -> list[list[Part]]:
        """For each move that can be said, in order, the sentences that say most."""
        return [self._best(sentences) for sentences in self._sentences.values() if sentences]

    def _needed(self, parts: list[Part]) -> list[Part]:
        """Without the moves that hang on one that is not said, and those that would say something again."""
        once = [part for part in parts if not (part.move.unless_said and _said_elsewhere(part, parts))]
        said = set(_names(once))
        return [part for part in once if part.move.needs is None or part.move.needs in said]

    def _sayable(self, move: str) -> list[str]:
        variants = self.wording.variants(move, self.keys)
        return [variant for variant in variants if self._known(variant)]

    def _known(self, template: str) -> bool:
        return sayable(template, self.slots, self.wording)

    def _best(self, sentences: tuple[tuple[str, Part], ...]) -> list[Part]:
        """The sentences that say most."""
        most = max(self._facts(template) for template, _part in sentences)
        return [part for template, part in sentences if self._facts(template) == most]

    def _facts(self, template: str) -> int:
        """How much a sentence says; an issue's title adds nothing where the thing it is about is named."""
        said = {name for name in fields(template) if self.slots[name]}
        return len(said - {"issue"} if "concern" in self.slots else said)

    def _shortest(self, parts: list[Part]) -> list[Part]:
        everything = [[one for _template, one in self._sentences[part.move.id]] for part in parts]
        return [min(choices, key=lambda one: len(one.text)) for choices in everything]


def sayable(template: str, slots: Mapping[str, str], wording: Wording) -> bool:
    """Is every slot of a sentence known, and is there somebody to sign one that says I?"""
    if not fields(template) <= slots.keys():
        return False
    return "signer" in slots or not wording.first_person.search(re.sub(r"\{\w+\}", "", template))


def filled(template: str, slots: Mapping[str, str]) -> str:
    """A sentence with its slots."""
    return _QUOTED_FIRST.sub(lambda first: first.group().upper(), template.format_map(slots))


def number_of(text: str) -> int:
    """A number that comes of a text: it looks thrown, and is the same every time."""
    return crc32(text.encode())


@lru_cache(maxsize=8192)
def fields(template: str) -> frozenset[str]:
    """The slots a sentence has."""
    return frozenset(name for _text, name, _spec, _conversion in Formatter().parse(template) if name)


def _said_elsewhere(part: Part, parts: list[Part]) -> bool:
    """Does another sentence say what this move is left out for?"""
    return any(not one.said.isdisjoint(part.move.unless_said) for one in parts if one is not part)


def _names(parts: list[Part]) -> tuple[str, ...]:
    return tuple(part.move.id for part in parts)


def composed(parts: list[Part], slots: Mapping[str, str]) -> Composed:
    """What the parts make together, and what each of them says."""
    said = tuple({name: slots[name] for name in part.said} for part in parts)
    return Composed(joined(parts), _names(parts), said)


def joined(parts: list[Part]) -> str:
    """The text: the greeting and the name on lines of their own, the rest as one paragraph."""
    head = [part.text for part in parts if part.move.id == "greet"]
    body = " ".join(part.text for part in parts if part.move.id not in ("greet", "sign"))
    foot = [part.text for part in parts if part.move.id == "sign"]
    return "\n\n".join([*head, *([body] if body else []), *foot])
