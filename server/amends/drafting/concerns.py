"""What a review is about, in our words: short names that make a reply particular without quoting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from amends.drafting.crux import only_praises
from amends.drafting.quotation import plain
from amends.playbook import Lexicon, Wording
from amends.records import Review, Scenario, Span

Tells = Callable[[str], bool]
"""Does a text say what is not in any review?"""
_SEARCHED = 2000
"""Characters of a review that are searched when its telling clauses name nothing."""
_ENOUGH = 2
"""Things that we have names for, from which no other is looked for."""
_NEXT = 24
"""Characters behind a word that are looked at."""
_OFTEN, _FIRST = 3, 4
"""Mentions that count, and what the clause that matters most adds."""
_NO_THING = ("not_things", "not_names", "complaint", "praise", "insults", "profanity", "slurs", "capitals", "verdicts")


@dataclass(frozen=True)
class Concerns:
    """The things we have names for, first those that matter most, and others that a review only mentions."""

    named: list[str]
    mentioned: list[str]


def concerns(
    review: Review,
    spans: tuple[Span, ...],
    ordered: tuple[Span, ...],
    scenario: Scenario,
    wording: Wording,
    lexicon: Lexicon,
    tells: Tells,
) -> Concerns:
    """What a review is about, those things of the clauses that matter first; the first two may be said together.

    What is in any review (“the update”) is named only where there is nothing that `tells` more.
    """
    clauses = [review.text[span.start : span.end] for span in spans]
    cheerful = scenario == "praise"
    if cheerful:
        clauses = [one for one in clauses if not _wishes(one, lexicon)] or clauses
    # What somebody puts above a review is what it is about, if it names anything.
    places = [plain(review.title or ""), *clauses[:3], _fitting(review.text, ordered, lexicon, cheerful=cheerful)]
    found = _by_weight(places, wording, lexicon, cheerful=cheerful)
    strong = [(name, weight) for name, weight in found if tells(name)]
    mentioned = []
    if len(strong) < _ENOUGH:
        mentioned = [name for place in places for name in _things_in(place, wording, lexicon) if tells(name)]
        mentioned = mentioned or [name for name in _most_named(places[-1], wording, lexicon) if tells(name)]
    ranked = [name for name, _weight in strong or found]
    both = _said_together(ranked[:2], clauses[0] if clauses else "", wording) or ranked[:1]
    named = [f" {wording.words['and'][0]} ".join(both), *(name for name in ranked if [name] != both)] if both else []
    return Concerns(named, [name for name in mentioned[:1] if name not in named])


def _said_together(names: list[str], clause: str, wording: Wording) -> list[str]:
    """Two things of one clause, where neither is only another word for trouble."""
    vague = wording.words.get("vague", ())
    if len(names) < 2 or any(name in vague or not wording.concern_pattern(name).search(clause) for name in names):
        return []
    return names


def _fitting(text: str, ordered: tuple[Span, ...], lexicon: Lexicon, *, cheerful: bool) -> str:
    """The clauses of a review that a reply is about: under praise none that wishes, under trouble none that praises."""
    said = text[:_SEARCHED]
    beside = _wishes if cheerful else only_praises
    clauses = [said[span.start : span.end] for span in ordered]
    return " . ".join(one for one in clauses if not beside(one, lexicon)) or said


def _wishes(clause: str, lexicon: Lexicon) -> bool:
    return any(lexicon.pattern(name).search(clause) for name in ("wishes", "feature_request"))


def _by_weight(places: list[str], wording: Wording, lexicon: Lexicon, *, cheerful: bool) -> list[tuple[str, int]]:
    """The things we have names for, weightiest first: those of the clauses that matter, and those named often."""
    weights: Counter[str] = Counter()
    named = [_mentions(place, wording, lexicon) for place in places]
    vague = wording.words.get("vague", ())
    for name in wording.concerns:
        times = named[-1].get(name, [])
        within = [place for place, found in enumerate(named[:-1]) if name in found]
        if (times or within) and not (times and cheerful and _sour(times[0], lexicon)):
            weights[name] = min(len(times), _OFTEN) + (_FIRST - within[0] if within else 0)
    return sorted(weights.most_common(), key=lambda found: found[0] in vague)


def _mentions(text: str, wording: Wording, lexicon: Lexicon) -> dict[str, list[str]]:
    """The things we have names for → their words in a text; in “screen time” nobody speaks of the screen."""
    words = lexicon.pattern("idioms").sub(" ", text)
    near = wording.concerns_near(words)
    found = [(match.span(), name) for name in near for match in wording.concern_pattern(name).finditer(words)]
    long = [span for span, _name in found if " " in words[span[0] : span[1]]]
    mentions: dict[str, list[str]] = {}
    for (start, end), name in found:
        if words[end : end + 1] == "-" and words[end + 1 : end + 2].isalpha():
            continue  # “ads-on” speaks of no ads.
        if not any(first <= start and end <= last and (first, last) != (start, end) for first, last in long):
            mentions.setdefault(name, []).append(words[start:end])
    return mentions


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


def _goes_on(text: str, end: int, lexicon: Lexicon) -> bool:
    """Is a word only the beginning of a name of two words, as in “the emergency list”?"""
    after = re.match(r"[ -]([^\W\d_]+)", text[end : end + _NEXT])
    return after is not None and after[1].lower() not in (*lexicon.words("stop_words"), *lexicon.words("dangling"))


def _as_written(word: str, lexicon: Lexicon) -> str | None:
    """A noun as its language writes it; where nouns have capitals, None for what is no known noun with one."""
    if not lexicon.words("nouns"):
        return word.lower()
    return word if word.istitle() and lexicon.pattern("nouns").fullmatch(word) else None


def _most_named(text: str, wording: Wording, lexicon: Lexicon) -> list[str]:
    """What stands behind an article or a preposition, most often first: the last way to name a thing."""
    counts: Counter[str] = Counter()
    for match in wording.loose_things.finditer(text):
        word = None if _goes_on(text, match.end(1), lexicon) else _as_written(match.group(1), lexicon)
        if not word or word.lower().endswith(lexicon.words("blank_endings")):
            continue
        if word.lower() not in lexicon.words("stop_words") and not any(
            lexicon.pattern(words).search(word) for words in (*_NO_THING, "blank_words")
        ):
            counts[word] += 1
    name = next(iter(wording.things), "{thing}")
    return [name.format(thing=thing) for thing, _count in counts.most_common()]
