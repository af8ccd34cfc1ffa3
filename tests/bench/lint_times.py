"""How long one lint takes: 100-word drafts, each with its review. Run: python tests/bench/lint_times.py"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from percentiles import table_row

from amends.linting import lint, rules, warm
from amends.records import Contact, Person, Profile, Rating, Review

LIMIT_MS = 3.0
"""What 99 of 100 must stay under."""
COUNT = 2000

_THINGS = ("kettle", "export", "parcel", "timer", "invoice", "login page", "zip", "sync", "table lamp", "booking")
_FAULTS = (
    "stopped working after two days",
    "arrived with a crack",
    "charged me twice",
    "crashes when I open it",
    "is late",
)
_SENTENCES = (
    "Thank you for taking the time to tell us about the {thing}.",
    "I'm sorry that it {fault}: that is not what you paid for, and it cost you an evening.",
    "We apologise if this caused any inconvenience to you and your family.",
    "Our engineers found the cause yesterday and we will release the change in version 4.{n}.2 by Friday.",
    "Until then you can switch to the old view under Settings, Display, and nothing you have saved is touched.",
    "If that doesn't help, please write to help@shop.example or call +44 20 7946 0{n}18, and it stays between us.",
    "We take all feedback seriously, and this one changed how we test the {thing} before it leaves the house.",
    "Could you tell me on which day it happened, so that I can find it in our records?",
    "The courier was asked to bring the new {thing} to your door next week, at no cost.",
    "Nothing like this should happen twice, and I will look at every step of it myself.",
)
_SHOP = Profile(
    name="Lamp House",
    contact=Contact(email="help@shop.example", phone="+44 20 7946 0018"),
    staff=(Person(name="Ada Bell"), Person(name="Tom Reed")),
)


def pair(chance: random.Random) -> tuple[str, Review]:
    """A draft of about 100 words and the review it answers."""
    slots = {"thing": chance.choice(_THINGS), "fault": chance.choice(_FAULTS), "n": chance.randint(0, 9)}
    said: list[str] = []
    for sentence in chance.sample(_SENTENCES, len(_SENTENCES)):
        if sum(len(part.split()) for part in said) < 90:
            said.append(sentence.format(**slots))
    complaint = "My {thing} {fault} on version 4.{n}.0, and nobody answers. ".format(**slots) * chance.randint(1, 6)
    return " ".join([*said, "Ada"]), Review(
        text=complaint, rating=Rating(value=chance.randint(1, 3)), platform="trustpilot"
    )


def times(clock: Callable[[], float], count: int = COUNT) -> list[float]:
    """Milliseconds of each lint by `clock`, in a process that is warm as a server is."""
    warm()
    chance = random.Random(7)
    taken = []
    earlier = [pair(chance)[0] for _ in range(50)]
    for number in range(-20, count):
        draft, review = pair(chance)
        start = clock()
        lint(draft, review=review, profile=_SHOP, recent=earlier)
        taken += [(clock() - start) * 1000] if number >= 0 else []
    return taken


def main() -> None:
    """Print the figures beside the limit; processor time, too, which a busy machine does not stretch."""
    print(f"lint, drafts of 100 words with their reviews, {len(rules())} rules, limit p99 {LIMIT_MS} ms")
    for name, clock in (("elapsed", time.perf_counter), ("processor", time.thread_time)):
        taken = times(clock)
        print(table_row(name, taken, LIMIT_MS))


if __name__ == "__main__":
    main()
