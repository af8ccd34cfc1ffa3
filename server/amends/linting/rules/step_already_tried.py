"""Don't send people back to what they said they had tried."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Rating, Review

_ID = "step-already-tried"


def _applies(context: Context) -> bool:
    return context.same_language and any(context.review_says(_ID, name) for name in _steps(context))


def _steps(context: Context) -> list[str]:
    """The steps there are phrases for: `X-tried` for the review, `X-told` for the draft."""
    lists = context.known.lists if context.known else {}
    return sorted(name for rule, name in lists if rule == _ID and name.endswith("-tried"))


def _check(context: Context) -> Iterable[Hit]:
    for tried in _steps(context):
        if context.review_says(_ID, tried):
            told = context.found(_ID, tried.removesuffix("-tried") + "-told")
            spared = context.sentences(_ID, "again")
            yield from (Hit(*found.span()) for found in told if context.draft.sentence_at(found.begin) not in spared)


_DONE = Review(text="Crashes on start. I already reinstalled it twice and cleared the cache.", rating=Rating(value=1))

RULE = Rule(
    id=_ID,
    severity="warning",
    message="They said they tried this: leave it out, or say why once more.",
    label="No step they already tried",
    group="act",
    why="Being sent back to the first step proves that nobody read the review.",
    source=("S4.3.2", "S4.5.2", "S2.5"),
    needs=frozenset({"phrases", "review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. I'm sorry it crashes on start. Please reinstall the app. Jo", review=_DONE),),
    good=(
        Example(
            "Thank you, and for trying twice. I'm sorry it crashes on start. Could you send the report under "
            "Settings to help@app.example? I look at it today. Jo",
            review=_DONE,
        ),
    ),
)
