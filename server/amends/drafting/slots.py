"""All that a draft may say: taken from the review, the issue and the profile, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from amends.drafting.quotation import plain, telling_word
from amends.drafting.reviewed import CHOICES, of_review, plain_words
from amends.drafting.setting import Setting
from amends.playbook import Mark, Wording
from amends.records import Case, Contact, Issue, Profile

_QUESTION_MARKS = "?？؟"
UNSAID = "if_"
"""How slots begin that hold nothing: they are there when a review does not say something."""
_ROOM = 500
"""The limit from which a reply has room for more than is needed."""
_TITLE, _HOW_TO_GET = 90, 160
"""The most characters of an issue's title, and of how to get its fix, that a reply repeats."""
_ADDRESS = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|net|io|app|dev|co|eu|nl|de|uk|shop)\b", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")


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
    known = {**of_review(setting), **facts(setting)}
    known["if_reach" if known.get("reach") else "if_no_reach"] = ""
    return {name: value for name, value in known.items() if value or (name.startswith(UNSAID) and value is not None)}


def facts(setting: Setting) -> dict[str, str | None]:
    """What is known beside the review, as the language of the setting says it: dates, spans, ways to reach us."""
    return {
        **(_of_issue(setting.issue, setting) if setting.issue else {}),
        **(_of_profile(setting.profile, setting) if setting.profile else {}),
        **(_of_case(setting.case, setting) if setting.case else {}),
    }


def slot_sets(setting: Setting) -> Iterator[dict[str, str]]:
    """The known slots, then those that are left when one that may lead into a rule is not used.

    Where the customer's own words tell what it is about, our name for it is not needed, too.
    """
    if setting.discreet:
        yield {name: value for name, value in facts(setting).items() if value}
        return
    asks = {"if_asks": ""}
    for known in _choices(setting):
        yield known
        # A word on what was asked, and a sorry, where we saw no need of one and a rule does.
        if _asks(setting):
            yield {**known, **asks}
        yield {**known, "if_low": "", **(asks if _asks(setting) else {})}
    if not _asks(setting):
        yield from ({**known, "if_low": "", **asks} for known in _choices(setting))


def _asks(setting: Setting) -> bool:
    words = setting.review.words
    return any(mark in words for mark in _QUESTION_MARKS) or bool(setting.lexicon.pattern("question").search(words))


def _choices(setting: Setting) -> Iterator[dict[str, str]]:
    known = slots(setting)
    others = [(name, known.pop(f"{name}{place}", None)) for place in range(1, CHOICES) for name in ("quote", "concern")]
    enough = "quote" in known and not setting.issue
    first = _without(known, "concern") if enough else known
    yield first
    yield from ({**first, name: value} for name, value in others if value and name in first)
    for gone in (("quote", "words"), ("concern",), ("name",)):
        if not known.keys().isdisjoint(gone):
            left = _without(known, *gone)
            words = plain_words(setting, []) if gone == ("concern",) and "quote" not in left else None
            yield {**left, "words": words} if words else left
    if setting.quotation_allowed and (word := telling_word(setting.review.words, setting.lexicon, setting.tells)):
        yield {**_without(known, "concern", "quote"), "words": word}
    if thing := _any_thing(setting):
        yield {**_without(known, "quote"), "concern": thing}


def _any_thing(setting: Setting) -> str | None:
    """Any word that can be a thing, where nothing can be quoted; none where nouns are known by their capitals."""
    endings = setting.lexicon.words("blank_endings")
    if setting.lexicon.words("nouns") or not setting.wording.things:
        return None
    word = telling_word(
        setting.review.words, setting.lexicon, lambda one: setting.tells(one) and not one.endswith(endings)
    )
    return next(iter(setting.wording.things)).format(thing=word.lower()) if word else None


def _without(known: dict[str, str], *gone: str) -> dict[str, str]:
    return {name: value for name, value in known.items() if name not in gone}


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
        "stands_for": plain(profile.stands_for).strip(" .") if profile.stands_for and not _cramped(setting) else None,
        "reach": _reach(profile.contact, setting),
        "span": _span(profile.promise_hours, setting.wording) if profile.promise_hours else None,
    }


def _cramped(setting: Setting) -> bool:
    """Is there little room? Then one way to reach us is enough, and what we stand for is not told."""
    limit = setting.platform.limit
    return limit is not None and limit.value is not None and limit.value < _ROOM


def _reach(contact: Contact, setting: Setting) -> str | None:
    given = {"email": contact.email, "phone": contact.phone} if setting.contact_allowed else {}
    if setting.links_allowed and not any(given.values()):
        given = {"url": contact.url}
    known = {name: plain(value) for name, value in given.items() if value}
    if not known:
        return None
    if _cramped(setting):
        known = dict([next(iter(known.items()))])
    way = "both" if len(known) == 2 else next(iter(known))
    return setting.wording.words[f"reach-{way}"][0].format(**known)


def _span(hours: int, wording: Wording) -> str:
    if hours > 24 and hours % 24 == 0:
        return wording.words["days"][0].format(n=hours // 24)
    return wording.words["hour" if hours == 1 else "hours"][0].format(n=hours)
