"""Quarrels, excuses, blame and threats in wordings of many trades, and what only looks like them."""

from __future__ import annotations

import pytest

from amends.linting import lint
from amends.records import Rating, Review

COMPLAINT = Review(text="Nine days late, the shade torn, and nobody answered my mails.", rating=Rating(value=1))
FAULTS = {
    "accusation": (
        "We think you are mixing us up with another salon.",
        "Had the leaflet been read, the pump would still run.",
        "You gave our nurse no chance to explain.",
        "Nobody forced you to choose the cheapest room.",
    ),
    "arguing": (
        "You waited eleven minutes, not forty.",
        "How can a room be both too hot and too cold?",
        "We have witnesses who saw it otherwise.",
        "And yet you stayed for four hours and ordered dessert.",
    ),
    "denial": (
        "No employee of ours shouted at you.",
        "Our drivers always ring the bell twice.",
        "I can assure you that our nurses wear gloves.",
        "The charge did not come from us.",
    ),
    "sarcasm-or-insult": (
        "It takes a special kind of person to complain about free biscuits.",
        "Your review says more about you than about us.",
        "Did your mother never teach you to say please?",
        "We'll be sure to alert the press.",
    ),
    "belittling": (
        "The scratch is hardly visible.",
        "In thirty years you are the first to find fault with our bread.",
        "One late bus does not make a bad company.",
        "After all, it is a free app.",
    ),
    "heat": (
        "We are furious about what you wrote.",
        "I will not be spoken to like that.",
        "Leave my staff alone!",
        "No employee of ours was rude, and we did NOT send you that bill.",
    ),
    "legal-threat": (
        "If the review is still here on Monday, the matter goes to our lawyer.",
        "We have taken screenshots as evidence.",
        "You will regret these words.",
        "Your booking could be cancelled after a review like this.",
    ),
    "hiding-behind-policy": (
        "Deposits are non-refundable.",
        "If we did that for you, we would have to do it for everyone.",
        "Our terms do not foresee a refund in such cases.",
        "By booking you accepted that the pool might be closed.",
    ),
    "defensive-but": (
        "We regret the delay; nevertheless, the driver did his best.",
        "I am sorry the lesson was cancelled. But teachers get the flu, too.",
        "Although we regret your experience, our team acted correctly.",
        "I hear what you say, but our prices are fair.",
    ),
    "excuse": (
        "Our cook had called in sick that morning.",
        "A power cut stopped the ovens.",
        "With three people we can't answer four hundred mails.",
        "The building is from 1880, so the walls are thin.",
    ),
    "blaming-others": (
        "Customs held it up.",
        "It was not us but the restaurant that packed your food.",
        "The responsible person has been dismissed.",
        "We only sell the tickets; the organiser is responsible.",
    ),
}
INNOCENT = (
    "I'm sorry that the shade was torn and that nobody told you.",
    "You waited nine days for a lamp, and that is too long.",
    "We should have checked the shade before it left, and we did not.",
    "The courier was our choice, so the late parcel is our mistake.",
    "The kitchen was short of two people, and we ought to have told you so at the door.",
    "I'm sorry you saw nothing but the logo.",
    "Next time ask for the table by the oven, it is the warmest.",
    "I understand why you did not want to give any stars.",
    "From Monday every shade is checked before it is packed.",
    "You can return the lamp until 5 March, opened or not.",
    "Your bank can tell you when the refund arrives.",
    "You had every reason to be angry.",
    "Thank you for being so frank.",
    "I'll look at it with you on Tuesday.",
)


@pytest.mark.parametrize(("rule", "draft"), [(rule, draft) for rule, drafts in FAULTS.items() for draft in drafts])
def test_a_quarrel_is_found_in_any_trade(rule: str, draft: str) -> None:
    assert rule in {one.rule for one in lint(draft, review=COMPLAINT).findings if one.severity != "advice"}


@pytest.mark.parametrize("draft", INNOCENT)
def test_what_only_looks_like_a_quarrel_is_left_alone(draft: str) -> None:
    found = {one.rule: draft[one.start : one.end] for one in lint(draft, review=COMPLAINT).findings}
    assert not found.keys() & FAULTS.keys(), found
