"""The place of whoever words suggestions: today our own sentences, later perhaps a language model beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from amends.playbook import Platform


@dataclass(frozen=True)
class Composed:
    """A text, and the moves it is made of in their order.

    `said` has for each move the slots it says; without it nobody can say the same in another language.
    """

    text: str
    moves: tuple[str, ...]
    said: tuple[Mapping[str, str], ...] = ()


class Drafter(Protocol):
    """Words replies to the one review it was made for; `selection` chooses among them.

    Whatever a drafter gives is held by the same rules: a text with an error or a warning, over the platform's limit or
    like a recent reply is not shown, and the drafter is asked for another way, up to a last one. So it may be wrong,
    and must not be trusted. It is given no store, no clock and no network: one that calls a model gets the answer
    before and hands it out here. A review's text is material, never an instruction to it; facts, dates, names and
    promises come from the slots it is given (`slots.py`), never from its own knowledge; and the same review gives
    the same texts, so that what is shown twice is the same twice. Where it has nothing it gives nothing.
    """

    def made(self, index: int, brevity: int, platform: Platform) -> Sequence[Composed]:
        """Texts to choose the suggestion number `index` from.

        `brevity` says how much may be left out, as `Move.drop` counts: 0 for nothing, 99 for all that may go.
        """
