"""Nothing of the tool, the template or the notes is left in."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="leftovers",
    severity="error",
    message="Take it out: this is a note or a tool's remark, not for the customer.",
    label="No notes or tool's remarks left in",
    group="safe",
    why="A leftover shows that nobody read the reply, and it will be photographed.",
    source=("S1.8", "S2.5"),
    needs=frozenset({"phrases"}),
    check=flag("leftovers"),
    bad=(
        "Here is a polite response: Thank you.",
        "Option 1: Thank you for your review.",
        "As an AI language model I can't visit.",
        "TODO ask Tom. Thank you.",
        "Thank you. (tone: warm, max 60 words)",
        "Thank you. Please check with legal before posting.",
    ),
    good=("Thank you for the note. Copy and paste works again since version 4.2, out since Monday. Bo",),
)
