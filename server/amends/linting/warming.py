"""Loads beforehand what the first draft would wait for; a server calls this once, before its workers fork."""

from __future__ import annotations

import gc

from amends.linting.context import lexicon_of
from amends.linting.engine import lint
from amends.linting.languages import spoken_in
from amends.linting.phones import phones
from amends.linting.phrases import language_phrases, phrase_languages
from amends.linting.text import Text
from amends.records import Contact, Profile, Rating, Review

_REVIEW = Review(
    text="The parcel came nine days late, and nobody answers. Why?", author="Ann Lee", rating=Rating(value=1)
)
_DRAFT = "Hi Ann, thank you. I'm sorry it was late in 2.3: call +44 20 7946 0018 or help@shop.example by Friday. Jo"
_UNSURE = "Sed ut perspiciatis unde omnis iste natus error sit voluptatem"
"""A text whose language its commonest words don't tell."""

_SELDOM = (50_000, 20, 50)
"""Objects made between two looks for what may go, and how many of those between two longer ones."""
_NUMBERS = ("+1 650 253 0000", "650 253 0000", "020 7031 3000", "030 303986300", "01 42 68 53 00", "1")


def warm() -> None:
    """Make every pattern of every language and load the tables of numbers and languages (about a second)."""
    for language in phrase_languages():
        known = language_phrases(language)
        if known is not None:
            known.warm()
        for name in lexicon_of(language).lists:
            lexicon_of(language).pattern(name)
    spoken_in(Text(_UNSURE))
    for language in (*phrase_languages(), "und"):
        for number in _NUMBERS:
            phones(Text(number), language)
    lint(
        _DRAFT, review=_REVIEW, platform="google-play", profile=Profile(name="Shop", contact=Contact()), recent=[_DRAFT]
    )
    # What was loaded stays: it need not be gone through each time for what may go. And a draft leaves hardly anything
    # that only the collector finds: looking every 700 objects made one draft of a hundred wait for 50 ms.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
