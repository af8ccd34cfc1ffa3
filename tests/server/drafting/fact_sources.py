"""What a draft may state, and where each statement of one is from: the test's own reading, apart from the composer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from amends.playbook import wording
from amends.records import Case, Issue, Profile, Review

NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
ADDRESS = re.compile(
    r"[\w.+-]+@[\w.-]+\w|https?://[^\s)]+[^\s).,;]|\b(?:[\w-]+\.)+(?:example|com|org|net)\b(?:/[^\s).,;]+)?"
)
PHONE = re.compile(r"\+?\d[\d ]{6,}\d")
MONEY = re.compile(r"[$€£]\s?\d|\d\s?(?:[$€£]|euros?\b|pounds?\b|dollars?\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.!?:;…“„«¿¡\n]\s*)[“„«¿¡\"'‘\s]*(?=\w)")
NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred thousand dozen half",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend dutzend halbe",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend dozijn halve",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille dizaine moitié",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil docena mitad",
}
IDIOMS = ("vier augen", "vier ogen")
"""What only sounds like a number."""
DAY_WORDS = {
    "en": "today tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday week weeks month",
    "de": "heute morgen gestern montag dienstag mittwoch donnerstag freitag samstag sonntag woche wochen monat monate",
    "nl": "vandaag morgen gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag week weken maand maanden",
    "fr": "aujourd’hui demain hier lundi mardi mercredi jeudi vendredi samedi dimanche semaine semaines mois",
    "es": "hoy mañana ayer lunes martes miércoles jueves viernes sábado domingo semana semanas mes meses",
}


@dataclass(frozen=True)
class Sources:
    """All that one draft was given."""

    review: Review
    issue: Issue | None
    profile: Profile
    case: Case | None

    @property
    def text(self) -> str:
        """Everything that was given and may be told, as one text in small letters."""
        told: list[object] = [self.review.words, self.review.author, self.review.product_version, *self._profile()]
        if self.issue:
            told += [
                self.issue.title,
                self.issue.fixed_in,
                self.issue.how_to_get,
                (self.issue.model_extra or {}).get("fix_url"),
            ]
        if self.case and self.case.verified_by:
            told.append(self.case.correction)
        return " ".join(str(one) for one in told if one).lower().replace("'", "’")

    def _profile(self) -> list[object]:
        profile = self.profile
        contact = profile.contact
        staff = [person.name for person in profile.staff]
        return [profile.name, profile.stands_for, *staff, contact.email, contact.phone, contact.url]

    def numbers(self) -> set[str]:
        """The numbers that may stand in a draft."""
        found = set(NUMBER.findall(self.text.replace(self.profile.contact.phone or "-", "")))
        if self.profile.promise_hours:
            found |= {str(self.profile.promise_hours), str(self.profile.promise_hours // 24)}
        if day := self.day():
            found |= {str(day.day), str(day.year)}
        return found

    def day(self) -> date | None:
        """The one day there is: when the fix was released."""
        released = self.issue.released_on if self.issue else None
        return date.fromisoformat(released[:10]) if released else None


def untraced(text: str, language: str, given: Sources) -> list[str]:
    """The dates, versions, numbers, amounts, addresses and names of a draft that come from nowhere."""
    source = given.text
    told = text.replace(given.profile.contact.phone or "\0", "")
    found = [number for number in NUMBER.findall(told) if number not in given.numbers()]
    found += [piece for piece in MONEY.findall(text) if piece.lower() not in source]
    found += [piece for pattern in (ADDRESS, PHONE) for piece in pattern.findall(text) if piece.lower() not in source]
    found += _unknown_months(text, language, given)
    plain = re.sub("|".join(IDIOMS), "", text.lower())
    for words in (NUMBER_WORDS[language], DAY_WORDS[language]):
        said = re.findall(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)", plain)
        found += [word for word in said if not re.search(rf"(?<!\w){word}(?!\w)", source)]
    return found + _unknown_names(text, language, source)


def _unknown_months(text: str, language: str, given: Sources) -> list[str]:
    months = wording(language).words["months"]
    day = given.day()
    known = {months[day.month - 1].lower()} if day else set()
    named = re.findall(rf"(?:\d|\d\. |\d de |er )\s?({'|'.join(months)})(?!\w)", text, re.IGNORECASE)
    return [month for month in named if month.lower() not in known and month.lower() not in given.text]


def _unknown_names(text: str, language: str, source: str) -> list[str]:
    """Words with a capital inside a sentence that neither a source nor our own sentences hold."""
    ours = _our_capitals(language)
    begins = {match.end() for match in _SENTENCE.finditer(text)}
    capitals = (match for match in re.finditer(r"(?<!\w)[^\W\d_a-z]\w+", text) if match.group()[0].isupper())
    inside = [match.group() for match in capitals if match.start() not in begins]
    return [word for word in inside if word not in ours and word.lower() not in source]


def _our_capitals(language: str) -> set[str]:
    """Words with a capital that our own sentences and names for things hold."""
    said = wording(language)
    variants = [one for sets in said.moves.values() for many in sets.values() for one in many]
    pieces = [*variants, *said.concerns, *(one for many in said.words.values() for one in many)]
    return {word for piece in pieces for word in re.findall(r"[^\W\d_]\w+", piece) if word[0].isupper()}
