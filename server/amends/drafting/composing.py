"""Make a text of a scenario's moves: sentences whose slots are known, in order, as long as the platform allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from amends.playbook import Move, ScenarioPlan, Wording

Fits = Callable[[str], bool]
"""Does a text fit the platform?"""


@dataclass(frozen=True)
class Part:
    """A move that is said: its sentence, and when it goes."""

    move: Move
    text: str


@dataclass(frozen=True)
class Composed:
    """A text, with the moves it is made of and their sentences."""

    text: str
    moves: tuple[str, ...]
    sentences: frozenset[str]


@dataclass(frozen=True)
class Composer:
    """Composes suggestions for one review; `seed` comes of the review, so that they are the same every time."""

    plan: ScenarioPlan
    keys: tuple[str, ...]
    """The names of the sentence sets to look for, narrowest first."""
    wording: Wording
    slots: dict[str, str]
    recent: Sequence[str]
    seed: int

    def plainer(self) -> Composer:
        """One that takes up a single word, for where what it would repeat says nothing."""
        kept = {name: value for name, value in self.slots.items() if name not in ("quote", "words", "concern")}
        return replace(self, slots=kept)

    def compose(self, attempt: int, brevity: int, fits: Fits) -> Composed | None:
        """One text with its moves, without those that go up to `brevity`; None where it cannot be made to fit."""
        parts = self._needed(self._parts(attempt))
        parts = self._needed([part for part in parts if not self._may_go(part, parts, up_to=brevity)])
        while not fits(joined(parts)):
            going = [part for part in parts if self._may_go(part, parts)]
            if not going:
                parts = self._shortest(parts)
                return composed(parts) if fits(joined(parts)) else None
            first = min(going, key=lambda part: part.move.drop or 0)
            parts = self._needed([part for part in parts if part is not first])
        return composed(parts)

    def _may_go(self, part: Part, parts: list[Part], up_to: int = 99) -> bool:
        """May this move be left out, beside the others?"""
        if part.move.drop is None or part.move.drop > up_to:
            return False
        other = part.move.stays_without
        return other is None or other in self.slots or other in _names(parts)

    def _parts(self, attempt: int) -> list[Part]:
        parts = []
        for place, move in enumerate(self.plan.moves):
            variants = self._best(self._sayable(move.id))
            if variants:
                turn = (self.seed >> place) + attempt * (1 + (attempt // len(variants) + place) % 2)
                template = self._fresh(variants, turn)
                parts.append(Part(move, self._filled(template)))
        return parts

    def _needed(self, parts: list[Part]) -> list[Part]:
        """Without the moves that hang on one that is not said."""
        said = set(_names(parts))
        return [part for part in parts if part.move.needs is None or part.move.needs in said]

    def _sayable(self, move: str) -> list[str]:
        variants = self.wording.variants(move, self.keys)
        return [variant for variant in variants if self._known(variant)]

    def _known(self, template: str) -> bool:
        if not fields(template) <= self.slots.keys():
            return False
        return "signer" in self.slots or not self.wording.first_person.search(re.sub(r"\{\w+\}", "", template))

    def _best(self, variants: list[str]) -> list[str]:
        """The variants that say most."""
        said = [variant for variant in variants if "{keyword}" not in variant] or variants
        most = max((len(fields(variant)) for variant in said), default=0)
        return [variant for variant in said if len(fields(variant)) == most]

    def _fresh(self, variants: list[str], turn: int) -> str:
        """The variant whose turn it is, unless recent replies said it oftener than another."""
        start = turn % len(variants)
        ordered = variants[start:] + variants[:start]
        return min(ordered, key=self._used)

    def _used(self, template: str) -> int:
        stem = max(re.split(r"\{\w+\}", template), key=len).strip()
        return sum(1 for text in self.recent if len(stem) > 3 and stem in text)

    def _shortest(self, parts: list[Part]) -> list[Part]:
        return [
            Part(part.move, min((self._filled(variant) for variant in self._sayable(part.move.id)), key=len))
            for part in parts
        ]

    def _filled(self, template: str) -> str:
        text = template.format_map(self.slots)
        return text[0] + text[1].upper() + text[2:] if text[:1] == "“" else text


def fields(template: str) -> set[str]:
    """The slots a sentence has."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}


def _names(parts: list[Part]) -> tuple[str, ...]:
    return tuple(part.move.id for part in parts)


def composed(parts: list[Part]) -> Composed:
    """What the parts make together."""
    said = frozenset(part.text for part in parts if part.move.id not in ("greet", "sign"))
    return Composed(joined(parts), _names(parts), said)


def joined(parts: list[Part]) -> str:
    """The text: the greeting and the name on lines of their own, the rest as one paragraph."""
    head = [part.text for part in parts if part.move.id == "greet"]
    body = " ".join(part.text for part in parts if part.move.id not in ("greet", "sign"))
    foot = [part.text for part in parts if part.move.id == "sign"]
    return "\n\n".join([*head, *([body] if body else []), *foot])
