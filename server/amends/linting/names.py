"""Whom a draft addresses, and what the page shows of who wrote the review."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from amends.linting.context import Context, lexicon_of
from amends.linting.text import text

_WORD = r"[^\W\d_a-z]\w*(?:['’-]\w+)?"
_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Mme|Mlle|M|Sr|Sra|Srta|[Dd]hr|[Mm]evr|[Mm]w)\.?"
    r"|Herrn?|Frau|[Hh]eer|[Mm]eneer|[Mm]evrouw|Monsieur|Madame|Señora?|Don|Doña)"
)
_HAIL = (
    "Hi|Hello|Hey|Dear|Hiya|Howdy|Greetings|Good (?:morning|afternoon|evening|day)|Thank you|Thanks|Many thanks|To"
    "|Hallo|Liebe[rs]?|Guten (?:Morgen|Tag|Abend)|Sehr geehrte[rn]?|Moin|Servus|Danke|Vielen Dank"
    "|Bonjour|Bonsoir|Chers?|Chère|Merci|Ciao|Hola|Querid[oa]|Estimad[oa]|Gracias|Buen[oa]s (?:días|tardes|noches)"
    "|Hoi|Dag|Beste|Goeden?(?:dag|morgen|middag|avond)|Geachte|Bedankt|Dank je wel|Dank u wel"
)
_PARTICLE = r"(?:[Dd]e|[Vv][ao]n)(?: de[rn]?)?"
_GREETING = re.compile(
    rf"(?:^|(?<=[.!?\n]\s)|(?<=\n))\s*(?:{_HAIL})(?: there| again)?,?\s+(?:{_TITLE} )?(?:{_PARTICLE} )?"
    rf"(?P<name>{_WORD})(?:\s+(?P<second>{_WORD}))?\s*(?=[,.!:;\n–-]|$|\b(?:and|und|en|et|y|for|we|I)\b)"
)
_FROM_HERE = r"(?=(?:we|we're|I|I'm|that|this|you|your|it|thanks?|sorry|please|my|our|so|many)\b)"
_CALLED = tuple(
    re.compile(pattern.replace("NAME", rf"(?P<name>{_WORD})(?P<second>)"))
    for pattern in (
        r"(?<=[^\W\d_A-Z]),\s+NAME\s*(?=[.!;:]\s|\s[–-]\s|, (?:and|but|for|I|we)\b)",
        rf"^NAME, {_FROM_HERE}",
        rf"^(?:Hi|Hey|Hello|Dear) NAME {_FROM_HERE}",
        r"\b(?:[Ss]orry|[Tt]hank you|[Tt]hanks|[Aa]pologies|agree|understand), NAME,",
        r"\b(?:visit|review|feedback|message|comments?|words|honesty|time|patience|note|report|writing|today) NAME"
        r"(?=,|!| and\b| [–-] )",
    )
)
"""A name in the first sentence: "Thanks for your words, Rosa.", "Rosa, we are sorry", "Sorry, Rosa, that"."""
_SIGNED = re.compile(
    r"(?:thanks?|thank you|regards|cheers|sincerely|from|yours|gr(?:ü|u)(?:ß|ss)e?|gru(?:ß|ss)|groet(?:en|jes)?|danke"
    r"|merci|cordialement|saludos|gracias),?\s+(?P<name>(?-i:[A-ZÀ-Þ][a-zà-ÿ]+))[\s.!]*$",
    re.IGNORECASE,
)
_FEWEST = 2
_SHORT = 3
"""Letters a form of a name shares with it at least."""
_PET_ENDINGS = ("y", "ie", "i", "ey", "ito", "ita", "je", "chen")


def addressed(context: Context) -> Iterator[re.Match[str]]:
    """The names a draft greets or thanks, with `name` and, where there is one, `second`; no "Dear customer"."""
    common = context.known.common if context.known else frozenset()
    nobody = set(lexicon_of(context.language).words("not_names"))
    for match in (*_GREETING.finditer(context.draft.raw), *_called(context)):
        name = match["name"].lower()
        if name not in common and name not in nobody and not context.is_one("no-name", "nobody", name):
            yield match


def _called(context: Context) -> Iterator[re.Match[str]]:
    """Who is called by name in the first sentence; nobody of the team, no thing the review names."""
    first = context.draft.sentences[0] if len(context.draft.sentences) > 1 else None
    if first is None:
        return
    known = our_names(context) | set(context.review_text.words)
    for pattern in _CALLED:
        for match in pattern.finditer(context.draft.raw, first.start, first.end + 1):
            if match["name"].lower() not in known:
                yield match


def our_names(context: Context) -> set[str]:
    """The words of the names of the business and its people."""
    profile = context.profile
    names = [profile.name, *(person.name for person in profile.staff)] if profile else []
    return {word for name in names for word in text(name).words}


def author_names(context: Context) -> frozenset[str]:
    """The words of the name the page shows, in small letters; of "A Google user", of a name they signed with."""
    anonymous = _anonymous()
    words = [word for word in text(_shown(context)).words if len(word) >= _FEWEST and not word.isdigit()]
    if not words or all(word in anonymous for word in words):
        signed = _SIGNED.search(context.review_text.raw)
        words = [signed["name"].lower()] if signed else []
    return frozenset(words)


def names_nobody(author: str) -> bool:
    """Is it a name such as "A Google user", or none?"""
    return all(word in _anonymous() for word in text(author).words)


@cache
def _anonymous() -> frozenset[str]:
    """The words of names that name nobody."""
    return frozenset(word for phrase in lexicon_of(None).words("anonymous_names") for word in phrase.split())


def _shown(context: Context) -> str:
    return (context.review.author if context.review else None) or ""


def is_author(context: Context, name: str) -> bool:
    """Is it the author's name, or a short or long form of it, as Tom and Thomas, or as in a user name?"""
    small = _bare(name.lower())
    whole = _bare("".join(text(_shown(context)).words))
    return small in whole or any(_akin(small, _bare(theirs), context.language) for theirs in author_names(context))


def _bare(name: str) -> str:
    """A name without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


def _pet_names(language: str) -> tuple[str, ...]:
    """Lines of names that are forms of one, in a language and in the default, whose list knows many countries'."""
    return (*lexicon_of(None).words("pet_names"), *lexicon_of(language).words("pet_names"))


def _akin(name: str, other: str, language: str) -> bool:
    """Tom and Tommy, Jen and Jennifer, Bob and Robert: one begins the other, or it is a pet name of it."""
    short, long = sorted((name, other), key=len)
    roots = (short.removesuffix(ending) for ending in _PET_ENDINGS if short.endswith(ending))
    return (
        long.startswith(short)
        or any(len(root) >= _SHORT and long.startswith(root) for root in roots)
        or any({name, other} <= set(forms.split()) for forms in _pet_names(language))
    )
