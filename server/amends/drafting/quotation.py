"""The customer's words that are safe and sensible to repeat in public, and the names that are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from amends.drafting.crux import FEWEST, names_a_thing, telling_words
from amends.drafting.wholeness import whole
from amends.playbook import Lexicon
from amends.records import Review, Scenario, Span

_LONGEST, MOST_WORDS, _LEAST_WORDS = 110, 18, 3
_LONG_ENOUGH, _ACRONYM = 1000, 5
"""Characters of a review that are searched for a single word, and letters of a word that may be all capitals."""
_UNSAFE = re.compile(
    r"\d{3}|\d[.,]\d{2}|\d[^\W\d_]*\d(?!%)|[^\W\d_]\d|[£$€@\\<>{}\[\]#*_~|]|\.\w{2,4}\b|\s[-–—]\s|(?<![^\W\d_])/|/(?![^\W\d_])"
)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words."""
_ENDS = ("", ".", "!", "?", "…", "\n")
_ASKS = ("?", "？")
_SHOUTED = 0.6
"""The share of capitals from which words shout."""
_TROUBLE = ("complaint", "bug", "trouble", "signs", "emotion-disappointment", "negation")
_TELLING: dict[Scenario, tuple[str, ...]] = {
    "praise": ("praise",),
    "feature-request": ("feature_request",),
    "question": ("question",),
    **dict.fromkeys(("known-issue", "fixed", "regression"), ("bug",)),
}
"""What a clause must hold to tell what a review is about; in all other scenarios, trouble."""
_SURE = ("bug", "negation", "complaint", "trouble", "signs")
_RUDE = ("insults", "slurs", "profanity", "pleas")


def plain(text: str) -> str:
    """The text on one line, without controls, invisible marks, and what turns its direction round."""
    kept = (" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text)
    return " ".join("".join(kept).split())


def _without_pictures(text: str) -> str:
    return " ".join("".join(" " if unicodedata.category(letter) in ("So", "Sk") else letter for letter in text).split())


class Clause(NamedTuple):
    """Words of the customer that may be repeated."""

    text: str
    tells: bool
    """Has it a word that says what the review is about, as trouble is said, or praise?"""
    whole: bool
    """Is nothing of it cut off?"""
    place: Span
    """Where it stands in the review's text."""


def quotable(review: Review, spans: tuple[Span, ...], lexicon: Lexicon, scenario: Scenario) -> Iterator[Clause]:
    """The clauses that may be repeated, best first, whole ones before all others.

    Under praise only clauses without a shadow are, under trouble none that only praise.
    """
    cut_off: list[Clause] = []
    asked: list[Clause] = []
    begun: list[Clause] = []
    for span in spans:
        said = _calm(_without_pictures(plain(review.text[span.start : span.end])).strip(" .,;:!?-–—'\""), lexicon)
        said = _without_leads(said, lexicon)
        words = said if _ends_there(review.text, span) else _ended(said, lexicon)
        short = _shortened(words, lexicon)
        words = short if short == words else _ended(short, lexicon)
        telling = any(lexicon.pattern(name).search(words) for name in _TELLING.get(scenario, _TROUBLE))
        if not _safe(words, lexicon) or not _suits(words, lexicon, scenario, telling):
            continue
        clause = Clause(words, telling, whole=True, place=span)
        broken = clause._replace(tells=False, whole=False)
        if len(words) < len(_ended(said, lexicon)):
            begun.append(broken)  # Its beginning alone may say anything.
        elif scenario != "question" and review.text[span.end : span.end + 1] in _ASKS:
            asked.append(broken)
        elif words != said or not whole(review.text, span, lexicon):
            # Broken off: good enough to show that it was read, not to say what it is about.
            cut_off.append(broken)
        elif words.split()[0].lower() in lexicon.words("weak_starts"):
            cut_off.append(broken._replace(tells=telling and _ends_there(review.text, span)))
        else:
            yield clause
    yield from (*cut_off, *asked, *begun)


def _without_leads(words: str, lexicon: Lexicon) -> str:
    """A clause without the words at its head that tie it to the one before."""
    said = words.split()
    while said and said[0].lower() in lexicon.words("leads"):
        said.pop(0)
    return " ".join(said)


def _ends_there(text: str, span: Span) -> bool:
    """Does a sentence end with this clause? Then its last word hangs on nothing."""
    return text[span.end : span.end + 1] in _ENDS


def _suits(words: str, lexicon: Lexicon, scenario: Scenario, telling: bool) -> bool:
    """Is a clause of the colour of the answer, and does it say something?"""
    if scenario == "praise":
        return not any(lexicon.pattern(name).search(words) for name in (*_TROUBLE, "feature_request"))
    if scenario == "feature-request" and lexicon.pattern("praise").search(
        lexicon.pattern("feature_request").sub(" ", words)
    ):
        return False
    if not telling and lexicon.pattern("praise").search(words):
        return False
    sure = any(lexicon.pattern(name).search(words) for name in _SURE)
    if sure and names_a_thing(words, lexicon):
        return True
    return len(telling_words(words, lexicon)) >= FEWEST - sure or bool(_UNSPACED.search(words))


def _ended(words: str, lexicon: Lexicon) -> str:
    """A clause without the words at its end that hang in the air."""
    said = words.split()
    while said and said[-1].lower() in lexicon.words("dangling"):
        said.pop()
    return " ".join(said)


def _shortened(words: str, lexicon: Lexicon) -> str:
    """The beginning of a clause too long to repeat, up to where it can be broken off."""
    said = words.split()
    if len(said) <= MOST_WORDS:
        return words
    breaks = lexicon.pattern("breaks")
    ends = [place for place in range(4, MOST_WORDS - 1) if breaks.fullmatch(said[place])]
    return " ".join(said[: ends[-1]]) if ends else words


def _calm(words: str, lexicon: Lexicon) -> str:
    """Words that shout, in lower case; nothing of them where nouns would lose their capitals."""
    letters = [letter for letter in words if letter.isalpha()]
    if len(letters) <= 3 or sum(map(str.isupper, letters)) <= _SHOUTED * len(letters):
        return words
    return "" if lexicon.words("nouns") else re.sub(r"\bi\b", "I", words.lower())


def _safe(words: str, lexicon: Lexicon) -> bool:
    count = len(words.split())
    spaced = " " in words or not _UNSPACED.search(words)
    if len(words) > _LONGEST or count > MOST_WORDS or (spaced and count < _LEAST_WORDS) or len(words) < 4:
        return False
    if _broken(words, lexicon) or _UNSAFE.search(words) or any(lexicon.pattern(name).search(words) for name in _RUDE):
        return False
    return not _names_somebody(words, lexicon)


def _broken(words: str, lexicon: Lexicon) -> bool:
    """A letter by itself at the beginning, no word of the language, was torn from something."""
    return bool(re.match(r"\w\b", words)) and words[0] not in (*lexicon.words("dangling"), "I")


def _names_somebody(words: str, lexicon: Lexicon) -> bool:
    """A capital inside a sentence may be a name, and names are not repeated; nouns of the language are none."""
    said = words.split()
    return any(
        word[:1].isupper() and not _known_capital(word, lexicon) and not _is_noun(said, place, lexicon)
        for place, word in enumerate(said)
        if place
    )


def _known_capital(word: str, lexicon: Lexicon) -> bool:
    """Is it “I”, or a word with a capital that is nobody's name, such as a language or a day?"""
    if word.isupper() and len(word) <= _ACRONYM and not lexicon.words("nouns"):
        return True
    return bool(re.match(r"I\b|I['’]", word) or lexicon.pattern("capitals").match(word))


def _is_noun(said: list[str], place: int, lexicon: Lexicon) -> bool:
    """In a language that writes nouns with capitals: a known one, or one behind an article, an adjective between."""
    if not lexicon.words("nouns") or said[place].isupper():
        return False
    if lexicon.pattern("nouns").fullmatch(said[place]):
        return True
    before = said[place - 2 : place] if place > 1 and said[place - 1].islower() else said[place - 1 : place]
    return any(lexicon.pattern("before_nouns").fullmatch(word) for word in before)


def telling_word(text: str, lexicon: Lexicon, tells: Callable[[str], bool]) -> str | None:
    """The longest word that may be repeated by itself and `tells` something: the last way to show that it was read."""
    words = [
        word for word in re.findall(r"(?<![\w@.])[^\W\d_]{3,18}(?![\w@])", plain(text[:_LONG_ENOUGH])) if tells(word)
    ]
    fit = (word for word in words if word[0].islower() or (word.isupper() and len(word) <= _ACRONYM))
    unfit = ("complaint", "praise", "not_names", "not_things", *_RUDE)
    kept = [word for word in fit if not any(lexicon.pattern(name).search(word) for name in unfit)]
    return max(kept, key=len, default=None)
