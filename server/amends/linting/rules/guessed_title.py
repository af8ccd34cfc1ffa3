"""Don't guess whether somebody is a Mr or a Mrs."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import text
from amends.records import Review

_ID = "guessed-title"
_SHORT = {
    "mme": "madame",
    "mlle": "mademoiselle",
    "m": "monsieur",
    "sr": "señor",
    "sra": "señora",
    "srta": "señorita",
    "hr": "herr",
    "fr": "frau",
    "dhr": "heer",
    "mevr": "mevrouw",
    "mw": "mevrouw",
}
"""Titles as people shorten them in their own name, and in full as a greeting has them."""


def _check(context: Context) -> Iterable[Hit]:
    theirs = _titles(context)
    for found in (*context.flagged(_ID, "title"), *context.flagged(_ID, "him")):
        if not theirs & set(text(found[0]).words):
            yield Hit(*found.span())


def _titles(context: Context) -> set[str]:
    """The words of the author's name, shortened titles among them in full as well."""
    words = text((context.review.author if context.review else None) or "").words
    return {*words, *(_SHORT[word] for word in words if word in _SHORT)}


RULE = Rule(
    id=_ID,
    severity="warning",
    message="Leave the title out: nobody told us whether it is a Mr or a Mrs.",
    label="No guessed title",
    group="acknowledge",
    why="A wrong guess offends, and a right one is no better than the name.",
    source=("S4.3.2", "S2.5"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=("Dear Sir, thank you for the note.", "Hello Madam, we are sorry."),
    good=(
        "Thank you for the note. The blue cups are back on Monday. Jo",
        Example("Dear Mrs Bell, thank you. The blue cups are back. Jo", review=Review(text="Cups?", author="Mrs Bell")),
        Example(
            "Bonjour Madame Lefort, merci pour votre mot. Les tasses bleues sont de retour. Jo",
            review=Review(text="Où sont les tasses bleues ?", author="Mme Lefort"),
        ),
    ),
)
