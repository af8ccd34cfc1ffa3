"""The form of the rules about what a platform takes in no reply: its data says no, and each finding cites that page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from amends.linting.context import Context
from amends.linting.rule import Hit, told_by
from amends.playbook import Fact

Thing = Literal["names", "quotation", "contact", "lists", "editable"]
"""Facts of a platform that say whether something may be."""
Span = tuple[int, int]


def fact_of(context: Context, thing: Thing) -> Fact[bool] | None:
    """What is known of a thing on this platform."""
    fact: Fact[bool] | None = getattr(context.platform, thing)
    return fact


def where_banned(thing: Thing) -> Callable[[Context], bool]:
    """Applies on a platform that is known not to take the thing."""

    def applies(context: Context) -> bool:
        fact = fact_of(context, thing)
        return fact is not None and not fact.value

    return applies


def ban(thing: Thing, places: Callable[[Context], Iterable[Span]]) -> Callable[[Context], Iterable[Hit]]:
    """A check that flags the places where a draft holds the thing, with the platform's own page."""

    def check(context: Context) -> Iterable[Hit]:
        return [Hit(*span, **told_by(fact_of(context, thing), context)) for span in places(context)]

    return check
