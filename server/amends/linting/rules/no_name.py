"""A person signs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.length import measure
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import text
from amends.records import FindingSeverity, Person, Profile, Repair

_ID = "no-name"
_TAIL = 160
_LAST = re.compile(r"[.!?…)\"”’:]\s+|\n+|\s[-–—~]\s?|\s\^|,\s+")
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,2}")


def _staff(context: Context) -> tuple[Person, ...]:
    return context.profile.staff if context.profile else ()


def _check(context: Context) -> Iterable[Hit]:
    if _signed_by_staff(context) or _signed_by_somebody(context):
        return ()
    end = len(context.draft.raw)
    severity: FindingSeverity = "warning" if _staff(context) else "advice"
    return (Hit(end, end, severity=severity, repair=_repair(context)),)


def _signed_by_staff(context: Context) -> bool:
    """Does one of the staff stand at the end, or where the customer is told whom to ask for?"""
    said = set(text(context.draft.raw[-_TAIL:]).words) | _beside_contact(context)
    return any(set(text(person.name.split()[0]).words) <= said for person in _staff(context) if person.name.strip())


def _beside_contact(context: Context) -> set[str]:
    """The words around a way to reach us: "ring 0800 496 0188 and ask for Morag" has a person in it."""
    draft = context.draft
    places = {draft.sentence_at(way.start()) for way in (*draft.emails, *context.phones)}
    return {word for place in places for word in text(draft.raw[place.start : place.end]).words}


def _signed_by_somebody(context: Context) -> bool:
    """Is the end, or a line near it, a name: a few capitalised words, or initials as in ^pw, none a team's?"""
    tail = context.draft.raw[-_TAIL:].rstrip(" \n.!")
    pieces = [piece.strip() for piece in _LAST.split(tail)[-4:] if piece.strip()]
    initials = re.search(r"\^\w{1,3}$", tail)
    return bool(initials) or any(_is_name(context, piece) for piece in pieces[1:] or pieces[:1])


def _is_name(context: Context, piece: str) -> bool:
    match = _NAME.match(piece)
    if match is None or len(piece) > 60 or match.end() != len(piece):
        return False
    words = text(piece).words
    common = context.known.common if context.known else frozenset()
    ours = set(text(context.profile.name).words) if context.profile else set()
    if any(context.is_one(_ID, "office", word) for word in words) or set(words) <= ours:
        return False
    people = [word for word in words if word not in common and not context.is_one(_ID, "nobody", word)]
    return bool(people) and all(word[:1].isupper() for word in piece.split())


def _repair(context: Context) -> Repair | None:
    if not _staff(context):
        return None
    name, end = _staff(context)[0].name, len(context.draft.raw)
    limit = context.platform.limit
    added = f"\n\n{name}"
    if limit and measure(context.draft.raw + added, limit.unit) > limit.value:
        return None
    return Repair(start=end, end=end, text=added, label=f"Sign as {name}")


_SHOP = Profile(name="Bean & Leaf", staff=(Person(name="Marta Ruiz"), Person(name="Oskar")))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="Sign with a person's name.",
    label="Signed by a person",
    group="sign",
    why="A name says that somebody took this on; “the team” says that nobody did.",
    source=("S1.8", "S2.5"),
    check=_check,
    bad=(
        "Thank you for the tip. The blue cups are back on Monday.",
        "Thanks for the tip. The blue cups are back.\n\nThe Support Team",
        Example("Thank you for the tip. The blue cups are back on Monday.", profile=_SHOP),
    ),
    good=(
        Example("Thank you for the tip. The blue cups are back on Monday.\n\nMarta", profile=_SHOP),
        "Thank you for the tip. The blue cups are back on Monday.\n\nKind regards,\nMarta Ruiz, Bean & Leaf",
    ),
)
