"""Does a clause say what went wrong, and with what? Only such a one tells what a review is about."""

from __future__ import annotations

from amends.playbook import Lexicon
from amends.playbook.phrase_search import PhraseSearch

FEWEST = 2
"""Words of a clause that are not in any review, from which it tells something."""
_BEFORE = 4
"""Characters before a word in which a negation turns it round, as in “no problem”."""
_FAULT = ("bug", "complaint", "trouble", "signs")
_WRONG, _UNLIKE, _POINTS, _JUDGES = 2.0, 1.5, 2.0, 1.5
"""What a fault, or something not so, adds to a clause's weight; what a word that points back, or judges, takes."""
_BLANK = ("stop_words", "blank_words", "dangling", "negation")
_OPINION = ("complaint", "praise", "emotion-anger", "emotion-disappointment")


def crucial(words: str, lexicon: Lexicon, first_person: PhraseSearch) -> bool:
    """Does a clause say what went wrong, and not what its writer thinks, hopes or did about it?"""
    if lexicon.pattern("asides").search(words):
        return False
    if grievance(words, lexicon) or lexicon.pattern("inability").search(words):
        return True
    return not first_person.match(words)


def particular(words: str, lexicon: Lexicon) -> bool:
    """Does a clause name a thing or a fault, and not only an opinion?"""
    return names_a_thing(words, lexicon) or len(telling_words(words, lexicon)) >= FEWEST


def grievance(words: str, lexicon: Lexicon) -> bool:
    """Does a clause say by a word of its own that something went wrong?"""
    found = (match for name in _FAULT for match in lexicon.pattern(name).finditer(words))
    return any(not lexicon.pattern("negation").search(words[max(0, at.start() - _BEFORE) : at.start()]) for at in found)


def weight(words: str, lexicon: Lexicon) -> float:
    """How well a clause says by itself what went wrong: “it won't start” does, “this has to be mended” does not."""
    verdicts = lexicon.pattern("verdicts")
    told = substance(words, lexicon)
    wrong = grievance(verdicts.sub(" ", words), lexicon) or bool(lexicon.pattern("inability").search(words))
    unlike = not wrong and bool(lexicon.pattern("negation").search(words))
    judges, points = bool(verdicts.search(words)), bool(lexicon.pattern("pointing").match(words))
    return _WRONG * wrong + _UNLIKE * unlike + told / 2 - _WRONG * (not told) - _JUDGES * judges - _POINTS * points


def substance(words: str, lexicon: Lexicon) -> int:
    """How many words of a clause are neither in any review nor only another word for trouble, up to a few."""
    said = words.lower().replace("’", "'")
    for name in ("bug_strong", "trouble", "pleas"):
        said = lexicon.pattern(name).sub(" ", said)
    return min(len([word for word in telling_words(said, lexicon) if len(word) > 2]), FEWEST)


def telling_words(words: str, lexicon: Lexicon) -> list[str]:
    """The words that are not in any review, and are no mere opinion."""
    blank = {word for name in _BLANK for word in lexicon.words(name)}
    said = words.lower().replace("’", "'")
    for name in _OPINION:
        said = lexicon.pattern(name).sub(" ", said)
    return [word for word in said.split() if word not in blank]


def names_a_thing(words: str, lexicon: Lexicon) -> bool:
    """Does a clause have a word for a fault, or for one of the topics?"""
    return any(
        lexicon.pattern(name).search(words) for name in lexicon.lists if name == "bug" or name.startswith("topic-")
    )


def only_praises(clause: str, lexicon: Lexicon) -> bool:
    """Does a clause praise, without a word of trouble or a wish?"""
    return bool(lexicon.pattern("praise").search(clause)) and not any(
        lexicon.pattern(name).search(clause) for name in (*_FAULT, "negation", "feature_request")
    )
