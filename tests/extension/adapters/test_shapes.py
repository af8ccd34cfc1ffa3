"""Browser and server check adapters alike: the same sentences of the same ones, and none a browser cannot use."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from amends.adapters import faults_of, shipped
from amends.adapters.patterns import is_pattern
from amends.adapters.selectors import is_selector

pytestmark = pytest.mark.browser

VERDICTS = """async (patterns, given) => {
  const { isSelector } = await import('/.amends-reader/adapters/selector-shape.js');
  const taken = (use) => { try { use(); return true; } catch { return false; } };
  const nowhere = document.createDocumentFragment();
  return {
    patterns: given.patterns.map((one) => [patterns.isPattern(one), taken(() => new RegExp(one, 'iu'))]),
    scripts: given.patterns.map((one) => patterns.isPattern(one, true)),
    selectors: given.selectors.map((one) => [isSelector(one), taken(() => nowhere.querySelector(one))]),
  };
}"""
PATTERNS = {
    "good": [
        "^/review/([^/?#]+)", r"\p{L}+ \d{1,2}", r"[\w-]+\.[\w-]+", r"(?:a|b)?c", "(?!x)y", "[a-z-]", "[-a]",
        r"\u{1F600}", r"(?:[a-z]\d)+", "^/[^/?]+/[^/]+/[^/?]+/[^/?]+/[^/?]+/[^/?]*", "(?:[^/]+/)*x",
        "★★", r"[^\]]", "a-b", "x{3}", "x{2,}?",
    ],
    "hostile": [
        "(a+)+$", "(a|a)*b", "(?:a?){20}", "(.*)*", "[^/]*/?[^/]*/?[^/]*/?[^/]*/?[^/]*/?x",
        "a*a*a*a*a*b", "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)" * 3,
        "((a{500}){500}){500}", "x{5000}", r"(a)\1", "(?<=a)b", "(?<n>a)", "(?i:a)", "x" * 301,
    ],
    "broken": [
        "", "(", ")", "a)", "[a", "a]", "*a", "a**", "a{2", "{2}", "}", r"\q", r"\-", r"\u12", "[z-a]", r"[\w-a]", "^*",
        r"\b+", "(?=a)*", "a{3,2}", "\\",
    ],
}  # fmt: skip
SELECTORS = {
    "good": [
        "p", "*", "#a.b", "a[href*='/x/']", 'b[itemprop="author"]', "div:has(> [role='img'][aria-label*='5'])",
        ".a > b ~ c", "li:nth-of-type(2n+1)", ":scope > div > p:first-child", r".\31 23", r"[data-x\:y]",
        "a:not(.b, .c:is(d, e))", "a,b", ".ü", "article:has(a):has(b)", "[lang|=en]", 'a[title="x" i]',
    ],
    "hostile": ["a:has(b:has(c))", "a:not(:has(b):has(c:has(d)))", "p" * 501, ":not(" * 20 + "a" + ")" * 20],
    "broken": [
        "", " ", "p[", "a >", "> a", ".", "#1", ".1a", "a,,b", ":hover-ish", "::before", "a:has()", "[a=]", "[x]foo",
        "a{b}", "@x", "a%", '"a"', "a:nth-child(x)", "\\", "a /* c */ b", "svg|a", "-",
    ],
}  # fmt: skip
SCRIPTS = {
    "good": ["AF_init: ?[^x]{0,200}y", r"window\.X ?= ?", "abcd(?:e|f)?g{2}"],
    "hostile": [
        "abcd.{0,1000}.{0,1000}#", ".{0,200}#", "ab?cd.{0,9}#", "abcd|.{0,999}#", "(?:abcd)e", "abcd[^/]*/",
        "abcd(?:e{0,200}f{0,200}|g)", "abcd" + "e?" * 16, "abcd(?:" + "e" * 200 + "){1000}.{0,99}", "abcd.*", "abc*d",
    ],
}  # fmt: skip
MUTATED = 1_500


def mutated(seeds: list[str], letters: str) -> list[str]:
    """Near misses: what ships, with a letter put in, taken out or changed."""
    chance, made = random.Random(5), []
    while len(made) < MUTATED:
        word = list(chance.choice(seeds))
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(word) + 1)
            word[at : at + chance.randint(0, 1)] = chance.choice(letters) if chance.random() < 0.7 else ""
        made.append("".join(word))
    return made


def texts(value: Any, *keys: str) -> list[str]:
    """Everything that stands in the adapters under these keys."""
    if isinstance(value, dict):
        own = [one for key in keys for one in ([value[key]] if isinstance(value.get(key), str) else [])]
        return own + [text for one in value.values() for text in texts(one, *keys)]
    return [text for one in value for text in texts(one, *keys)] if isinstance(value, list) else []


def test_browser_and_server_agree_on_every_pattern_and_selector(modules: Callable[..., Any]) -> None:
    patterns, selectors = ([one for kind in table.values() for one in kind] for table in (PATTERNS, SELECTORS))
    patterns += [*SCRIPTS["good"], *SCRIPTS["hostile"], *mutated(texts(shipped(), "after"), "(){}|*+?.,019")]
    patterns += mutated(sorted(set(texts(shipped(), "pattern", "path", "address"))), r"()[]{}|*+?\^$-,2a=!:.")
    selectors += mutated(sorted(set(texts(shipped(), "select"))), "()[]:.#>~+,*'\"=-\\ a2@")
    told = modules("pattern-shape.js", VERDICTS, {"patterns": patterns, "selectors": selectors})
    for kind, check, given in (("patterns", is_pattern, patterns), ("selectors", is_selector, selectors)):
        here = [check(one) for one in given]
        there = [one for one, _ in told[kind]]
        assert [one for one, mine, theirs in zip(given, here, there, strict=True) if mine != theirs] == []
        assert [one for one, (ours, browsers) in zip(given, told[kind], strict=True) if ours and not browsers] == []
    assert [is_pattern(one, for_scripts=True) for one in patterns] == told["scripts"]


@pytest.mark.parametrize(("table", "check"), [(PATTERNS, is_pattern), (SELECTORS, is_selector)])
def test_what_is_hostile_or_broken_is_refused_and_what_is_needed_is_not(
    table: dict[str, list[str]], check: Callable[[str], bool]
) -> None:
    assert {one: check(one) for one in table["good"]} == dict.fromkeys(table["good"], True)
    refused = [*table["hostile"], *table["broken"]]
    assert {one: check(one) for one in refused} == dict.fromkeys(refused, False)


def test_a_pattern_for_scripts_begins_with_words_and_has_few_ways_to_go_on() -> None:
    assert {one: is_pattern(one, for_scripts=True) for one in SCRIPTS["good"]} == dict.fromkeys(SCRIPTS["good"], True)
    refused = SCRIPTS["hostile"]
    assert {one: is_pattern(one, for_scripts=True) for one in refused} == dict.fromkeys(refused, False)


def test_the_slowest_pattern_for_scripts_does_not_keep_a_page_waiting(modules: Callable[..., Any]) -> None:
    slow = ["xxxx.{0,180}.{0,180}!", "xxxx(?:" + "x" * 200 + "){1000}!", "xxxx" + "x?" * 14 + "!"]
    assert all(is_pattern(one, for_scripts=True) for one in slow)
    tried = "(times, [patterns, text]) => patterns.map((one) => [...times.placesOf(one, [text, text])].length)"
    assert modules("pattern-time.js", tried, [slow, "x" * 4_000_000]) == [0] * len(slow)


def test_the_slowest_pattern_that_is_taken_does_not_keep_a_page_waiting(modules: Callable[..., Any]) -> None:
    slow = [".*.*.*.*!", r"^.*.*.*.*!", r"\S+\S+\S+!", ".{0,1000}.{0,1000}.*.*!", "(?:x|.)(?:x|.)(?:x|.)(?:x|.).*x*!"]
    assert all(map(is_pattern, slow))
    tried = "(values, [patterns, text]) => patterns.map((one) => values.matched(one, text) ?? null)"
    assert modules("values.js", tried, [slow, "x" * 100_000]) == [None] * len(slow)


def test_browser_and_server_say_the_same_of_every_adapter(modules: Callable[..., Any]) -> None:
    chance, given = random.Random(7), [*shipped(), [], None, "x", {}]
    odd = [
        None,
        0,
        -1,
        True,
        "",
        "x",
        "p[",
        "(a+)+",
        [],
        {},
        [""],
        {"select": "p["},
        ["a", {}],
        "\ud83d",
        "x" * 3000,
        1.5,
    ]
    for adapter in shipped():
        for _ in range(12):
            given.append(spoilt(json.loads(json.dumps(adapter)), chance, odd))
    said = modules("shape.js", "(shape, given) => given.map((one) => shape.faultsOf(one))", given)
    assert [[fault.sentence for fault in faults_of(one)] for one in given] == said
    assert sum(map(bool, said)) > 200


def spoilt(value: Any, chance: random.Random, odd: list[Any]) -> Any:
    """The same with one part, somewhere, put in place of another, taken away or added."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.25:
        return chance.choice(odd)
    key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
    if isinstance(value, dict) and chance.random() < 0.2:
        value[chance.choice(["colour", "select", "rating"])] = chance.choice(odd)
    elif isinstance(value, dict) and chance.random() < 0.3:
        del value[key]
    else:
        value[key] = spoilt(value[key], chance, odd)
    return value
