"""Never call the reviewer a liar, wrong or at fault, and never argue."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="accusation",
    severity="error",
    message="Leave the customer's fault out. Say what happened, as a fact about us.",
    label="No blame on the customer",
    group="own",
    why="Readers side with the customer as soon as a business attacks one, even where the business is right.",
    source=("S1.12", "S4.3.3", "S1.5"),
    needs=frozenset({"phrases"}),
    check=flag("accusation", mild="warning"),
    bad=(
        "You are lying, we never charged twice.",
        "You should have read the manual first.",
        "As clearly stated on our website, sizes run small.",
        "That is simply not true.",
        "Your review is unfair and we will ask our lawyers.",
        "You didn't bother to call us.",
    ),
    good=(
        "Thank you for writing. We don't sell beer, so I would like to find out what happened: please ring me. Ivo",
        "Thanks for this. You are not wrong: the manual left step 3 out, and page 2 has it now. Eva",
    ),
)
