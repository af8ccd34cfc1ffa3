"""Replies on one page do not begin alike."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.linting.text import text

_LATEST = 20
"""Replies that stand on the same page, about."""
_OFTEN = 3
_FEWEST = 5
"""Words a sentence must have to be noticed when it comes again."""


def _check(context: Context) -> Iterable[Hit]:
    earlier = [text(reply).said for reply in context.recent[:_LATEST]]
    for sentence in context.draft.read_sentences:
        times = sum(sentence.words in replies for replies in earlier)
        if times >= _OFTEN and len(sentence.words) >= _FEWEST:
            yield Hit(*sentence.place, message=f"This sentence stands in {times} of your latest replies: vary it.")


_SAME = "Thank you for taking the time to write to us. "

RULE = Rule(
    id="sameness",
    severity="advice",
    message="This sentence stands in several of your latest replies: vary it.",
    label="Unlike the replies beside it",
    group="acknowledge",
    why="Replies stand under one another on the page, and sameness is seen at once.",
    source=("S2.5", "S1.8", "S3.1"),
    needs=frozenset({"recent"}),
    check=_check,
    bad=(Example(_SAME + "The blue cups are back. Ole", recent=tuple(_SAME + word for word in ("A.", "B.", "C."))),),
    good=(Example("Thank you, Pia. The blue cups are back. Ole", recent=(_SAME + "The lid is tight again.",)),),
)
