"""The playbook: what the articles ask for, what platforms allow, how we say things, as data."""

from amends.playbook.language_packs import Lexicon, Wording, languages, lexicon, phrases_pattern, spoken, wording
from amends.playbook.platform_rules import Fact, Platform, platform, platforms
from amends.playbook.reading import PlaybookError

__all__ = [
    "Fact",
    "Lexicon",
    "Platform",
    "PlaybookError",
    "Wording",
    "languages",
    "lexicon",
    "phrases_pattern",
    "platform",
    "platforms",
    "spoken",
    "wording",
]
