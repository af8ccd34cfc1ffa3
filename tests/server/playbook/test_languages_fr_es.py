"""French and Spanish: sentences that fit every thing they are said of, and word lists that tell reviews apart."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from amends.drafting import draft
from amends.playbook import wording
from amends.records import Contact, Issue, Person, Profile, Rating, Review, Suggestion
from amends.triage import triage

LANGUAGES = ("fr", "es")
POLITE = {
    "fr": r"\b(?:vous|votre|vos)\b|\w+ez\b",
    "es": r"\b(?:usted|su|sus|le|escribe|describe|cuenta|puede|podría|quiere|díganos|díganoslo|tendrá)\b",
}
FAMILIAR = {
    "fr": r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt['’]|\bdis-nous",
    "es": r"\b(?:tú|tu|tus|te|ti|contigo|escribes|describes|cuentas|puedes|podrías|quieres|dinos|dínoslo|tendrás)\b",
}
HARMLESS = {"fr": r"chez", "es": r"(?:puede que|algo puede)"}
REVIEWS = {
    "fr": {
        "bug": ("L'application plante au démarrage depuis la mise à jour.", 1),
        "complaint": ("Le colis est arrivé cassé et personne ne répond, c'est honteux.", 1),
        "praise": ("Super produit, livraison rapide, je recommande !", 5),
        "feature_request": ("Il manque un mode sombre, ce serait bien de l'ajouter.", 4),
        "question": ("Comment exporter mes photos ? Est-ce que c'est possible ?", 4),
        "abuse": ("Bande de connards, allez vous faire voir.", None),
    },
    "es": {
        "bug": ("La aplicación se cierra al abrir desde la actualización.", 1),
        "complaint": ("El paquete llegó roto y nadie contesta, una vergüenza.", 1),
        "praise": ("Excelente producto, envío rápido, lo recomiendo.", 5),
        "feature_request": ("Le falta un modo oscuro, estaría bien añadirlo.", 4),
        "question": ("¿Cómo puedo exportar mis fotos? ¿Es posible?", 4),
        "abuse": ("Hijos de puta, idiotas.", None),
    },
}
ISSUES = (
    None,
    Issue(id="7", title="Ruban 12", state="open"),
    Issue(id="7", title="Ruban 12", state="fixed", fixed_in="4.2"),
    Issue(id="7", title="Ruban 12", state="released", fixed_in="4.2", released_on="2026-11-01"),
    Issue(id="7", title="Ruban 12", state="released", released_on="2026-11-12"),
)


def _profiles() -> Iterator[Profile | None]:
    yield None
    for address, phone in product(("formal", "informal"), (None, "+33 1 99 00 12 34")):
        contact = Contact(email="aide@quire.example", phone=phone)
        yield Profile(
            name="Quire", contact=contact, staff=(Person(name="Noor Diaz"),), address=address, promise_hours=24
        )
    yield Profile(name="Quire", contact=Contact())


def _review(language: str, kind: str) -> Review:
    text, stars = REVIEWS[language][kind]
    rating = Rating(value=stars) if stars else None
    return Review(text=text, rating=rating, author="Camille", language=language, platform="trustpilot")


def _suggestions(language: str, profile: Profile | None) -> Iterator[Suggestion]:
    for kind, issue in product(REVIEWS[language], ISSUES):
        yield from draft(_review(language, kind), issue=issue, profile=profile).suggestions


def _said(language: str, informal: bool) -> Iterator[tuple[str, str]]:
    """Each set with its sentences that are said in one form of address."""
    for move, sets in wording(language).moves.items():
        for name, variants in sets.items():
            formal_only = not name.endswith(".informal") and f"{name}.informal" in sets
            if name.endswith(".informal") != informal and (formal_only or name.endswith((".informal", ".formal"))):
                continue
            for variant in variants:
                yield f"{move}.{name}", variant


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_addressed_familiarly_is_never_addressed_politely_and_the_other_way_round(language: str) -> None:
    for informal, other in ((True, POLITE), (False, FAMILIAR)):
        for place, sentence in _said(language, informal):
            plain = re.sub(HARMLESS[language], "", re.sub(r"\{\w+\}", "", sentence))
            assert not re.search(other[language], plain, re.IGNORECASE), f"{place}: {sentence!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_things_have_their_article_and_nothing_before_them_would_melt_into_it(language: str) -> None:
    articles = {"fr": r"(?:le|la|les|notre) |l’", "es": r"(?:el|la|los|las|nuestr[oa]s?) "}[language]
    for name in wording(language).concerns:
        assert re.match(articles, name), f"{name!r} needs its article"
    for _place, sentence in [*_said(language, informal=True), *_said(language, informal=False)]:
        assert not re.search(r"\b(?:de|à|a|du|des|del|al) \{concern\}|['’]\{concern\}", sentence), sentence


def test_french_marks_keep_their_narrow_company() -> None:
    for _place, sentence in [*_said("fr", informal=True), *_said("fr", informal=False)]:
        assert not re.search(r"[^\u00a0][:;!?»](?!\w|/)|«[^\u00a0]|'", sentence), f"no-break space, ’: {sentence!r}"


def test_spanish_questions_open_as_they_close() -> None:
    for _place, sentence in [*_said("es", informal=True), *_said("es", informal=False)]:
        assert sentence.count("?") == sentence.count("¿"), sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", tuple(_profiles()))
def test_whatever_is_known_the_draft_reads_well_and_breaks_no_rule(language: str, profile: Profile | None) -> None:
    found = list(_suggestions(language, profile))
    assert len(found) >= 60
    for suggestion in found:
        assert suggestion.language == language
        assert not re.search(r"[{}]|  | [.,]|\.\.", suggestion.text), suggestion.text
        assert all(finding.severity == "advice" for finding in suggestion.findings), suggestion
        ours = re.sub(r"«[^»]*»|\S+@\S+", "", suggestion.text)
        assert not re.search(r"\b(?:(?:de|à) les?|(?:de|a) el) (?!\w+[eiy]re?\b)", ours), suggestion.text


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("fr", "2026-11-12", "le 12 novembre 2026"),
        ("fr", "2026-11-01", "le 1er novembre 2026"),
        ("es", "2026-11-12", "el 12 de noviembre de 2026"),
        ("es", "2026-11-01", "el 1 de noviembre de 2026"),
    ],
)
def test_days_are_written_as_the_language_does(language: str, day: str, written: str) -> None:
    issue = Issue(id="7", title="Ruban", state="released", fixed_in="4.2", released_on=day)
    assert written in draft(_review(language, "bug"), issue=issue).suggestions[0].text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", tuple(REVIEWS["fr"]))
def test_kinds_are_told_apart(language: str, kind: str) -> None:
    assert triage(_review(language, kind)).kind == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "J'ai contacté mon avocat et je vais porter plainte."),
        ("fr", "Le grille-pain a pris feu, j'ai fini aux urgences."),
        ("es", "Voy a denunciarles, ya hablé con mi abogado."),
        ("es", "La tostadora explotó y acabé en urgencias."),
    ],
)
def test_law_and_injury_are_left_to_a_person(language: str, text: str) -> None:
    assert triage(Review(text=text, rating=Rating(value=1), language=language)).scenario == "hold"


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Pas terrible, ne fonctionne jamais bien."), ("es", "No me gusta, no es nada bueno.")],
)
def test_a_negation_turns_praise_round(language: str, text: str) -> None:
    assert "praise" not in triage(Review(text=text, language=language)).kinds


@pytest.mark.captured
@pytest.mark.parametrize("language", LANGUAGES)
def test_real_complaints_are_no_praise_and_get_drafts(captured: Callable[[str], Path], language: str) -> None:
    with captured("datasets/replies_firefox_android_2018.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["Reviewer Language"].startswith(language)]
    reviews = [
        Review(text=row["Review Text"], rating=Rating(value=int(row["Star Rating"])), language=language) for row in rows
    ]
    bad = [review for review in reviews if review.rating and review.rating.value <= 2]
    assert len(bad) >= 20
    assert not [review for review in bad if triage(review).scenario == "praise"]
    drafted = [draft(review, platform="google-play") for review in bad[::3]]
    assert sum(bool(one.suggestions) for one in drafted) >= 0.95 * len(drafted)
    assert all(finding.severity == "advice" for one in drafted for s in one.suggestions for finding in s.findings)
