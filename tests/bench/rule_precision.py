"""What the rules say of 1,808 real replies, by language, and how often that is right where somebody read it.

Run: python tests/bench/rule_precision.py [--read RULE COUNT]. `rule_precision.csv` holds the hits that were read:
reply hash, rule, whether the remark is right; no text. They were read once, by who wrote the rules, not by outside
raters: all hits in other languages than English, and in English all of most rules and samples of the four that speak
most. The data set shows only a first name, so `wrong-name` was judged by what it shows; most of its hits call the
customer by another part of the name.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from lint_replies import Posted, posted

from amends.linting import lint, rules
from amends.records import Finding

TABLE = Path(__file__).with_suffix(".csv")
PLATFORM = "google-play"
AIMS = {"error": 0.97, "warning": 0.90}


def hits() -> Iterator[tuple[Posted, Finding]]:
    """Each rule's first finding on each reply."""
    for one in posted():
        told = set()
        for finding in lint(one.reply, review=one.review, platform=PLATFORM).findings:
            if finding.rule not in told:
                told.add(finding.rule)
                yield one, finding


def read() -> dict[tuple[str, str], bool]:
    """What was read: (reply hash, rule) → is the remark right?"""
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["reply"], row["rule"]): row["correct"] == "yes" for row in csv.DictReader(file)}


def show(rule: str, count: int) -> None:
    """Print hits of one rule that nobody has read yet, spread over the replies."""
    known = read()
    found = [(one, hit) for one, hit in hits() if hit.rule == rule and (one.key, rule) not in known]
    for one, hit in found[:: max(1, len(found) // count)][:count]:
        print(f"{one.key} [{hit.severity}] {one.reply[hit.start : hit.end]!r}")
        print(f"    REVIEW {one.review.rating.value if one.review.rating else '?'}: {one.review.words[:300]!r}")
        print(f"    REPLY {one.reply!r}")


Tally = dict[tuple[str, str, str], list[bool | None]]
"""(rule, severity, language) → of each hit, is it right? None where nobody read it."""


def tally() -> Tally:
    """All hits by rule, severity and language."""
    known, found = read(), defaultdict[tuple[str, str, str], list[bool | None]](list)
    for one, finding in hits():
        found[finding.rule, finding.severity, one.language].append(known.get((one.key, finding.rule)))
    return found


def counts(judged: Iterable[bool | None]) -> tuple[int, int, int]:
    """How many hits there are, how many of them were read, how many are right."""
    all_of_them = list(judged)
    return len(all_of_them), sum(right is not None for right in all_of_them), all_of_them.count(True)


def by_rule(found: Tally) -> Iterator[str]:
    """A line for each rule, level and language that has hits, in the order of the rules."""
    order = [rule.id for rule in rules()]
    yield f"{'rule':34}{'level':9}{'language':10}{'hits':>6}{'read':>6}{'right':>7}"
    for rule, level, language in sorted(found, key=lambda key: (order.index(key[0]), key[1:])):
        hit, seen, right = counts(found[rule, level, language])
        yield f"{rule:34}{level:9}{language:10}{hit:6}{seen:6}{right:7}"


def by_language(found: Tally) -> Iterator[str]:
    """A line for each level and language, and one for each level in all."""
    replies = Counter(one.language for one in posted())
    for level, aim in AIMS.items():
        for language, written in [*replies.most_common(), ("all", replies.total())]:
            judged = [
                right for key, each in found.items() if key[1] == level for right in each if language in ("all", key[2])
            ]
            hit, seen, right = counts(judged)
            share = f"{right / seen:.3f}" if seen else "  -  "
            yield (
                f"{level:9}{language:6}{written:6} replies{hit:6} hits{seen:6} read{right:6} right  {share} (aim {aim})"
            )


def main() -> None:
    """Print hits by rule and language, and precision by level and language where hits were read."""
    found = tally()
    print(f"{len(list(posted()))} replies, {len(rules())} rules", *by_rule(found), *by_language(found), sep="\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        show(sys.argv[2], int(sys.argv[3]))
    else:
        main()
