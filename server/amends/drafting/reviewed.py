"""What a draft may say of the review: the customer's own words, or our name for the thing where they do not serve."""

from __future__ import annotations

from itertools import pairwise

from amends.drafting.concerns import concerns
from amends.drafting.crux import crucial, particular, weight
from amends.drafting.names import first_name
from amends.drafting.quotation import MOST_WORDS, Clause, plain, quotable
from amends.drafting.setting import Setting
from amends.drafting.wholeness import conceded, headed, tied
from amends.playbook import Lexicon
from amends.records import Scenario, Span
from amends.triage import clauses, telling

CONTENT = 0.5
"""The share of a rating from which a customer is content."""
CHOICES = 3
"""Clauses, and things, that are tried where the first ones lead into a rule."""
_OF_TROUBLE = ("needs-research", "valid-complaint", "anonymous", "persistent", "known-issue", "regression", "fixed")
"""Scenarios that answer trouble: there a clause must say what went wrong."""
_WANTED: dict[Scenario, str] = {"feature-request": "feature_request", "praise": "praise"}
"""Scenarios in which words are repeated only where they are of that colour → its list."""
_PRIVATE = ("payment", "privacy")
"""Topics that are better not gone into in public."""
_LOOKED_INTO = ("needs-research", "valid-complaint", "anonymous")
"""Scenarios in which trouble may be told without a word for it."""
_LEAST, _PLAIN = 5, 1.0
"""Words of a clause without a word of trouble, and its weight, from which it may be what the trouble is."""
_ONE_SENTENCE = 7
"""Words of a review up to which a thing it names says as much."""
_SHORT = 15
"""Words of a review up to which it may be asked what exactly happened."""


def of_review(setting: Setting) -> dict[str, str | None]:
    """The slots a review fills: a name, what it is about, its own words, the version."""
    spans = telling(setting.review, setting.triage)
    ordered = clauses(setting.review, setting.triage)
    found = _repeatable(spans, ordered, setting) if setting.quotation_allowed else []
    scenario, said = setting.triage.scenario, (setting.wording, setting.lexicon, setting.tells)
    about = concerns(setting.review, spans, ordered, scenario, *said)
    # An opinion is repeated only where nothing more particular shows that the review was read.
    named = any(map(setting.tells, about.named))
    quotes = _telling(found, setting, also_opinions=not named)
    if not _in_title(about.named, setting):
        unmarked, weak = _unmarked(found, setting), all(weight(text, setting.lexicon) < _PLAIN for text in quotes)
        quotes = [*unmarked, *quotes] if weak else [*quotes, *unmarked]
    if named and len(setting.review.words.split()) <= _ONE_SENTENCE:
        quotes = []  # A whole short review between quotation marks reads like mockery.
    words = None if quotes or named else plain_words(setting, found)
    told = any(text and setting.tells(text) for text in (*quotes[:1], words))
    # A thing that is only mentioned is neither what somebody misses nor what somebody praises.
    mentioned = [] if scenario in _WANTED else about.mentioned
    things = about.named if named else [] if told else [*mentioned, *about.named]
    things = [*things, *(name for name in mentioned if named)]
    return {
        "name": first_name(setting.review.author, setting.lexicon) if setting.names_allowed else None,
        **_numbered("concern", things),
        **_numbered("quote", quotes),
        "words": words,
        "if_fault": "" if quotes and all(_fault(text, setting) for text in quotes[:CHOICES]) else None,
        "if_low": "" if _low(setting) else None,
        "if_private": None if set(_PRIVATE).isdisjoint(setting.triage.topics) else "",
        "if_short": "" if len(setting.review.words.split()) <= _SHORT else None,
        "if_no_time": _unsaid("said_when", setting),
        "if_no_device": None if setting.triage.devices else _unsaid("said_device", setting),
        "version": plain(setting.triage.versions[0]) if setting.triage.versions else None,
    }


def _numbered(name: str, values: list[str]) -> dict[str, str | None]:
    """A slot and those that stand in for it where it leads into a rule: quote, quote1, quote2."""
    return {f"{name}{place or ''}": value for place, value in enumerate(values[:CHOICES])}


def _repeatable(spans: tuple[Span, ...], ordered: tuple[Span, ...], setting: Setting) -> list[Clause]:
    """The clauses that may be repeated, those that matter first, each with all that “and” ties to it."""
    whole = coupled(setting.review.text, ordered, setting.lexicon)
    both = tied(setting.review.text, ordered, setting.lexicon, MOST_WORDS)
    text, lexicon = setting.review.text, setting.lexicon
    wide = [headed(text, whole.get(span, both.get(span, span)), lexicon) for span in (*spans, *ordered)]
    places = tuple(dict.fromkeys((*wide, *spans)))
    return list(quotable(setting.review, places, setting.lexicon, setting.triage.scenario))


def coupled(text: str, ordered: tuple[Span, ...], lexicon: Lexicon) -> dict[Span, Span]:
    """Clauses that are only halves, as “arrival and departure messages” is one thing: each half → the whole."""
    whole: dict[Span, Span] = {}
    for left, right in pairwise(ordered):
        gap = text[left.end : right.start].strip().lower()
        first = text[right.start : right.end].split()[0].lower()
        if gap in lexicon.words("couples") and first not in lexicon.words("starters"):
            whole[left] = whole[right] = Span(start=whole.get(left, left).start, end=right.end)
    return whole


def _telling(found: list[Clause], setting: Setting, *, also_opinions: bool) -> list[str]:
    """The clauses that tell what it is about, those first that name a thing or a fault."""
    telling = [one for one in found if one.tells and setting.tells(one.text)]
    if setting.triage.scenario in _OF_TROUBLE:
        telling = [one for one in telling if _crucial(one.text, setting)]
    named = [one for one in telling if particular(one.text, setting.lexicon)]
    named.sort(key=lambda one: (-weight(one.text, setting.lexicon), one.place.start))
    kept = named or (telling if also_opinions and setting.triage.scenario != "praise" else [])
    return [one.text for one in kept]


def _crucial(text: str, setting: Setting) -> bool:
    return crucial(text, setting.lexicon, setting.wording.first_person)


def _in_title(names: list[str], setting: Setting) -> bool:
    """Does the title name a thing? Then that is what the review is about."""
    title, wording = setting.review.title or "", setting.wording
    return any(wording.concern_pattern(name).search(title) for name in names if name in wording.concerns)


def _unmarked(found: list[Clause], setting: Setting) -> list[str]:
    """The clauses without a word of trouble under few stars, in the order they come: “limits keep turning off”."""
    if setting.triage.scenario not in _LOOKED_INTO or not _low(setting):
        return []
    lexicon = setting.lexicon
    fit = [one for one in found if one.whole and len(one.text.split()) >= _LEAST and setting.tells(one.text)]
    fit = [one for one in fit if _crucial(one.text, setting) and particular(one.text, lexicon)]
    # “You change the limit” tells how to, and goes on with what then went wrong.
    told_how, bound = lexicon.pattern("anybody"), lexicon.pattern("bound")
    fit = [one for one in fit if not told_how.match(one.text) or bound.search(one.text)]
    fit = [one for one in fit if not conceded(setting.review.text, one.place.end, lexicon)]
    fit = [one for one in fit if weight(one.text, lexicon) >= _PLAIN]
    return [one.text for one in sorted(fit, key=lambda one: one.place.start)]


def plain_words(setting: Setting, found: list[Clause]) -> str | None:
    """A clause that can be repeated at all, of those that matter or else of the whole review; best one that tells."""
    if not setting.quotation_allowed:
        return None
    if not found:
        places = clauses(setting.review, setting.triage)
        found = list(quotable(setting.review, places, setting.lexicon, setting.triage.scenario))
    texts = [one.text for one in found]
    if setting.triage.scenario in _OF_TROUBLE:
        texts.sort(key=lambda text: not _crucial(text, setting))
    if wanted := _WANTED.get(setting.triage.scenario):
        fit = (text for text in texts if setting.lexicon.pattern(wanted).search(text))
        texts = [text for text in fit if particular(text, setting.lexicon)]
    return next((text for text in texts if setting.tells(text)), next(iter(texts), None))


def _fault(text: str, setting: Setting) -> bool:
    """Is it a fault that a clause tells of, and not what the customer did?"""
    return bool(setting.lexicon.pattern("bug").search(text)) and not setting.wording.first_person.match(text)


def _low(setting: Setting) -> bool:
    """Is the customer plainly not content?"""
    if setting.review.rating:
        return setting.review.rating.share < CONTENT
    return not {"bug", "complaint", "abuse"}.isdisjoint(setting.triage.kinds)


def _unsaid(name: str, setting: Setting) -> str | None:
    """Nothing, where no word of a list is in the review: a question with such a slot asks what was not yet told."""
    return None if setting.lexicon.pattern(name).search(setting.review.words) else ""
