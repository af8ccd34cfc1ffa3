"""German and Dutch: complete, in one way of address at a time, grammatical in every slot, sorted as a speaker would."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Literal

import pytest

from amends.drafting import draft
from amends.playbook import lexicon, wording
from amends.records import Contact, Drafted, Issue, Person, Profile, Rating, Review, Scenario
from amends.triage import triage

BOTH = ("de", "nl")
POLITE = {"de": re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b"), "nl": re.compile(r"\b(?:u|uw)\b", re.I)}
FAMILIAR = {
    "de": re.compile(r"\b(?:du|dir|dich|deine?[mnrs]?)\b", re.I),
    "nl": re.compile(r"\b(?:je|jij|jou|jouw)\b", re.I),
}
ARTICLES = {"de": ("die ", "das ", "den ", "unser ", "unseren "), "nl": ("de ", "het ", "onze ")}
QUOTED = re.compile("„[^“]*“|“[^”]*”")
ENOUGH = 5
"""Sentences of a set, where English has as many."""
PLATFORMS = ("google-play", "trustpilot", "tripadvisor", "workspace-marketplace", "amazon-seller", "nowhere")
REVIEWS = {
    "de": (
        (1, "Katrin", "Seit dem letzten Update stürzt die App ab, wenn ich ein Foto öffne."),
        (1, None, "Das Paket kam zehn Tage zu spät und die Lampe war kaputt."),
        (2, "Nora", "Der Verkäufer war unhöflich und ließ uns eine halbe Stunde warten."),
        (4, "Miriam", "Schöne App, aber mir fehlt ein dunkler Modus. Wäre toll, wenn der kommt."),
        (5, "Bernd", "Schnelle Lieferung und freundliche Mitarbeiter. Gerne wieder!"),
        (3, "Eva", "Wie kann ich meine Bilder exportieren?"),
        (1, "Iris", "Nie etwas bestellt bei dieser Firma und trotzdem eine Rechnung bekommen."),
        (2, "Uwe", "NUR NOCH WERBUNG UND ABSTÜRZE!!!"),
        (5, "Heike", "Top!"),
    ),
    "nl": (
        (1, "Sanne", "Sinds de laatste update loopt de app steeds vast als ik een foto open."),
        (1, None, "Pakket kwam tien dagen te laat en de lamp was kapot."),
        (2, "Noor", "De verkoper was onbeschoft en liet ons een half uur wachten."),
        (4, "Marieke", "Fijne app, maar ik mis een donkere modus. Zou fijn zijn als die er komt."),
        (5, "Pieter", "Snel geleverd en vriendelijke medewerkers. Echt een aanrader!"),
        (3, "Eva", "Hoe kan ik mijn foto's exporteren?"),
        (1, "Iris", "Nooit iets besteld bij dit bedrijf en toch een rekening gekregen."),
        (2, "Ruud", "ALLEEN MAAR RECLAME EN CRASHES!!!"),
        (5, "Hans", "Top!"),
    ),
}
ISSUES = (
    None,
    Issue(id="i1", title="Absturz 12", state="investigating"),
    Issue(id="i1", title="Absturz 12", state="released"),
    Issue(
        id="i1",
        title="Absturz 12",
        state="released",
        fixed_in="4.3",
        released_on="2026-11-12",
        how_to_get="Update 4.3.",
    ),
)


def reviews(language: str) -> list[Review]:
    return [
        Review(text=text, author=author, rating=Rating(value=stars), language=language)
        for stars, author, text in REVIEWS[language]
    ]


def profile(address: Literal["formal", "informal"] | None) -> Profile:
    return Profile(
        name="Halden & Roe",
        contact=Contact(email="help@halden.example"),
        staff=(Person(name="Mara"),),
        address=address,
        promise_hours=48,
    )


def drafts(language: str, who: Profile | None) -> list[Drafted]:
    given = product(enumerate(reviews(language)), enumerate(ISSUES))
    return [
        draft(review, issue=issue, platform=PLATFORMS[(i + j) % len(PLATFORMS)], profile=who)
        for (i, review), (j, issue) in given
    ]


@pytest.mark.parametrize("language", BOTH)
def test_all_that_english_can_say_can_be_said(language: str) -> None:
    for move, sets in wording("en").moves.items():
        for name, variants in sets.items():
            said = wording(language).moves.get(move, {}).get(name, ())
            wanted = 1 if move == "greet" else min(len(variants), ENOUGH)
            assert len(said) >= wanted, f"languages/{language}/wording.toml: {move}, {name} needs {wanted} sentences"
    assert set(wording("en").words) <= set(wording(language).words)
    assert set(lexicon("en").lists) <= set(lexicon(language).lists)


@pytest.mark.parametrize("language", BOTH)
def test_a_set_speaks_to_customers_in_one_way_only(language: str) -> None:
    for move, sets in wording(language).moves.items():
        for name, variants in sets.items():
            familiar = name.endswith(".informal")
            wrong = (POLITE if familiar else FAMILIAR)[language]
            assert not [said for said in variants if wrong.search(said)], f"{move}, {name}: mixed address"
            if not familiar and any(POLITE[language].search(said) for said in variants):
                assert f"{name}.informal" in sets, f"{move}: add the set {name}.informal"


@pytest.mark.parametrize("language", BOTH)
def test_what_customers_talk_about_has_its_article_and_one_name_a_word(language: str) -> None:
    concerns = wording(language).concerns
    assert all(name.startswith(ARTICLES[language]) for name in concerns)
    words = [word for known in concerns.values() for word in known]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(("language", "address"), list(product(BOTH, ("formal", "informal", None))))
def test_drafts_keep_to_one_way_of_address_and_pass_the_rules(
    language: str, address: Literal["formal", "informal"] | None
) -> None:
    wrong = (POLITE if address == "informal" else FAMILIAR)[language]
    for drafted in drafts(language, profile(address)):
        assert drafted.suggestions, drafted.why_not
        for suggestion in drafted.suggestions:
            assert suggestion.language == language
            assert not wrong.search(QUOTED.sub("", suggestion.text)), suggestion.text
            assert not [found for found in suggestion.findings if found.severity != "advice"], suggestion.text


@pytest.mark.parametrize("language", BOTH)
def test_without_a_profile_nothing_is_left_open(language: str) -> None:
    for drafted in drafts(language, None):
        assert drafted.suggestions, drafted.why_not
        for suggestion in drafted.suggestions:
            assert not re.search(r"[{}]|\s[,.;]|  |None", suggestion.text), suggestion.text
            assert not wording(language).first_person.search(QUOTED.sub("", suggestion.text)), suggestion.text


@pytest.mark.parametrize(("language", "day"), [("de", "12. November 2026"), ("nl", "12 november 2026")])
def test_a_day_is_written_as_in_the_language(language: str, day: str) -> None:
    given = draft(reviews(language)[0], issue=ISSUES[-1], profile=profile(None), language=language)
    assert day in given.suggestions[0].text


@pytest.mark.parametrize(
    ("language", "text", "stars", "fits"),
    [
        ("de", "Die App stürzt beim Öffnen ständig ab.", 1, "needs-research"),
        ("de", "Der Kundenservice hat zwei Wochen lang nicht geantwortet.", 1, "valid-complaint"),
        ("de", "Wunderbar verpackt, schnell geliefert, sehr zufrieden.", 5, "praise"),
        ("de", "Nicht schlecht, läuft stabil und macht Spaß.", 5, "praise"),
        ("de", "Es wäre schön, wenn man Ordner anlegen könnte.", 4, "feature-request"),
        ("de", "Wo finde ich die Rechnung?", 3, "question"),
        ("de", "Die Lampe hat Feuer gefangen.", 1, "hold"),
        ("de", "Ihr Vollidioten.", 1, "troll"),
        ("nl", "De app loopt steeds vast bij het openen.", 1, "needs-research"),
        ("nl", "De klantenservice heeft twee weken lang niet geantwoord.", 1, "valid-complaint"),
        ("nl", "Prachtig verpakt, snel geleverd, zeer tevreden.", 5, "praise"),
        ("nl", "Niet slecht, werkt goed en is leuk.", 5, "praise"),
        ("nl", "Het zou fijn zijn als je mappen kon maken.", 4, "feature-request"),
        ("nl", "Waar vind ik de factuur?", 3, "question"),
        ("nl", "De lamp heeft vlam gevat.", 1, "hold"),
        ("nl", "Stelletje debielen.", 1, "troll"),
    ],
)
def test_a_review_is_sorted_as_a_speaker_would(language: str, text: str, stars: int, fits: Scenario) -> None:
    review = Review(text=text, author="Anke Brand", rating=Rating(value=stars), language=language)
    assert triage(review).scenario == fits


def test_german_nouns_may_be_quoted_and_names_may_not() -> None:
    def quoted(text: str) -> bool:
        review = Review(text=text, author="Anke Brand", rating=Rating(value=1), language="de")
        return all("„" in one.text for one in draft(review, platform="sample", scenario="valid-complaint").suggestions)

    assert quoted("Die Lieferung kam mit einem kaputten Deckel bei uns an.")
    assert not quoted("Leider hat uns Herr Weber schlecht beraten.")


@pytest.mark.captured
def test_real_german_complaints_are_not_taken_for_praise(captured: Callable[[str], Path]) -> None:
    with captured("datasets/replies_firefox_android_2018.csv").open(encoding="utf-8") as file:
        german = [row for row in csv.DictReader(file) if row["Reviewer Language"] == "de"]
    opinions = [
        triage(Review(text=row["Review Text"], rating=Rating(value=int(row["Star Rating"])), language="de"))
        for row in german
        if int(row["Star Rating"]) <= 2
    ]
    assert len(opinions) > 15
    assert not [one for one in opinions if "praise" in one.kinds or one.scenario in ("praise", "hold", "troll")]
