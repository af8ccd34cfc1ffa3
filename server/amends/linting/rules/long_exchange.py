"""The second public answer is the last one."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Rating, Reply, Review

_WAY = "contact-missing"


def _applies(context: Context) -> bool:
    return context.complaint and context.review is not None and context.review.reply is not None


def _check(context: Context) -> Iterable[Hit]:
    draft = context.draft
    elsewhere = draft.emails or draft.links or context.phones or context.says(_WAY, "way")
    return () if elsewhere else (Hit(),)


_AGAIN = Review(
    text="Edit: your answer changed nothing, the coat is still torn.",
    rating=Rating(value=1),
    reply=Reply(text="Thank you, we look into it."),
)

RULE = Rule(
    id="long-exchange",
    severity="advice",
    message="You answered this in public before: say where the two of you can go on.",
    label="No long exchange in public",
    group="invite",
    why="A second round in public is a quarrel with spectators.",
    source=("S2.6", "S1.7", "S4.3.3"),
    needs=frozenset({"review"}),
    applies=_applies,
    check=_check,
    bad=(Example("Thank you. I'm sorry about the coat. I will mend it by Friday. Una", review=_AGAIN),),
    good=(
        Example(
            "Thank you. I'm sorry about the torn coat. Please call me: I will mend it by Friday. Una", review=_AGAIN
        ),
    ),
)
