"""Does any suggestion break a rule? All reviews of the data sets, each for one platform and language by its hash.

Run: python tests/bench/draft_clean.py [--every N] [--language en] [--show N]
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, deque

from captures.real_reviews import PROFILE, by_hash, every_review

from amends.drafting import draft
from amends.playbook import languages, platforms
from amends.records import Drafted, Review, Suggestion

RECENT = 100
"""Earlier first suggestions that count as the team's recent replies, as `amends draft` does it."""
_SLOT = re.compile(r"[{}]")


def faults(suggestion: Suggestion) -> list[str]:
    """What is wrong with a suggestion, in names to be counted."""
    length = suggestion.length
    found = [f"{one.severity} {one.rule}" for one in suggestion.findings if one.severity != "advice"]
    found += ["over the limit"] if length.limit is not None and length.used > length.limit else []
    found += ["empty"] if not suggestion.text.strip() else []
    return found + (["unfilled slot"] if _SLOT.search(suggestion.text) else [])


class Tally:
    """What was counted."""

    def __init__(self, show: int) -> None:
        self.reviews = self.suggestions = 0
        self.faults: Counter[str] = Counter()
        self.unclean = 0
        self.fewer: Counter[str] = Counter()
        self.none: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.unexplained = 0
        self._show = show

    def add(self, drafted: Drafted, where: str, language: str, review: Review) -> None:
        """Count one review's suggestions."""
        self.reviews += 1
        self.suggestions += len(drafted.suggestions)
        self.asked[drafted.scenario] += 1
        if not drafted.suggestions:
            self.none[drafted.scenario] += 1
            self.unexplained += not drafted.why_not
        elif len(drafted.suggestions) < 3:
            self.fewer[drafted.scenario] += 1
        for suggestion in drafted.suggestions:
            found = faults(suggestion)
            self.faults.update(found)
            self.unclean += bool(found)
            self._tell(found, suggestion, where, language)
        if not drafted.suggestions and drafted.scenario not in ("troll", "hold"):
            self._tell(["none"], None, where, language)

    def _tell(self, found: list[str], suggestion: Suggestion | None, where: str, language: str) -> None:
        if found and self._show > 0:
            self._show -= 1
            print(f"-- {language} {where}: {', '.join(found)}\n{suggestion.text if suggestion else ''}", flush=True)

    def told(self) -> bool:
        """Print the figures; is everything clean?"""
        print(f"  {self.reviews} reviews, {self.suggestions} suggestions, {self.unclean} of them not clean")
        for name, count in self.faults.most_common():
            print(f"    {name}: {count}")
        meant = {"troll", "hold"}
        silent = sum(count for name, count in self.none.items() if name not in meant)
        print(f"  without a suggestion: {silent} beside troll and hold; without a reason: {self.unexplained}")
        for name, count in self.asked.most_common():
            print(
                f"    {name:16} {count:5} reviews, {self.none[name]:4} with none, {self.fewer[name]:4} with one or two"
            )
        return not self.unclean and not silent and not self.unexplained


def main() -> int:
    """Print the counts; 1 where a suggestion was not clean or a review got none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only every Nth review")
    parser.add_argument("--language", action="append", help="only these languages")
    parser.add_argument("--show", type=int, default=0, help="print that many suggestions that are not clean")
    asked = parser.parse_args()
    spoken = asked.language or list(languages())
    known = [one.id for one in platforms()]
    print(f"drafts of real reviews, by hash on {len(known)} platforms in {', '.join(spoken)}")
    tally, earlier = Tally(asked.show), {language: deque[str](maxlen=RECENT) for language in spoken}
    start = time.perf_counter()
    for review in list(every_review())[:: asked.every]:
        where = by_hash(review.text, known, "platform")
        language = by_hash(review.text, spoken, "language")
        recent = earlier[language]
        drafted = draft(review, platform=where, profile=PROFILE, language=language, recent=tuple(recent))
        recent.extendleft(one.text for one in drafted.suggestions[:1])
        tally.add(drafted, where, language, review)
    clean = tally.told()
    print(f"  {1000 * (time.perf_counter() - start) / max(1, tally.reviews):.1f} ms a review")
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
