"""No markup: what a reply box does not understand it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_MARKUP = re.compile(
    r"</?(?:b|i|u|p|br|a|em|strong|div|span|ul|ol|li|h[1-6])(?:\s[^<>]{0,200})?/?>|&nbsp;"
    r"|\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__|\[[^\]\n]{1,100}\]\(https?://[^)\s]{1,300}\)|(?m:^#{1,6} \S)|```",
    re.IGNORECASE,
)


def _check(context: Context) -> Iterable[Hit]:
    return [Hit(*match.span()) for match in _MARKUP.finditer(context.draft.raw)]


RULE = Rule(
    id="markup",
    severity="warning",
    message="Write it as plain text: reply boxes print marks and tags as they are, or take them out.",
    label="Plain text, no markup",
    group="safe",
    why="Stars and tags around a word show where a text was pasted from.",
    source=("S2.5", "S1.8"),
    check=_check,
    bad=(
        "Thank you. **We fixed it** today. Jo",
        "Thank you.<br>We fixed it today. Jo",
        "See [here](https://shop.example/a). Jo",
    ),
    good=("Thank you. 3 * 4 is 12 again since version 2.1, and a < b sorts the right way round. Jo",),
)
