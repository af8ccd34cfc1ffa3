"""Whom a draft addresses, and what the page shows of who wrote the review."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from amends.linting.context import Context, lexicon_of
from amends.linting.text import text

_WORD = r"[^\W\d_a-z]\w*(?:['’-]\w+)?"
_HAIL = (
    "Hi|Hello|Hey|Dear|Hiya|Good (?:morning|afternoon|evening|day)|Thank you|Thanks|Hallo|Lieber?|Bonjour|Cher|Chère"
    "|Hola|Beste|Querid[oa]|Estimad[oa]|Guten (?:Morgen|Tag|Abend)|Sehr geehrte[rn]?|Moin|Servus|Danke|Vielen Dank"
    "|Hoi|Dag|Goeden?(?:dag|morgen|middag|avond)|Geachte|Bedankt|Dank je wel|Dank u wel"
)
_GREETING = re.compile(
    rf"(?:^|(?<=[.!?\n]\s)|(?<=\n))\s*(?:{_HAIL}),?\s+(?P<name>{_WORD})(?:\s+(?P<second>{_WORD}))?\s*(?=[,.!:;\n–-]|$)"
)
_CALLED = re.compile(
    rf"(?<=[^\W\d_A-Z]),\s+(?P<name>{_WORD})(?P<second>)\s*(?=[.!;:]\s|\s[–-]\s|, (?:and|but|for|I|we)\b)"
)
"""A name after a comma at the end of what the first sentence says, as in "Thanks for your words, Rosa."."""
_FEWEST = 2
_SHORT = 3
"""Letters a form of a name shares with it at least."""


def addressed(context: Context) -> Iterator[re.Match[str]]:
    """The names a draft greets or thanks, with `name` and, where there is one, `second`; no "Dear customer"."""
    common = context.known.common if context.known else frozenset()
    nobody = set(lexicon_of(context.language).words("not_names"))
    for match in (*_GREETING.finditer(context.draft.raw), *_called(context)):
        name = match["name"].lower()
        if name not in common and name not in nobody and not context.is_one("no-name", "nobody", name):
            yield match


def _called(context: Context) -> list[re.Match[str]]:
    """Who is called by name at the end of the first sentence; nobody of the team, no thing the review names."""
    first = context.draft.sentences[0] if len(context.draft.sentences) > 1 else None
    match = _CALLED.search(context.draft.raw, first.start, first.end + 1) if first else None
    if match is None or match["name"].lower() in our_names(context) | set(context.review_text.words):
        return []
    return [match]


def our_names(context: Context) -> set[str]:
    """The words of the names of the business and its people."""
    profile = context.profile
    names = [profile.name, *(person.name for person in profile.staff)] if profile else []
    return {word for name in names for word in text(name).words}


def author_names(context: Context) -> frozenset[str]:
    """The words of the name the page shows, in small letters; none of "A Google user"."""
    author = (context.review.author if context.review else None) or ""
    words = [word for word in text(author).words if len(word) >= _FEWEST and not word.isdigit()]
    anonymous = {word for phrase in lexicon_of(None).words("anonymous_names") for word in phrase.split()}
    return frozenset() if not words or all(word in anonymous for word in words) else frozenset(words)


def is_author(context: Context, name: str) -> bool:
    """Is it the author's name, or a short or long form of it, as Tom and Thomas, or as in a user name?"""
    small = _bare(name.lower())
    whole = _bare("".join(text((context.review.author if context.review else None) or "").words))
    return small in whole or any(_akin(small, _bare(theirs)) for theirs in author_names(context))


def _bare(name: str) -> str:
    """A name without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


def _akin(name: str, other: str) -> bool:
    """Tom and Tommy, Jenny and Jennifer: all but the end of the shorter begins the longer."""
    short, long = sorted((name, other), key=len)
    return long.startswith(short[: max(_SHORT, len(short) - 1)] if len(short) > _SHORT else short)
