"""Every file of the rules folder is a whole rule, and its own examples prove it."""

from __future__ import annotations

import pkgutil
import re

import pytest

from amends.linting import Example, Rule, lint, rules
from amends.linting import rules as registry_rules
from amends.linting.rules import __path__ as ROOM
from amends.records import Linted

NAMES = sorted(module.name for module in pkgutil.iter_modules(ROOM))


def linted(example: str | Example) -> Linted:
    """What all rules say of an example."""
    it = Example(example) if isinstance(example, str) else example
    return lint(it.draft, review=it.review, issue=it.issue, platform=it.platform, profile=it.profile, recent=it.recent)


def cases(kind: str) -> list[object]:
    """Each example of each rule, under a name that says whose it is."""
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in rules()
        for number, example in enumerate(getattr(rule, kind), start=1)
    ]


def test_every_file_of_the_rules_folder_is_a_rule() -> None:
    assert [rule.id.replace("-", "_") for rule in sorted(registry_rules(), key=lambda rule: rule.id)] == NAMES


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule: Rule) -> None:
    where = f"linting/rules/{rule.id.replace('-', '_')}.py"
    assert rule.bad, f"{where}: give `bad` a draft this rule flags"
    assert rule.good, f"{where}: give `good` a draft no rule flags"
    assert re.fullmatch(r".{,119}[.!]", rule.message), (
        f"{where}: `message` is one line that says what to do, with a full stop"
    )
    assert re.fullmatch(r".{,199}\.", rule.why), f"{where}: `why` is one sentence of a line"
    assert re.fullmatch(r"[^.]{1,60}", rule.label), f"{where}: `label` is a few words without a full stop"
    assert all(re.fullmatch(r"S\d(\.\w+)+", source) for source in rule.source), f"{where}: `source` is playbook ids"
    assert len(set(rule.source)) == len(rule.source), f"{where}: `source` names an id twice"
    assert rule.languages is None or rule.languages, (
        f"{where} looks for phrases: write them in playbook/languages/en/phrases.toml under [{rule.id}]"
    )


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_a_bad_example_is_flagged_by_its_rule(rule: Rule, example: str | Example) -> None:
    told = {finding.rule for finding in linted(example).findings}
    assert rule.id in told, f"missed by {rule.id} (found: {sorted(told)}): {example!r}"


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_a_good_example_is_flagged_by_no_rule(rule: Rule, example: str | Example) -> None:
    findings = linted(example).findings
    told = [(finding.rule, finding.severity, finding.start, finding.end) for finding in findings]
    assert not told, f"{rule.id}'s good example is flagged: {told}: {example!r}"
