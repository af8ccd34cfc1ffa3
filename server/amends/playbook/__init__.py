"""The playbook: what the articles ask for, what platforms allow, how we say things, as data."""

from amends.playbook.language_packs import Lexicon, Wording, languages, lexicon, phrases_pattern, spoken, wording
from amends.playbook.platform_rules import Fact, Platform, platform, platforms
from amends.playbook.reading import PlaybookError
from amends.playbook.scenario_plans import Move, ScenarioPlan, scenarios
from amends.playbook.source_rows import PlaybookRow, rows, source_title

__all__ = [
    "Fact",
    "Lexicon",
    "Move",
    "Platform",
    "PlaybookError",
    "PlaybookRow",
    "ScenarioPlan",
    "Wording",
    "languages",
    "lexicon",
    "phrases_pattern",
    "platform",
    "platforms",
    "rows",
    "scenarios",
    "source_title",
    "spoken",
    "wording",
]
