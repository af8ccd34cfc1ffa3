"""What a review is about, in our words: short names that make a reply particular without quoting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from amends.drafting.quotation import plain
from amends.playbook import Lexicon, Wording
from amends.records import Review, Scenario, Span

Tells = Callable[[str], bool]
"""Does a text say what is not in any review?"""
_SEARCHED = 2000
"""Characters of a review that are searched when its telling clauses name nothing."""
_NO_THING = ("not_things", "not_names", "complaint", "praise", "insults", "profanity", "slurs")


def concern(
    review: Review, spans: tuple[Span, ...], scenario: Scenario, wording: Wording, lexicon: Lexicon, tells: Tells
) -> str | None:
    """At most two things it is about, those of the clauses that matter first; None where nothing is named.

    What is in any review (“the update”) is named only where there is nothing that `tells` more.
    """
    clauses = [review.text[span.start : span.end] for span in spans]
    places = [*clauses[:3], plain(review.title or ""), review.text[:_SEARCHED]]
    cheerful = scenario == "praise"
    found: list[str] = []
    for place in places:
        named = _known_in(place, wording, lexicon, cheerful)
        found += [name for name in [*filter(tells, named), *named][:1] if name not in found]
        if any(map(tells, found)) and place is places[2]:
            break
    strong = [name for name in found if tells(name)]
    strong = strong or [name for place in places for name in _things_in(place, wording, lexicon) if tells(name)]
    strong = strong or [name for name in _most_named(places[-1], wording, lexicon) if tells(name)][:1]
    kept = strong or found
    return f" {wording.words['and'][0]} ".join(kept[:2] if kept[1:] and len(clauses) > 1 else kept[:1]) or None


def _known_in(place: str, wording: Wording, lexicon: Lexicon, cheerful: bool) -> list[str]:
    """The things of a place that we have names for, in order; where two begin together, first what has more words."""
    found: list[tuple[int, int, str]] = []
    for name in wording.concerns:
        match = wording.concern_pattern(name).search(place)
        if match and not (cheerful and _sour(match.group(), lexicon)):
            found.append((match.start(), -len(match.group()), name))
    return [name for _start, _length, name in sorted(found)]


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
