"""What the articles ask of a reply's wording is carried by a rule, and each rule carries something."""

from __future__ import annotations

import pytest

from amends.linting import rules
from amends.playbook import rows

LINTED = (
    "S0.5", "S0.6", "S1.2", "S1.3", "S1.4", "S1.5", "S1.6", "S1.7", "S1.8", "S1.9",
    "S1.10", "S1.11", "S1.12", "S2.2", "S2.4", "S2.5", "S2.6", "S3.1", "S3.3", "S3.4",
    "S3.5", "S3.6", "S3.7", "S3.8", "S4.2.4", "S4.3.1", "S4.3.2", "S4.3.3", "S4.3.4", "S4.4.1",
    "S4.4.2", "S4.4.3", "S4.4.4", "S4.5.2", "S4.6.1", "S4.6.2", "S4.6.4",
)  # fmt: skip
"""The rows that name the linter in the playbook."""
BY_ID = {row.id: row for row in rows()}


@pytest.mark.parametrize("row_id", LINTED)
def test_a_row_for_the_linter_works_by_a_named_rule(row_id: str) -> None:
    row = BY_ID[row_id]
    carried = [name for name in row.carried_by if name.startswith("rule:")]
    assert carried, f"{row_id} ({row.asks}): name the rule that carries it in playbook/rows"
    assert row.status == "works", f"{row_id} is carried by {carried}: its status is works"


def test_there_are_fifty_rules_and_more() -> None:
    assert len(rules()) >= 50
