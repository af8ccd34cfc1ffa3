"""Examples to learn from: a review, our suggestion, what was posted and what the rules say of it, naming nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from amends.drafting import draft
from amends.linting import lint
from amends.linting.languages import spoken_in
from amends.linting.phones import phones
from amends.linting.phrases import language_phrases
from amends.linting.rules.postal_address import STREET
from amends.linting.text import Text
from amends.records import Lesson, PostedReply, Profile, Review, StoredReview
from amends.stores.base import Store

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])[A-Z]{0,3}[-#]?\d(?:[\d-]*\d){4,}(?![\w])")
"""Order, ticket and customer numbers: five digits and more."""
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")
_CAPITAL = re.compile(r"(?<=[^\W_][,;:]\s|[^\W_]{2}\s)[^\W\d_a-z]\w{2,}")
"""A capital in the middle of a sentence."""
_NOBODY = ("no-name", "nobody")
"""The list of words that look like names and are none: days, months, departments."""
_NOUNS_TOO = ("de",)
"""Languages in which a capital doesn't tell a name."""


def lessons(
    store: Store, replies: Iterable[PostedReply], profile: Profile | None, names: Iterable[str]
) -> Iterator[Lesson]:
    """One example for each reply whose review is known; `names` are our colleagues'."""
    ours = [*names, *(person.name for person in profile.staff)] if profile else list(names)
    asked = list(replies)
    reviews = store.several(StoredReview, {reply.review_id for reply in asked})
    for reply in asked:
        if reply.review_id in reviews:
            yield _lesson(reply, reviews[reply.review_id], profile, ours)


def _lesson(reply: PostedReply, review: StoredReview, profile: Profile | None, ours: list[str]) -> Lesson:
    bare = Review.model_validate({**review.dump(), "reply": None})
    drafted = draft(bare, profile=profile, count=1, scenario=reply.scenario)
    found = lint(reply.text, review=bare, platform=reply.platform, profile=profile).findings
    names = [*ours, review.author or "", *called(review.words), *called(reply.text)]
    return Lesson(
        platform=reply.platform,
        rating=review.rating,
        scenario=drafted.scenario,
        review=without_identities(review.words, names),
        draft=without_identities(drafted.suggestions[0].text, names) if drafted.suggestions else None,
        reply=without_identities(reply.text, names),
        findings=tuple(dict.fromkeys(finding.rule for finding in found)),
    )


def without_identities(raw: str, names: Iterable[str]) -> str:
    """A text without `names`, addresses and numbers that lead to somebody; what is left needs a person's eye.

    What is too long to be searched is left out.
    """
    text = Text(raw)
    raw = text.raw
    spans = [(*match.span(), "e-mail") for match in text.emails]
    spans += [(*match.span(), "phone") for match in phones(text, spoken_in(text) or "und")]
    for pattern, what in ((_LINK, "link"), (STREET, "address"), (_NUMBER, "number"), (_HANDLE, "name")):
        spans += [(*match.span(), what) for match in pattern.finditer(raw)]
    spans += [(*match.span(), "name") for match in _named(raw, names)]
    return _replaced(raw, sorted(spans, key=lambda span: (span[0], -span[1])))


def called(raw: str) -> list[str]:
    """Words that a capital in the middle of a sentence gives away as names; too many rather than too few."""
    language = spoken_in(Text(raw)) or "und"
    known = language_phrases(language)
    if known is None or language in _NOUNS_TOO:
        return []
    plain = {*known.common, *known.stop, *known.kin}
    found = (match[0] for match in _CAPITAL.finditer(raw))
    return [word for word in found if word.lower() not in plain and not known.is_one(_NOBODY, word.lower())]


def _named(raw: str, names: Iterable[str]) -> Iterator[re.Match[str]]:
    words = {word for name in names for word in re.findall(r"[^\W\d_]{2,}", name)}
    if words:
        choices = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        yield from re.finditer(rf"(?<!\w)(?:{choices})(?!\w)", raw, re.IGNORECASE)


def _replaced(raw: str, spans: list[tuple[int, int, str]]) -> str:
    said, place = "", 0
    for start, end, what in spans:
        if start >= place:
            said += f"{raw[place:start]}[{what}]"
            place = end
    return said + raw[place:]
