"""No “sorry, but”."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="defensive-but",
    severity="warning",
    message="End the sentence after the apology: what follows “but” takes it back.",
    label="No “sorry, but”",
    group="own",
    why="Everything before the “but” is read as politeness, everything after it as the answer.",
    source=("S4.3.1", "S4.4.1"),
    needs=frozenset({"phrases"}),
    check=flag("defensive-but"),
    bad=(
        "We're sorry to hear that, but our staff are trained to be polite.",
        "I understand your frustration, however you should have called.",
        "We apologise for the wait, but it was stated on the door.",
        "In our defence, it was dark.",
    ),
    good=(
        "Thank you for waiting; I'm sorry it took an hour. Since Friday two stand at the bar; please ask for me. Rui",
    ),
)
