"""What a draft is written for, and what the platform lets it say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amends.linting.phrases import language_phrases
from amends.playbook import Lexicon, Platform, Trade, Wording, trades_of
from amends.records import Case, Issue, Profile, Review, Triage

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True)
class Setting:
    """What a draft is written for."""

    review: Review
    triage: Triage
    issue: Issue | None
    profile: Profile | None
    platform: Platform
    wording: Wording
    lexicon: Lexicon
    case: Case | None = None
    read_in: str | None = None
    """The language the staff read, for a gloss."""

    def tells(self, text: str) -> bool:
        """Does a text hold a word that is not in any review, as the rules judge it?"""
        known = language_phrases(self.lexicon.language)
        stop = known.stop if known else frozenset()
        return any(len(word) > 2 and word not in stop for word in _WORD.findall(text.lower().replace("’", "'")))

    @property
    def trades(self) -> tuple[Trade, ...]:
        """The trades of the business, as far as known."""
        return trades_of(self.profile.trade if self.profile else None)

    @property
    def discreet(self) -> bool:
        """Does the trade forbid to repeat anything of the review, even the name?"""
        return any(trade.discreet for trade in self.trades)

    @property
    def links_allowed(self) -> bool:
        """Only where the platform is known to allow them."""
        return bool(self.platform.links and self.platform.links.value)

    @property
    def contact_allowed(self) -> bool:
        """Unless the platform is known to forbid it."""
        return not self.platform.contact or self.platform.contact.value

    @property
    def names_allowed(self) -> bool:
        """Unless the platform is known to forbid naming the customer."""
        return not self.platform.names or self.platform.names.value

    @property
    def quotation_allowed(self) -> bool:
        """Unless the platform is known to forbid repeating pieces of the review."""
        return not self.platform.quotation or self.platform.quotation.value
