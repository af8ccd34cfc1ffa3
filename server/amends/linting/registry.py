"""Finds the rules: every module of `rules/` holds one, as `RULE`."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from functools import lru_cache
from typing import get_args

from amends.linting import rules as room
from amends.linting.rule import Rule
from amends.playbook import Trade, trades
from amends.playbook.trade_rules import Becomes
from amends.records import Group

_ORDER: tuple[Becomes, ...] = ("off", "error", "warning", "advice")


class RuleError(Exception):
    """A file of the rules folder is not a rule; the message says what to mend."""


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the checklist: by group, then by id."""
    found = [_rule(module.name) for module in pkgutil.iter_modules(room.__path__)]
    order = get_args(Group)
    return tuple(sorted(found, key=lambda rule: (order.index(rule.group), rule.id)))


@lru_cache(maxsize=32)
def rules_in(trade_ids: tuple[str, ...]) -> tuple[Rule, ...]:
    """Every rule as these trades make it, in the same order."""
    known = tuple(trade for trade in trades() if trade.id in trade_ids)
    return tuple(_changed(rule, known) for rule in rules())


def _changed(rule: Rule, known: tuple[Trade, ...]) -> Rule:
    """The rule as a trade makes it; of two that differ the stricter counts, and before both one that silences it."""
    changes = [(change, trade) for trade in known for change in trade.changes if change.rule == rule.id]
    if not changes:
        return rule
    change, trade = min(changes, key=lambda one: _ORDER.index(one[0].becomes))
    note = trade.note(change)
    if change.becomes == "off":
        return replace(rule, asleep=True, trade=note)
    return replace(rule, asleep=False, severity=change.becomes, trade=note)


def _rule(name: str) -> Rule:
    rule = getattr(importlib.import_module(f"{room.__name__}.{name}"), "RULE", None)
    if not isinstance(rule, Rule):
        raise RuleError(f"linting/rules/{name}.py holds no RULE: end it with RULE = Rule(…)")
    if rule.id != name.replace("_", "-"):
        raise RuleError(f"linting/rules/{name}.py: its rule is called {rule.id!r}, call it {name.replace('_', '-')!r}")
    return rule
