"""No slot of a template is left empty."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.linting.context import Context
from amends.linting.rule import Hit, Rule

_SLOT = re.compile(
    r"\[(?!\d+\])[A-Z][\w '/:.,-]{1,60}\]|\[(?:your|my|the|customer|first|order|phone|e-?mail|product) [\w ]{0,30}\]"
    r"|\[(?:(?:vor|nach|kunden)?name|kunde|bestellnummer|datum|(?:voor|achter|klant)?naam|klant|bestelnummer)\]"
    r"|\[(?:date|link|insert|company|agent|signature|amount|number)\b[^\]\n]{0,40}\]|\[(?:\.\.\.)?\]"
    r"|\((?:your|customer|first|insert|agent|company) (?:name|date|link|number|email|phone|signature)\)"
    r"|\{\{?%?\s*[A-Za-z_][\w.,:|' -]{0,60}\s*%?\}?\}|\$\{[^}\n]{1,40}\}|#[A-Z_]{4,20}#"
    r"|\b(?:DD|MM)[/.-](?:DD|MM)[/.-]YY"
    r"|<[A-Za-z_ ]{0,20}(?:name|number|date|email|phone|product)>"
    r"|%[A-Za-z_]{3,30}%|\bX{3,}\b|_{3,}",
    re.ASCII,
)


def _check(context: Context) -> Iterable[Hit]:
    return [Hit(*match.span()) for match in _SLOT.finditer(context.draft.raw)]


RULE = Rule(
    id="unfilled-slot",
    severity="error",
    message="Fill this in, or take it out.",
    label="No empty template slots",
    group="safe",
    why="A placeholder posted in public shows that nobody read even the reply.",
    source=("S1.8", "S2.5"),
    check=_check,
    bad=(
        "Hi [Name], thanks for the note. Jo",
        "Dear {customer_name}, thank you. Jo",
        "Thanks, {{first name}}! Jo",
        "Hi Kim {{IF angry: say sorry}}. Jo",
    ),
    good=("Thank you for the note. The option is under Settings [1] and in the menu. Jo",),
)
