"""Is this reply good? Rules read a draft beside its review and say what to mend, where and why."""

from amends.linting.engine import lint
from amends.linting.registry import RuleError, rules, rules_in
from amends.linting.rule import Example, Hit, Rule
from amends.linting.sieve import Sieve
from amends.linting.warming import warm

__all__ = ["Example", "Hit", "Rule", "RuleError", "Sieve", "lint", "rules", "rules_in", "warm"]
