"""Each scenario can be said in each language, and each sentence is one that some scenario says."""

from __future__ import annotations

from typing import get_args

import pytest

from amends.drafting.composing import fields
from amends.playbook import languages, lexicon, scenarios, spoken, wording
from amends.records import Scenario

SLOTS = {
    "name", "concern", "quote", "words", "issue", "fixed_in", "version", "released", "how_to_get", "fix_url",
    "reach", "span", "signer", "business", "stands_for", "if_low", "if_short", "if_asks", "if_private",
    "if_fault", "if_reach", "if_no_reach", "if_no_time", "if_no_device", "correction",
}  # fmt: skip
LISTS = {"praise", "complaint", "bug", "insults", "anonymous_names", "thanks", "apology"}
MOVES = {move.id for plan in scenarios().values() for move in plan.moves}


def test_every_scenario_has_a_file() -> None:
    assert set(scenarios()) == set(get_args(Scenario))


def test_nothing_is_drafted_for_trolls_and_what_a_person_decides() -> None:
    for id_ in ("troll", "hold"):
        assert not scenarios()[id_].moves
        assert scenarios()[id_].why_not


@pytest.mark.parametrize("language", languages())
def test_a_language_has_sentences_for_every_move(language: str) -> None:
    said = wording(language)
    for plan in scenarios().values():
        for move in plan.moves:
            assert said.variants(move.id, (plan.id, "any")) or move.id in said.moves, (
                f"languages/{language}/wording.toml: add sentences for the move {move.id!r} of {plan.id!r}"
            )


@pytest.mark.parametrize("language", languages())
def test_every_sentence_belongs_to_a_move_and_has_known_slots(language: str) -> None:
    for move, sets in wording(language).moves.items():
        assert move in MOVES, f"no scenario has the move {move!r}: take its sentences out of languages/{language}"
        for name, variants in sets.items():
            assert name.split(".")[0] in {*scenarios(), "any"}
            for variant in variants:
                assert fields(variant) <= SLOTS, f"unknown slot in {variant!r}"
                assert len(variants) == len(set(variants)), f"{move}.{name}: a sentence is there twice"


@pytest.mark.parametrize("language", languages())
def test_word_lists_are_there_and_hold_each_word_once(language: str) -> None:
    lists = lexicon(language).lists
    assert set(lists) >= LISTS
    for name, words in lists.items():
        assert len(words) == len(set(words)), f"lexicon.toml, {name}: {[w for w in words if words.count(w) > 1]}"


def test_phrases_are_whole_words_in_any_case() -> None:
    bug = lexicon("en").pattern("bug")
    assert [match.group() for match in bug.finditer("It Crashed, and I can’t  open it")] == ["Crashed", "can’t  open"]
    assert not bug.search("bugle debugging")


def test_a_regional_language_is_its_main_one_and_an_unknown_one_the_default() -> None:
    assert spoken("en-GB") == "en"
    assert spoken("xx") == spoken(None) == "en"
