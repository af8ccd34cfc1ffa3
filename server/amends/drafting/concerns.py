"""What a review is about, in our words: short names that make a reply particular without quoting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from amends.drafting.quotation import plain
from amends.playbook import Lexicon, Wording
from amends.records import Review, Scenario, Span

Tells = Callable[[str], bool]
"""Does a text say what is not in any review?"""
_SEARCHED = 2000
"""Characters of a review that are searched when its telling clauses name nothing."""
_ENOUGH = 2
"""Things that we have names for, from which no other is looked for."""
_OFTEN, _FIRST, _SURE = 3, 4, 4
"""Mentions that count; what the clause that matters most adds; from where a second thing is named, too."""
_NO_THING = ("not_things", "not_names", "complaint", "praise", "insults", "profanity", "slurs")


@dataclass(frozen=True)
class Concerns:
    """The things we have names for, first those that matter most, and others that a review only mentions."""

    named: list[str]
    mentioned: list[str]


def concerns(
    review: Review, spans: tuple[Span, ...], scenario: Scenario, wording: Wording, lexicon: Lexicon, tells: Tells
) -> Concerns:
    """What a review is about, those things of the clauses that matter first; the first two may be said together.

    What is in any review (“the update”) is named only where there is nothing that `tells` more.
    """
    clauses = [review.text[span.start : span.end] for span in spans]
    places = [*clauses[:3], plain(review.title or ""), review.text[:_SEARCHED]]
    found = _by_weight(places, wording, lexicon, cheerful=scenario == "praise")
    strong = [(name, weight) for name, weight in found if tells(name)]
    mentioned = []
    if len(strong) < _ENOUGH:
        mentioned = [name for place in places for name in _things_in(place, wording, lexicon) if tells(name)]
        mentioned = mentioned or [name for name in _most_named(places[-1], wording, lexicon) if tells(name)]
    ranked = strong or found
    both = [name for name, weight in ranked[:2] if weight >= _SURE] or [name for name, _weight in ranked[:1]]
    rest = [name for name, _weight in ranked if [name] != both]
    named = [f" {wording.words['and'][0]} ".join(both), *rest] if both else []
    return Concerns(named, [name for name in mentioned[:1] if name not in named])


def _by_weight(places: list[str], wording: Wording, lexicon: Lexicon, cheerful: bool) -> list[tuple[str, int]]:
    """The things we have names for, weightiest first: those of the clauses that matter, and those named often."""
    weights: Counter[str] = Counter()
    for name in wording.concerns:
        pattern = wording.concern_pattern(name)
        times = [match.group() for match in pattern.finditer(places[-1])]
        within = [place for place, text in enumerate(places[:-1]) if pattern.search(text)]
        if (times or within) and not (times and cheerful and _sour(times[0], lexicon)):
            weights[name] = min(len(times), _OFTEN) + (_FIRST - within[0] if within else 0)
    return weights.most_common()


def _sour(word: str, lexicon: Lexicon) -> bool:
    """A fault that praise mentions is one the customer does not have."""
    return any(lexicon.pattern(name).search(word) for name in ("bug", "complaint"))


def _things_in(place: str, wording: Wording, lexicon: Lexicon) -> list[str]:
    """Things by their article alone, at most one a place."""
    for name, pattern in wording.thing_patterns.items():
        for match in pattern.finditer(place[:_SEARCHED]):
            thing = _as_written(match.group(1), lexicon)
            if thing and not any(lexicon.pattern(words).search(thing) for words in _NO_THING):
                return [name.format(thing=thing)]
    return []


def _as_written(word: str, lexicon: Lexicon) -> str | None:
    """A noun as its language writes it; where nouns have capitals, None for what is no known noun with one."""
    if not lexicon.words("nouns"):
        return word.lower()
    return word if word.istitle() and lexicon.pattern("nouns").fullmatch(word) else None


def _most_named(text: str, wording: Wording, lexicon: Lexicon) -> list[str]:
    """What stands behind an article or a preposition, most often first: the last way to name a thing."""
    counts: Counter[str] = Counter()
    for match in wording.loose_things.finditer(text):
        word = _as_written(match.group(1), lexicon)
        if not word or word.lower().endswith(lexicon.words("blank_endings")):
            continue
        if word.lower() not in lexicon.words("stop_words") and not any(
            lexicon.pattern(words).search(word) for words in (*_NO_THING, "blank_words")
        ):
            counts[word] += 1
    name = next(iter(wording.things), "{thing}")
    return [name.format(thing=thing) for thing, _count in counts.most_common()]
