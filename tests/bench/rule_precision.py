"""What the rules say of 1,808 real replies, and how often that is right where somebody read it.

Run: python tests/bench/rule_precision.py [--read RULE COUNT]. `rule_precision.csv` holds the hits that were read:
reply hash, rule, whether the remark is right; no text. They were read once, by who wrote the rules, not by outside
raters. The data set shows only a first name, so `wrong-name` was judged by what it shows; most of its hits call the
customer by another part of the name.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
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


def main() -> None:
    """Print hits by rule and language, and precision by rule and level where hits were read."""
    known = read()
    by_language: dict[str, Counter[str]] = defaultdict(Counter)
    judged: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for one, finding in hits():
        by_language[finding.rule]["en" if one.language == "en" else "other"] += 1
        if (one.key, finding.rule) in known:
            judged[finding.rule, finding.severity].append(known[one.key, finding.rule])
    print(
        f"{len(list(posted()))} replies, {len(rules())} rules\n{'rule':34}{'level':9}{'en':>6}{'other':>6}  read right"
    )
    for rule in rules():
        if count := by_language.get(rule.id):
            mine = [right for (name, _), rights in judged.items() if name == rule.id for right in rights]
            print(f"{rule.id:34}{rule.severity:9}{count['en']:6}{count['other']:6}{len(mine):6}{sum(mine):6}")
    for level, aim in AIMS.items():
        rights = [right for (_, severity), each in judged.items() if severity == level for right in each]
        if rights:
            print(
                f"{level}: {sum(rights)} of {len(rights)} read are right, {sum(rights) / len(rights):.3f} (aim {aim})"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        show(sys.argv[2], int(sys.argv[3]))
    else:
        main()
