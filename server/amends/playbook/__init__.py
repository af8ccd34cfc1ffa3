"""The playbook: what the articles ask for, what platforms allow, how we say things, as data."""

from amends.playbook.concern_names import english_names, renamed
from amends.playbook.language_packs import (
    Lexicon,
    Wording,
    complete,
    languages,
    lexicon,
    phrases_pattern,
    spoken,
    wording,
)
from amends.playbook.platform_rules import Fact, Platform, platform, platforms
from amends.playbook.reading import PlaybookError
from amends.playbook.scenario_plans import Mark, Move, ScenarioPlan, scenarios
from amends.playbook.source_rows import PlaybookRow, rows, source_title
from amends.playbook.trade_rules import Trade, trades, trades_of

__all__ = [
    "Fact",
    "Lexicon",
    "Mark",
    "Move",
    "Platform",
    "PlaybookError",
    "PlaybookRow",
    "ScenarioPlan",
    "Trade",
    "Wording",
    "complete",
    "english_names",
    "languages",
    "lexicon",
    "phrases_pattern",
    "platform",
    "platforms",
    "renamed",
    "rows",
    "scenarios",
    "source_title",
    "spoken",
    "trades",
    "trades_of",
    "wording",
]
