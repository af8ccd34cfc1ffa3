"""Does any suggestion break a rule? All reviews of the data sets, each for one platform and language by its hash.

Run: python tests/bench/draft_clean.py [--every] [--nth N] [--language en] [--show N]
`--every` takes 200 reviews instead, each for every platform in every language.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial

from captures.real_reviews import PROFILE, by_hash, every_review, folder

from amends.drafting import draft
from amends.playbook import languages, platforms
from amends.records import Drafted, Review, Suggestion

RECENT = 100
"""Earlier first suggestions that count as the team's recent replies, as `amends draft` does it."""
WORKERS, PROGRESS, SOME = 2, 500, 200
MEANT = ("troll", "hold")
"""Scenarios in which nothing is to be drafted."""
_SLOT = re.compile(r"[{}]")


def faults(suggestion: Suggestion) -> list[str]:
    """What is wrong with a suggestion, in names to be counted."""
    length = suggestion.length
    found = [f"{one.severity} {one.rule}" for one in suggestion.findings if one.severity != "advice"]
    found += ["over the limit"] if length.limit is not None and length.used > length.limit else []
    found += ["empty"] if not suggestion.text.strip() else []
    return found + (["unfilled slot"] if _SLOT.search(suggestion.text) else [])


@dataclass
class Tally:
    """What was counted."""

    reviews: int = 0
    suggestions: int = 0
    unclean: int = 0
    unexplained: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    fewer: Counter[str] = field(default_factory=Counter)
    none: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)

    def add(self, drafted: Drafted, where: str, language: str, review: Review) -> None:
        """Count one review's suggestions."""
        self.reviews += 1
        self.suggestions += len(drafted.suggestions)
        self.asked[drafted.scenario] += 1
        name = f"{language} {where} {drafted.scenario}"
        if not drafted.suggestions:
            self.none[drafted.scenario] += 1
            self.unexplained += not drafted.why_not
        elif len(drafted.suggestions) < 3:
            self.fewer[drafted.scenario] += 1
        for suggestion in drafted.suggestions:
            found = faults(suggestion) + (["for a scenario without answer"] if drafted.scenario in MEANT else [])
            self.faults.update(found)
            self.unclean += bool(found)
            self.shown += [f"-- {name}: {', '.join(found)}\n{suggestion.text}"] if found else []
        if not drafted.suggestions and drafted.scenario not in MEANT:
            self.shown.append(f"-- {name}: none for\n{review.words[:300]}")

    def join(self, other: Tally) -> None:
        """Add what another process counted."""
        for name, value in vars(other).items():
            if isinstance(value, Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    def told(self) -> bool:
        """Print the figures; is everything clean?"""
        print(f"  {self.reviews} drafts, {self.suggestions} suggestions, {self.unclean} of them not clean")
        for name, count in self.faults.most_common():
            print(f"    {name}: {count}")
        silent = sum(count for name, count in self.none.items() if name not in MEANT)
        print(f"  without a suggestion: {silent} beside troll and hold; without a reason: {self.unexplained}")
        for name, count in self.asked.most_common():
            print(
                f"    {name:16} {count:5} drafts, {self.none[name]:4} with none, {self.fewer[name]:4} with one or two"
            )
        return not self.unclean and not silent and not self.unexplained


def tasks(language: str, spoken: list[str], nth: int, *, every: bool) -> Iterator[tuple[Review, str]]:
    """The reviews to be answered in a language, each with a platform."""
    known = [one.id for one in platforms()]
    reviews = list(every_review())
    if every:
        some = sorted(reviews, key=lambda one: by_hash(one.text, range(2**32), "some"))[:SOME:nth]
        yield from ((review, where) for review in some for where in known)
        return
    for review in reviews[::nth]:
        if by_hash(review.text, spoken, "language") == language:
            yield review, by_hash(review.text, known, "platform")


def counted(language: str, spoken: list[str], nth: int, *, every: bool) -> Tally:
    """All drafts in one language, in order, earlier ones counting as recent replies on their platform."""
    tally, earlier = Tally(), deque[str](maxlen=RECENT)
    work = list(tasks(language, spoken, nth, every=every))
    for number, (review, where) in enumerate(work, start=1):
        recent = () if every else tuple(earlier)
        drafted = draft(review, platform=where, profile=PROFILE, language=language, recent=recent)
        earlier.extendleft(one.text for one in drafted.suggestions[:1])
        tally.add(drafted, where, language, review)
        if number % PROGRESS == 0:
            print(f"  {language} {number} of {len(work)}", file=sys.stderr, flush=True)
    return tally


def main() -> int:
    """Print the counts; 1 where a suggestion was not clean or a review got none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", action="store_true", help=f"{SOME} reviews, every platform, every language")
    parser.add_argument("--nth", type=int, default=1, help="only every Nth review")
    parser.add_argument("--language", action="append", help="only these languages")
    parser.add_argument("--show", type=int, default=0, help="print that many suggestions that are not clean")
    asked = parser.parse_args()
    folder()
    spoken = list(languages())
    what = "every platform" if asked.every else "one platform by hash"
    print(f"drafts of real reviews, {what} of {len(platforms())}, in {', '.join(asked.language or spoken)}")
    tally, start = Tally(), time.perf_counter()
    one = partial(counted, spoken=spoken, nth=asked.nth, every=asked.every)
    with ProcessPoolExecutor(max_workers=WORKERS) as pool:
        for done in as_completed([pool.submit(one, language) for language in asked.language or spoken]):
            tally.join(done.result())
    print("\n".join(tally.shown[: asked.show]))
    clean = tally.told()
    print(f"  {time.perf_counter() - start:.0f} s with {WORKERS} processes")
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
