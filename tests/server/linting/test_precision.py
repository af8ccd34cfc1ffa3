"""What must not be flagged: sentences that look like a fault and are none, and the real replies in other languages."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from amends.linting import lint
from amends.records import Rating, Review

INNOCENT = [
    "Hi Karen, thank you. Please send us the error report. Jo",
    "Please send your error message to help@shop.example. Jo",
    "We will deal with it today. Jo",
    "As FYI for everyone following this: the checkout changed on 3 May. Jo",
    "If you entered the wrong address, you can change it under Orders. Jo",
    "If you followed the steps and it still blinks, please call us. Jo",
    "We understand that you just want your money back. Jo",
    "It is hard to believe it took eleven days. Jo",
    "Nobody has answered your call, and that is on us. Jo",
    "You are the first to report this, thank you. Jo",
    "I suspect it is a loose cable. Could you check that it clicks? Jo",
    "If you want a refund, please write to help@shop.example. Jo",
    "You didn't mention the device: which one do you use? Jo",
    "As you might have read, we moved in June. Jo",
    "It's not your fault that the form hid the button. Jo",
    "That should never have happened. Jo",
    "The app was too slow to load the map. Jo",
    "The new version now opens in two seconds. Jo",
    "Please upgrade to 4.2 and tell us whether it works. Jo",
    "I am sorry the courier left it in the rain. A new one goes out today. Jo",
    "Thank you for taking the time to leave a review. Jo",
    "Thank you for the five stars! Jo",
    "What kept you from giving the fifth star? Jo",
    "If you give the lamp a minute, its premium mode starts. Jo",
    "We hope to see you soon. Jo",
    "I see you updated your review, thank you. Jo",
    "You paid £40 for a lamp that should last. Jo",
    "You can reach me directly at jo@shop.example. Jo",
    "Our phone number is +44 20 7946 0018, every day until six. Jo",
    "It happened on 2026-05-03, in version 10.2.1001. Jo",
    "Our lamps have been made in Leeds since 1984. Jo",
    "We don't offer anything for reviews. Jo",
    "Well done steak is what our cook does best. Jo",
]
LOUD = {"accusation", "sarcasm-or-insult", "incentive", "asking-for-rating", "personal-data", "blaming-others",
        "private-settlement", "hollow-apology", "promise-without-time", "unfilled-slot"}  # fmt: skip
COMPLAINT = Review(text="It blinks all night and the map is slow.", rating=Rating(value=1))


@pytest.mark.parametrize("draft", INNOCENT)
def test_an_innocent_sentence_is_left_alone(draft: str) -> None:
    found = [(one.rule, draft[one.start : one.end]) for one in lint(draft, review=COMPLAINT).findings]
    assert not [pair for pair in found if pair[0] in LOUD]


@pytest.mark.captured
def test_no_real_reply_in_another_language_breaks_a_rule_of_error_level(captured: Callable[[str], Path]) -> None:
    with captured("datasets/replies_firefox_android_2018.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Reviewer Language"] != "en"]
    replies = [row["Developer Reply Text"] for row in rows if row["Developer Reply Text"]]
    broken = [reply[:60] for reply in replies if lint(reply, platform="google-play").broken]
    assert len(replies) > 100
    assert not broken
