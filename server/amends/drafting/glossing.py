"""A suggestion once more in a language the staff read: the same moves and slots, in that language's sentences.

Nothing is translated. What only the review's language can say, such as the customer's own words, stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from amends.drafting.composing import Part, fields, filled, joined, number_of, sayable
from amends.drafting.drafter import Composed
from amends.drafting.setting import Setting
from amends.drafting.slots import facts
from amends.playbook import Move, Wording, renamed, wording
from amends.records import Gloss

_LEFT_OUT = "[…]"
"""Stands for a sentence that only its own language has, such as one the team wrote itself."""
_AS_SAID = "“{}”"


def gloss(made: Composed, setting: Setting, keys: tuple[str, ...]) -> Gloss | None:
    """What a text says, in the language staff read; None where it is in that, or its drafter tells too little."""
    language = setting.read_in
    if language is None or language == setting.wording.language or not made.said:
        return None
    theirs = replace(setting, wording=wording(language))
    known = facts(theirs)
    parts = []
    for move, said in zip(made.moves, made.said, strict=True):
        told = {name: known.get(name) or _told(name, value, setting, theirs) for name, value in said.items()}
        may = {**told, **({"signer": ""} if known.get("signer") else {})}
        variants = [one for one in theirs.wording.variants(move, keys) if sayable(one, may, theirs.wording)]
        parts.append(Part(Move(id=move), _sentence(variants, told, f"{made.text} {move}")))
    return Gloss(language=language, text=joined(parts))


def _told(name: str, value: str, setting: Setting, theirs: Setting) -> str:
    """A slot of the review: the names of things are ours, all else is the customer's."""
    return _thing(value, setting.wording, theirs.wording) if name == "concern" else value


def _thing(value: str, ours: Wording, theirs: Wording) -> str:
    """What it is about, in the other language; as the reply says it where that has no name for it."""
    names = value.split(f" {ours.words['and'][0]} ")
    found = [renamed(name, ours.language, theirs.language) or _AS_SAID.format(name) for name in names]
    return f" {theirs.words['and'][0]} ".join(found)


def _sentence(variants: list[str], told: Mapping[str, str], seed: str) -> str:
    """The sentence that says the same, or most of it and nothing more; which of several comes of the `seed`."""
    same = [one for one in variants if fields(one) <= told.keys()]
    if not same:
        return _LEFT_OUT
    most = max(len(fields(one)) for one in same)
    best = [one for one in same if len(fields(one)) == most]
    return filled(best[number_of(seed) % len(best)], told)
