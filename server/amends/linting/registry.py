"""Finds the rules: every module of `rules/` holds one, as `RULE`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from typing import get_args

from amends.linting import rules as room
from amends.linting.rule import Rule
from amends.records import Group


class RuleError(Exception):
    """A file of the rules folder is not a rule; the message says what to mend."""


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the checklist: by group, then by id."""
    found = [_rule(module.name) for module in pkgutil.iter_modules(room.__path__)]
    order = get_args(Group)
    return tuple(sorted(found, key=lambda rule: (order.index(rule.group), rule.id)))


def _rule(name: str) -> Rule:
    rule = getattr(importlib.import_module(f"{room.__name__}.{name}"), "RULE", None)
    if not isinstance(rule, Rule):
        raise RuleError(f"linting/rules/{name}.py holds no RULE: end it with RULE = Rule(…)")
    if rule.id != name.replace("_", "-"):
        raise RuleError(f"linting/rules/{name}.py: its rule is called {rule.id!r}, call it {name.replace('_', '-')!r}")
    return rule
