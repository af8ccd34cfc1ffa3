"""Long lists in parts: the newest on the list's own page, older ones on pages that stay as they are.

Older parts are counted from the oldest fix on, a hundred each: a new fix changes the list's first page, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from fixlog.cards import NO_DAY, Card
from fixlog.pages.page import Page, page
from fixlog.views import WORKING

SIZE = 100
"""Fixes of an older part; the newest one has between half and one and a half of it."""
Span = tuple[date, date]
Groups = Iterable[tuple[Any, Sequence[Card]]]


class Part(NamedTuple):
    """What a page shows of a list: `number` is none on the list's own page, which alone knows the `older` ones."""

    top: str
    cards: Sequence[Card]
    grouped: Callable[[Sequence[Card]], Groups]
    number: int | None = None
    older: Sequence[tuple[int, Span | None]] = ()

    def groups(self) -> Groups:
        """The fixes under their headings."""
        return self.grouped(self.cards)

    @property
    def span(self) -> Span | None:
        """The first and the last day of an older part."""
        return None if self.number is None else _span(self.cards)


def paged(
    address: str,
    template: str,
    cards: Sequence[Card],
    values: dict[str, Any],
    *,
    grouped: Callable[..., Groups],
    told: str = "",
) -> Iterator[Page]:
    """A list's own page and those of its older parts; `cards` are the newest first, `told` as pages have it."""
    newest, chunks = _cut(cards)
    older = [(number, _span(chunk)) for number, chunk in chunks]
    part = Part(address, newest, grouped, older=older)
    yield page(address, template, {**values, "part": part}, cards=cards, told=told)
    for number, chunk in chunks:
        part = Part(address, chunk, grouped, number)
        yield page(f"{address}older/{number}/", template, {**values, "part": part}, cards=chunk, told=told)


def _cut(cards: Sequence[Card]) -> tuple[Sequence[Card], list[tuple[int, Sequence[Card]]]]:
    """The newest part, and the older ones with their numbers, newest first."""
    count = max(0, (len(cards) - SIZE // 2) // SIZE)
    first = len(cards) - count * SIZE
    return cards[:first], [(count - n, cards[first + n * SIZE : first + (n + 1) * SIZE]) for n in range(count)]


def _span(cards: Sequence[Card]) -> Span | None:
    days = [card.settled for card in (cards[-1], cards[0]) if card.settled != NO_DAY]
    return (date.fromisoformat(days[0]), date.fromisoformat(days[-1])) if days else None


def by_month(cards: Sequence[Card]) -> Groups:
    """Under the first day of each month; what has no day comes last, under none."""
    for month, some in groupby(cards, key=lambda card: card.settled[:7]):
        yield (None if month == NO_DAY[:7] else date.fromisoformat(f"{month}-01")), list(some)


def by_version(cards: Sequence[Card]) -> Groups:
    """Under the version each came with, the latest first; what has none comes last, under none."""
    versions: dict[str | None, list[Card]] = {}
    for card in cards:
        versions.setdefault(card.fixed_in, []).append(card)
    without = versions.pop(None, None)
    yield from versions.items()
    if without:
        yield None, without


def by_state(cards: Sequence[Card]) -> Groups:
    """Under their states, those nearest to their readers first."""
    for state in WORKING:
        if some := [card for card in cards if card.state == state]:
            yield state, some
