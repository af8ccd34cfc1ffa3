"""Do suggestions sound alike? First suggestions for 500 complaints of one app, beside the replies really posted.

Run: python tests/bench/draft_variety.py [--count N] [--platform ID] [--show N]
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from collections import Counter, deque

from captures.real_reviews import PROFILE, complaints, rows

from amends.drafting import draft

LIMIT = 0.01
"""The share of pairs that may be alike."""
RECENT = 100
"""Earlier first suggestions that count as the team's recent replies, as `amends draft` does it."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GREETING = re.compile(r"^\s*(?:hi|hello|hey|dear|good day)\b[^,.!\n]{0,40}[,.!\n]\s*", re.IGNORECASE)


def body(text: str, signer: str) -> str:
    """A reply without its greeting and its signature."""
    lines = [line for line in _GREETING.sub("", text).splitlines() if line.strip()]
    return "\n".join(line for line in lines if not (signer and line.startswith(signer)))


def runs(text: str) -> list[tuple[str, ...]]:
    """The runs of four words, in order."""
    words = _WORD.findall(text.lower())
    return list(zip(*(words[start:] for start in range(4)), strict=False))


def alike(texts: list[str]) -> list[tuple[int, int]]:
    """The pairs that share more than half of the shorter one's runs."""
    sets = [set(runs(text)) for text in texts]
    pairs = itertools.combinations(range(len(sets)), 2)
    return [(one, two) for one, two in pairs if len(sets[one] & sets[two]) > 0.5 * min(len(sets[one]), len(sets[two]))]


def distinct(texts: list[str]) -> float:
    """The share of all runs of four words that are different ones."""
    every = [run for text in texts for run in runs(text)]
    return len(set(every)) / max(1, len(every))


def first_suggestions(count: int, where: str) -> tuple[list[str], Counter[str], int]:
    """The first suggestion for each complaint, the scenarios of those that got none, and how many were asked."""
    earlier: deque[str] = deque(maxlen=RECENT)
    texts: list[str] = []
    none: Counter[str] = Counter()
    reviews = complaints(count)
    for review in reviews:
        drafted = draft(review, platform=where, profile=PROFILE, recent=tuple(earlier), count=3)
        if not drafted.suggestions:
            none[drafted.scenario] += 1
            continue
        earlier.appendleft(drafted.suggestions[0].text)
        texts.append(drafted.suggestions[0].text)
    return texts, none, len(reviews)


def main() -> int:
    """Print the figures beside the limit; 1 where it is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--platform", default="google-play")
    parser.add_argument("--show", type=int, default=0, help="print that many pairs that are alike")
    asked = parser.parse_args()
    texts, none, many = first_suggestions(asked.count, asked.platform)
    ours = [body(text, PROFILE.staff[0].name) for text in texts]
    found = alike(ours)
    for one, two in found[: asked.show]:
        print(f"-- alike\n{ours[one]}\n   and\n{ours[two]}")
    share = len(found) / max(1, len(ours) * (len(ours) - 1) // 2)
    low = [row for row in rows("replies_familylink_2026") if row["rating"] in "123" and row["reply_text"].strip()]
    real = [body(row["reply_text"], "") for row in low][: asked.count]
    posted = len(alike(real)) / max(1, len(real) * (len(real) - 1) // 2)
    print(f"first suggestions for {many} complaints on {asked.platform}")
    print(
        f"  pairs alike {share:.2%} of {len(ours)} texts, limit {LIMIT:.0%}: {'kept' if share <= LIMIT else 'MISSED'}"
    )
    print(f"  the {len(real)} replies really posted: {posted:.2%}")
    print(f"  distinct-4 {distinct(ours[: len(real)]):.3f}, of the replies really posted {distinct(real):.3f}")
    silent = ", ".join(f"{name} {count}" for name, count in none.most_common())
    print(f"  without a suggestion {sum(none.values()) / max(1, many):.1%} ({silent})")
    return 0 if share <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
