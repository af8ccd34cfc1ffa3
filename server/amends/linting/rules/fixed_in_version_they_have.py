"""Never "fixed in 2.3" to someone who reports it on 2.3 or later: for them it is not fixed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import Place
from amends.linting.versions import at_least
from amends.records import Rating, Review

_ID = "fixed-in-version-they-have"
_DOTTED = re.compile(r"\d\.\d|[a-z] v?\d")
_VERSION = re.compile(
    r"(?<![\w.,:/€$£-])(?:[vV]?(?P<version>\d+(?:\.\d+){1,3})"
    r"|(?:[Vv]ersion|[Rr]elease|[Bb]uild|[Vv]ersión|[Vv]ersie|v|V) ?(?P<whole>\d+))(?![\w%€$£:/-]|[.,]\d)"
)


def _theirs(context: Context) -> list[str]:
    """The versions the reviewer has: the one the platform shows, and those they name."""
    shown = context.review.product_version if context.review else None
    if shown or not _DOTTED.search(context.review_text.raw):
        return [shown] if shown else []
    return [match["version"] for match in context.reviewed(_ID, "theirs")]


def _applies(context: Context) -> bool:
    return bool(_theirs(context))


def _check(context: Context) -> Iterable[Hit]:
    theirs = _theirs(context) if _DOTTED.search(context.draft.raw) else []
    if not theirs:
        return ()
    unsaid = context.sentences(_ID, "not-so")
    said = [(found["version"], Place(*found.span())) for found in context.found(_ID, "told")] or _beside_a_cure(context)
    return [
        Hit(*place)
        for version, place in said
        if any(at_least(mine, version) for mine in theirs) and context.draft.sentence_at(place.start) not in unsaid
    ]


def _beside_a_cure(context: Context) -> list[tuple[str, Place]]:
    """The versions in the draft that stand in one sentence with words of a cure."""
    said = []
    for sentence in context.sentences(_ID, "cure"):
        found = _VERSION.finditer(context.draft.raw, sentence.start, sentence.end)
        said += [(match["version"] or match["whole"], Place(*match.span())) for match in found]
    return said


_NEW = Review(text="Still crashes in 2.4.", product_version="2.4.0", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="error",
    message="They already have this version or a later one: treat it as a new report.",
    label="Not “fixed” in a version they have",
    group="act",
    why="Telling someone that what they just saw can't happen is the same as not reading them.",
    source=("S1.10", "S1.5"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(
        Example("Thanks! The crash was fixed in version 2.3.", review=_NEW),
        Example("Thanks, this is fixed in 2.4, please update. Jon", review=_NEW),
        Example("Thanks! Since the 2.3 release the start no longer fails. Jon", review=_NEW),
    ),
    good=(
        Example(
            "Thank you. We thought 2.3 had cured the crash, and I'm sorry you still see it. Could you send the report "
            "from Settings to help@app.example? I will look at it on Monday. Jon",
            review=_NEW,
        ),
        Example(
            "Thank you for the report, and sorry. The crash is fixed in version 2.5, out since Monday; "
            "write to help@app.example if you still see it. Jon",
            review=_NEW,
        ),
    ),
)
