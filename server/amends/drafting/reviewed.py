"""What a draft may say of the review: the customer's own words, or our name for the thing where they do not serve."""

from __future__ import annotations

from amends.drafting.concerns import concern
from amends.drafting.quotation import first_name, particular, plain, quotable
from amends.drafting.setting import Setting
from amends.triage import clauses, telling


def of_review(setting: Setting) -> dict[str, str | None]:
    """The slots a review fills: a name, what it is about, its own words, the version."""
    spans = telling(setting.review, setting.triage)
    places = tuple(dict.fromkeys((*spans, *clauses(setting.review, setting.triage))))
    found = list(quotable(setting.review, places, setting.lexicon, setting.triage.scenario))
    found = found if setting.quotation_allowed else []
    about = concern(setting.review, spans, setting.triage.scenario, setting.wording, setting.lexicon, setting.tells)
    # An opinion is repeated only where nothing more particular shows that the review was read.
    named = about is not None and setting.tells(about)
    quote = next((text for text, tells in found if tells and (not named or _particular(text, setting))), None)
    words = None if quote or named else plain_words(setting, found)
    if not named and any(text and setting.tells(text) for text in (quote, words)):
        about = None
    return {
        "name": first_name(setting.review.author, setting.lexicon) if setting.names_allowed else None,
        "concern": about,
        "quote": quote,
        "words": words,
        "if_no_time": _unsaid("said_when", setting),
        "if_no_device": None if setting.triage.devices else _unsaid("said_device", setting),
        "version": plain(setting.triage.versions[0]) if setting.triage.versions else None,
    }


def _particular(text: str, setting: Setting) -> bool:
    return particular(text, setting.lexicon) and setting.tells(text)


def plain_words(setting: Setting, found: list[tuple[str, bool]]) -> str | None:
    """A clause that can be repeated at all, of those that matter or else of the whole review; best one that tells."""
    if not setting.quotation_allowed:
        return None
    if not found:
        places = clauses(setting.review, setting.triage)
        found = list(quotable(setting.review, places, setting.lexicon, setting.triage.scenario))
    texts = [text for text, _tells in found]
    return next((text for text in texts if setting.tells(text)), next(iter(texts), None))


def _unsaid(name: str, setting: Setting) -> str | None:
    """Nothing, where no word of a list is in the review: a question with such a slot asks what was not yet told."""
    return None if setting.lexicon.pattern(name).search(setting.review.words) else ""
