"""A draft states no fact that it was not given: every date, version, number, amount, address and name has a source."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from fact_sources import Sources, untraced

from amends.drafting import draft
from amends.playbook import languages, platforms
from amends.records import Case, Contact, Issue, Person, Profile, Rating, Reply, Review

PROFILES = (
    Profile(
        name="Quire Books",
        contact=Contact(email="help@quire.example", phone="+44 20 7946 0018", url="https://quire.example/help"),
        staff=(Person(name="Jo Berg", role="support"), Person(name="Ada Lind")),
        promise_hours=48,
        stands_for="books that open at once",
    ),
    Profile(name="Lantern Lane", contact=Contact(email="ida@lantern.example"), staff=(Person(name="Ida"),)),
)
ISSUES = (
    None,
    Issue.model_validate(
        {
            "id": "i1",
            "title": "Export to PDF hangs on large books",
            "state": "released",
            "fixed_in": "5.4.1",
            "released_on": "2026-11-02",
            "how_to_get": "Update to 5.4.1 in the app store.",
            "fix_url": "https://quire.example/fixes/pdf",
            "cause": "A loop over 900 pages by Piet on 3 May",
        }
    ),
    Issue(id="i2", title="Lamps arrive late", state="in_progress", opened_on="2026-08-07"),
)
CASE = Case(
    id="r1", opened_at="2026-10-09T08:00:00Z", due_at="2026-10-11T08:00:00Z", owner="Piet",
    restitution="A voucher of 35 euros until 24 December", tried="Called Mia on 12 October",
    correction="We sold 17 lamps in Ghent.",
)  # fmt: skip
SAID = """
2 | Maria K. | 4.1.3 | The export hangs on every large book since 4.1.3. I lost 3 hours of work on Monday.
1 | Mia Jones | | Paid €89.50 on 12 March, order 4711-88, and the lamp came nine days late. Call 06 12345678.
1 | A customer | | Two waiters ignored us for 45 minutes and the soup was cold. We will not be back.
5 | Oma Els | | Lovely puzzles, my two kids play it every day!
4 | Tom | 3.0 | It would be nice to have a dark mode for the 12 inch tablet.
3 | Lin | | How do I move 300 notes to my new phone? Is there an export?
1 | Noor | 5.5 | Still not fixed after your reply of last Friday. The app crashes 10 times a day.
1 | | | Crashes crashes crashes on my Galaxy S8
1 | Ben | | The invoice of January says £120 instead of £60, and nobody answers at billing@home.example.
1 | Guest | | Bad
2 | Cas | | Wrong shop: I never bought anything from you, yet I got 5 mails from Anna Smit.
3 | Dee | | Good app, but the sync fails about half the time since June.
"""
"""Stars, author, version and text of invented reviews that are full of facts."""


def _review(line: str) -> Review:
    stars, author, version, text = (piece.strip() or None for piece in line.split("|"))
    reply = Reply(text="Hello Noor.") if author == "Noor" else None
    rating = Rating(value=float(stars or 0))
    return Review(text=text or "", author=author, rating=rating, product_version=version, reply=reply)


REVIEWS = tuple(map(_review, SAID.strip().splitlines()))
ENOUGH = 1000


def texts(given: Sources, language: str, where: str) -> Iterator[str]:
    drafted = draft(
        given.review, issue=given.issue, profile=given.profile, case=given.case, language=language, platform=where
    )
    yield from (one.text for one in drafted.suggestions)


def test_every_fact_of_a_thousand_drafts_has_a_source() -> None:
    places = [one.id for one in platforms()]
    drafts, astray = 0, []
    for number, (review, issue, profile, language) in enumerate(product(REVIEWS, ISSUES, PROFILES, languages())):
        case = CASE if number % 3 == 0 else None
        given = Sources(review, issue, profile, case)
        for text in texts(given, language, places[number % len(places)]):
            drafts += 1
            astray += [(fact, language, text) for fact in untraced(text, language, given)]
    assert drafts >= ENOUGH * 0.97, f"only {drafts} drafts were made"
    assert not astray, astray[:5]


@pytest.mark.captured
def test_every_fact_of_drafts_for_real_reviews_has_a_source(captured: Callable[[str], Path]) -> None:
    with captured("datasets/replies_familylink_2026.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))[::12]
    assert len(rows) > 50
    for number, row in enumerate(rows):
        review = Review(text=row["review_text"], author=row["author_name"], rating=Rating(value=float(row["rating"])))
        language = languages()[number % len(languages())]
        given = Sources(review, ISSUES[number % 2], PROFILES[0], None)
        for text in texts(given, language, "trustpilot"):
            assert not untraced(text, language, given), text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Fixed in 9.9.", "9.9"),
        ("Write to jo@elsewhere.example.", "jo@elsewhere.example"),
        ("It is out on 3 May 2026.", "3"),
        ("We refund 20 euros.", "20"),
        ("Thank you. The fault was with Piet, and he is sorry.", "Piet"),
        ("Your book is there tomorrow.", "tomorrow"),
        ("We tried it seven times.", "seven"),
        ("Call +31 6 11112222.", "+31 6 11112222"),
    ],
)
def test_what_comes_from_nowhere_is_seen(text: str, fact: str) -> None:
    assert fact in untraced(text, "en", Sources(REVIEWS[3], None, PROFILES[0], None))
