"""No lawyers, courts or police in a reply."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="legal-threat",
    severity="error",
    message="Take the threat out: no lawyers, courts, police or rights reserved.",
    label="No legal threats",
    group="own",
    why="A threat makes one bad review a story, and a groundless one can itself be unlawful.",
    source=("S1.12", "S4.3.3"),
    needs=frozenset({"phrases"}),
    check=flag("legal-threat"),
    bad=(
        "Our lawyers will be in touch about this review.",
        "We reserve the right to take legal action.",
        "This is slander and you will hear from us.",
        "We have passed your name to the police.",
    ),
    good=("Thank you for writing. We don't sell beer, so I would like to find out what happened: please ring me. Ivo",),
)
