"""`amends rules`: what is checked, why, and where that comes from."""

from __future__ import annotations

import sys
from typing import Any

import orjson
import rich_click as click

from amends.linting import Example, Rule, rules_in
from amends.playbook import trades, trades_of


@click.command()
@click.argument("rule_id", metavar="[ID]", required=False)
@click.option("--trade", metavar="TRADE", help="As they are in a trade: an id, or what you write in your profile.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def command(rule_id: str | None, trade: str | None, shape: str) -> None:
    """List the rules, or explain the one called ID; some are stricter, silent or woken in some trades."""
    chosen = [rule for rule in rules_in(_ids(trade)) if rule_id in (None, rule.id)]
    if not chosen:
        raise click.UsageError(f"There is no rule {rule_id!r}; `amends rules` lists them.")
    if shape == "json":
        sys.stdout.buffer.write(orjson.dumps([_described(rule) for rule in chosen], option=orjson.OPT_INDENT_2) + b"\n")
    elif rule_id:
        _explain(chosen[0])
    else:
        for rule in chosen:
            click.echo(f"{_severity(rule):8}{rule.id:32}{rule.label}{_changed(rule)}")


def _ids(trade: str | None) -> tuple[str, ...]:
    """The trades that an option names."""
    found = tuple(one.id for one in trades_of(trade))
    if trade and not found:
        known = ", ".join(one.id for one in trades())
        raise click.UsageError(f"No rule changes in the trade {trade!r}, as far as known; trades with rules: {known}.")
    return found


def _severity(rule: Rule) -> str:
    return "off" if rule.asleep else rule.severity


def _changed(rule: Rule) -> str:
    return f"  ({rule.trade.trade}: {rule.trade.why})" if rule.trade else ""


def _described(rule: Rule) -> dict[str, Any]:
    """A rule as JSON: `languages` is missing where it works in all."""
    return {
        "id": rule.id,
        "severity": _severity(rule),
        "group": rule.group,
        "label": rule.label,
        "message": rule.message,
        "why": rule.why,
        "source": list(rule.source),
        "needs": sorted(rule.needs),
        **({"trade": rule.trade.dump()} if rule.trade else {}),
        "trades": {trade: change["becomes"] for trade, change in _trades(rule).items()},
        **({"languages": list(rule.languages)} if rule.languages is not None else {}),
        "bad": [_beside(example) for example in rule.bad],
        "good": [_beside(example) for example in rule.good],
    }


def _trades(rule: Rule) -> dict[str, dict[str, str]]:
    """What the rule becomes in which trade, and why."""
    return {
        trade.id: {"becomes": change.becomes, **trade.note(change).dump()}
        for trade in trades()
        for change in trade.changes
        if change.rule == rule.id
    }


def _beside(example: str | Example) -> dict[str, Any]:
    """An example as a line that `amends lint --jsonl` takes."""
    if isinstance(example, str):
        return {"draft": example}
    records = {"review": example.review, "issue": example.issue, "profile": example.profile}
    return {
        "draft": example.draft,
        **{name: record.dump() for name, record in records.items() if record is not None},
        **({"platform": example.platform} if example.platform else {}),
        **({"recent": list(example.recent)} if example.recent else {}),
    }


def _explain(rule: Rule) -> None:
    click.echo(f"{rule.id} ({_severity(rule)}): {rule.label}\n\n{rule.message}\n{rule.why}\n")
    cited = ", ".join(rule.source) or "the platform's own rules"
    click.echo(f"From: {cited}. Languages: {', '.join(rule.languages) if rule.languages is not None else 'all'}.")
    for trade, change in _trades(rule).items():
        click.echo(f"In {trade}: {change['becomes']}. {change['why']} ({change['url']}, read {change['read_on']})")
    for title, examples in (("Flagged", rule.bad), ("Fine", rule.good)):
        click.echo(f"\n{title}:")
        for example in examples:
            click.echo(f"  {_beside(example)['draft']}")
