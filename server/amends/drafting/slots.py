"""All that a draft may say: taken from the review, the issue and the profile, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amends.drafting.concerns import concern
from amends.drafting.quotation import first_name, particular, plain, quotable, telling_word
from amends.linting.phrases import language_phrases
from amends.playbook import Lexicon, Mark, Platform, Wording
from amends.records import Case, Contact, Issue, Profile, Review, Triage
from amends.triage import clauses, telling

_TITLE, _HOW_TO_GET = 90, 160
"""The most characters of an issue's title, and of how to get its fix, that a reply repeats."""
_ALSO = 60
"""The most characters of a second clause of the customer's."""
_ADDRESS = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|net|io|app|dev|co|eu|nl|de|uk|shop)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")


@dataclass(frozen=True)
class Setting:
    """What a draft is written for."""

    review: Review
    triage: Triage
    issue: Issue | None
    profile: Profile | None
    platform: Platform
    wording: Wording
    lexicon: Lexicon
    case: Case | None = None

    def tells(self, text: str) -> bool:
        """Does a text hold a word that is not in any review, as the rules judge it?"""
        known = language_phrases(self.lexicon.language)
        stop = known.stop if known else frozenset()
        return any(len(word) > 2 and word not in stop for word in _WORD.findall(text.lower().replace("’", "'")))

    @property
    def links_allowed(self) -> bool:
        """Only where the platform is known to allow them."""
        return bool(self.platform.links and self.platform.links.value)

    @property
    def contact_allowed(self) -> bool:
        """Unless the platform is known to forbid it."""
        return not self.platform.contact or self.platform.contact.value

    @property
    def names_allowed(self) -> bool:
        """Unless the platform is known to forbid naming the customer."""
        return not self.platform.names or self.platform.names.value

    @property
    def quotation_allowed(self) -> bool:
        """Unless the platform is known to forbid repeating pieces of the review."""
        return not self.platform.quotation or self.platform.quotation.value


def marks(case: Case | None) -> frozenset[Mark]:
    """What a case says that decides over moves."""
    if case is None:
        return frozenset()
    said: dict[Mark, bool] = {
        "owed": bool(case.restitution),
        "closed": case.outcome == "closed_unresolved",
        "checked": bool(case.correction and case.verified_by),
    }
    return frozenset(mark for mark, true in said.items() if true)


def slots(setting: Setting) -> dict[str, str]:
    """The value of every slot that is known."""
    known = {
        **_of_review(setting),
        **(_of_issue(setting.issue, setting) if setting.issue else {}),
        **(_of_profile(setting.profile, setting) if setting.profile else {}),
        **(_of_case(setting.case, setting) if setting.case else {}),
    }
    return {name: value for name, value in known.items() if value}


def slot_sets(setting: Setting) -> Iterator[dict[str, str]]:
    """The known slots, then those that are left when one that may lead into a rule is not used.

    Where the customer's own words tell what it is about, our name for it is not needed, too.
    """
    known = slots(setting)
    enough = "quote" in known and not setting.issue
    yield {name: value for name, value in known.items() if name != "concern"} if enough else known
    for gone in (("quote", "also", "words"), ("concern",), ("name",)):
        if not known.keys().isdisjoint(gone):
            left = {name: value for name, value in known.items() if name not in gone}
            words = _plain_words(setting, []) if gone == ("concern",) and "quote" not in left else None
            yield {**left, "words": words} if words else left
    word = telling_word(setting.review.words, setting.lexicon, setting.tells) if setting.quotation_allowed else None
    if word:
        yield {**{name: value for name, value in known.items() if name not in ("concern", "quote", "also")}, "words": word}


def _of_review(setting: Setting) -> dict[str, str | None]:
    spans = telling(setting.review, setting.triage)
    found = list(quotable(setting.review, spans, setting.lexicon, setting.triage.scenario))
    found = found if setting.quotation_allowed else []
    about = concern(setting.review, spans, setting.triage.scenario, setting.wording, setting.lexicon, setting.tells)
    # An opinion is repeated only where nothing more particular shows that the review was read.
    named = about is not None and setting.tells(about)
    quote = next((text for text, tells in found if tells and (not named or _particular(text, setting))), None)
    words = None if quote or named else _plain_words(setting, found)
    if not named and any(text and setting.tells(text) for text in (quote, words)):
        about = None
    return {
        "name": first_name(setting.review.author, setting.lexicon) if setting.names_allowed else None,
        "concern": about,
        "quote": quote,
        "also": _another(quote, found, setting) if quote else None,
        "words": words,
        "version": plain(setting.triage.versions[0]) if setting.triage.versions else None,
    }


def _another(quote: str, found: list[tuple[str, bool]], setting: Setting) -> str | None:
    """A second clause, short and about something else, that shows the whole review was read."""
    said = set(quote.lower().split())
    fit = (text for text, tells in found if tells and len(text) <= _ALSO and text != quote)
    return next((text for text in fit if _particular(text, setting) and said.isdisjoint(_telling_words(text, setting))), None)


def _telling_words(text: str, setting: Setting) -> list[str]:
    return [word for word in text.lower().split() if setting.tells(word)]


def _particular(text: str, setting: Setting) -> bool:
    return particular(text, setting.lexicon) and setting.tells(text)


def _plain_words(setting: Setting, found: list[tuple[str, bool]]) -> str | None:
    """A clause that can be repeated at all, of those that matter or else of the whole review; best one that tells."""
    if not setting.quotation_allowed:
        return None
    rest = quotable(setting.review, clauses(setting.review, setting.triage), setting.lexicon, setting.triage.scenario)
    texts = [text for text, _tells in [*found, *rest]]
    return next((text for text in texts if setting.tells(text)), next(iter(texts), None))


def _of_issue(issue: Issue, setting: Setting) -> dict[str, str | None]:
    title = plain(issue.title).strip(" .“”\"'")
    fix_url = (issue.model_extra or {}).get("fix_url")
    return {
        "issue": title if len(title) <= _TITLE and not _ADDRESS.search(title) else None,
        "fixed_in": plain(issue.fixed_in) if issue.fixed_in else None,
        "released": written_day(issue.released_on, setting.wording) if issue.released_on else None,
        "how_to_get": _instruction(issue.how_to_get, setting) if issue.how_to_get else None,
        "fix_url": plain(fix_url) if isinstance(fix_url, str) and setting.links_allowed else None,
    }


def written_day(day: str, wording: Wording) -> str:
    """A day as the language writes it."""
    on = date.fromisoformat(day[:10])
    first = on.day == 1 and wording.words.get("date-first-of-month")
    return (first or wording.words["date"])[0].format(
        day=on.day, month=wording.words["months"][on.month - 1], year=on.year
    )


def _instruction(text: str, setting: Setting) -> str | None:
    """The first sentences of how to get a fix, as plain text; None where they hold an address that may not stand."""
    words = re.sub(r"[*`>#]", "", plain(_MARKDOWN_LINK.sub(r"\1", text)))
    kept = ""
    for sentence in re.split(r"(?<=[.!?])\s+", words):
        if kept and len(kept) + 1 + len(sentence) > _HOW_TO_GET:
            break
        kept = f"{kept} {sentence}".strip()
    if len(kept) > _HOW_TO_GET or (_ADDRESS.search(kept) and not setting.links_allowed):
        return None
    return kept if kept.endswith((".", "!", "?")) or not kept else f"{kept}."


def _of_case(case: Case, setting: Setting) -> dict[str, str | None]:
    checked = "checked" in marks(case)
    return {"correction": _instruction(case.correction, setting) if checked and case.correction else None}


def _of_profile(profile: Profile, setting: Setting) -> dict[str, str | None]:
    return {
        "signer": plain(profile.staff[0].name) if profile.staff else None,
        "business": plain(profile.name),
        "stands_for": plain(profile.stands_for).strip(" .") if profile.stands_for else None,
        "reach": _reach(profile.contact, setting),
        "span": _span(profile.promise_hours, setting.wording) if profile.promise_hours else None,
    }


def _reach(contact: Contact, setting: Setting) -> str | None:
    given = {"email": contact.email, "phone": contact.phone} if setting.contact_allowed else {}
    if setting.links_allowed and not any(given.values()):
        given = {"url": contact.url}
    known = {name: plain(value) for name, value in given.items() if value}
    if not known:
        return None
    way = "both" if len(known) == 2 else next(iter(known))
    return setting.wording.words[f"reach-{way}"][0].format(**known)


def _span(hours: int, wording: Wording) -> str:
    if hours > 24 and hours % 24 == 0:
        return wording.words["days"][0].format(n=hours // 24)
    return wording.words["hour" if hours == 1 else "hours"][0].format(n=hours)
