"""A reply thanks the customer: most people who complain do it because they care."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_ID = "no-thanks"


def _check(context: Context) -> Iterable[Hit]:
    return () if context.says(_ID, "thanks") else (Hit(),)


RULE = Rule(
    id=_ID,
    severity="advice",
    message="Thank the customer for taking the time.",
    label="Thanks the customer",
    group="thank",
    why="Most people complain because they care how it goes on, and a complaint is free advice.",
    source=("S1.3", "S1.9", "S4.9.3"),
    needs=frozenset({"phrases"}),
    check=_check,
    bad=("I'm sorry the room was cold. The heating was mended this morning. Ida",),
    good=("Thank you for telling us. I'm sorry the room was cold. The heating was mended this morning. Ida",),
)
