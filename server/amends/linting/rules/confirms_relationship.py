"""In some trades nobody may learn from a reply that the reviewer was a patient, a client or a customer."""

from __future__ import annotations

from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Example, Hit, Rule
from amends.records import Profile

_ID = "confirms-relationship"


def _check(context: Context) -> Iterable[Hit]:
    for trade in context.trade_ids:
        for found in context.flagged(_ID, trade):
            yield Hit(*found.span())


_CLINIC = Profile(name="Lindholm Dental", trade="dental practice")
_FIRM = Profile(name="Ames & Ode", trade="law firm")
_BANK = Profile(name="Harbour Mutual", trade="bank")

RULE = Rule(
    id=_ID,
    severity="error",
    message="Take it out: it tells that this person was a patient, client or customer of yours.",
    label="Confirms nobody as patient, client or customer",
    group="safe",
    why="In this trade the fact that somebody came to you is itself confidential.",
    source=("S4.6.4",),
    needs=frozenset({"phrases", "profile"}),
    asleep=True,
    check=_check,
    bad=(
        Example("Thank you. We looked after you as well as we could on the day of your visit. Bo", profile=_CLINIC),
        Example("Thank you for being a patient of ours.", profile=_CLINIC),
        Example("Thank you. The judge decided your case on the facts. Bo", profile=_FIRM),
        Example("Thank you for your trust as our client.", profile=_FIRM),
        Example("Thank you. Your mortgage application is being looked at. Bo", profile=_BANK),
    ),
    good=(
        Example(
            "Thank you for taking the time to write. We'd like to hear more in private: please call the front desk on "
            "020 7946 0018. Bo",
            profile=_CLINIC,
        ),
        Example(
            "Thank you for writing. Professional duties keep us from answering here. Please call 020 7946 0018 and ask "
            "for me. Bo",
            profile=_FIRM,
        ),
    ),
)
