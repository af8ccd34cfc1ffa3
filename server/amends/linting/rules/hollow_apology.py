"""An apology with an "if", or for how the customer feels, is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.phrase import Found
from amends.linting.rule import Hit, Rule
from amends.records import Repair

_ID = "hollow-apology"
_WORD = re.compile(r"\s+([\w'’]+)")
_END = re.compile(r"\s*(?=[.!;,\n]|$)")


def _check(context: Context) -> Iterable[Hit]:
    return [_hit(context, found) for found in context.flagged(_ID)]


def _hit(context: Context, found: Found) -> Hit:
    end = _clause_end(context, found.end())
    # The repair is an English sentence: no other language's words are replaced by it.
    if end is None or context.language != "en":
        return Hit(found.start(), found.end())
    who = "I'm" if re.match(r"(i|my)\b", found[0], re.IGNORECASE) else "We're"
    repair = Repair(start=found.start(), end=end, text=f"{who} sorry this happened", label=f"{who} sorry this happened")
    return Hit(found.start(), end, repair=repair if _opens_a_sentence(context, found.start()) else None)


def _clause_end(context: Context, place: int) -> int | None:
    """Where the rest of the clause ends, if it says nothing more than the "if": only then may it be replaced."""
    raw = context.draft.raw
    while (word := _WORD.match(raw, place)) and context.is_one(_ID, "tail", word[1]):
        place = word.end()
    return place if _END.match(raw, place) else None


def _opens_a_sentence(context: Context, place: int) -> bool:
    sentence = context.draft.sentence_at(place)
    return not context.draft.raw[sentence.start : place].strip()


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Say sorry for what happened, without “if” or “any”.",
    label="A real apology, without “if”",
    group="own",
    why="A conditional apology doubts the customer, and everyone who reads it can tell.",
    source=("S4.4.1", "S1.2"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=(
        "I apologise if this caused any inconvenience.",
        "We're sorry you feel that way about our service.",
        "We apologize for any trouble with the booking.",
    ),
    good=(
        "Thank you for telling us. I'm sorry the soup was cold. The kitchen now checks every bowl. Anna",
        "Thanks for writing, Tom. I'm sorry about the two lost days. If it happens again, please ring me. Maria",
    ),
)
