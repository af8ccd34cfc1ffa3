"""What the team wrote comes back under a similar review, and nothing of another customer comes with it."""

from __future__ import annotations

import re

import pytest

from amends.drafting import Answered, draft
from amends.records import Contact, Issue, Person, PostedReply, Profile, Rating, Review, Suggestion

PROFILE = Profile(name="Quire", contact=Contact(email="help@quire.example"), staff=(Person(name="Jo Berg"),))
OLD = Review(
    text="The export hangs on every large book since 4.1.3. My tablet shows nothing but a wheel, and I need it.",
    author="Ines Pauwels",
    product="Quire Books",
    rating=Rating(value=2),
)
NEW = Review(
    text="The export of a large book just hangs. I waited an hour, the export never ends on my tablet.",
    author="Tom",
    product="Quire Books",
    rating=Rating(value=1),
)
OWN = "Is the book on the tablet itself, or do you read it from somewhere else when the export hangs?"


def answered(text: str, review: Review = OLD, issue: Issue | None = None, number: int = 0) -> Answered:
    reply = PostedReply(
        id=f"p{number}", review_id=f"r{number}", text=text, scenario="needs-research", posted_at="2026-10-01"
    )
    return Answered(reply if issue is None else reply.having(scenario="fixed"), review, issue)


def crowd(*sentences: str) -> list[Answered]:
    """The same sentences said to four other customers, under reviews about something else."""
    filler = (
        "Thanks for writing to us about the menu and its colours. It should be easier on the eyes than it is today, and"
        " we have asked the people who draw it to go over every page of it with fresh eyes before the next version."
    )
    text = " ".join([filler, *sentences])
    others = ("Ann", "Ben", "Cas", "Dee")
    return [
        answered(text, Review(text=f"Dark mode looks odd in the menu, {name}", author=name), number=place)
        for place, name in enumerate(others, start=1)
    ]


def again(given: list[Answered], review: Review = NEW, issue: Issue | None = None) -> Suggestion | None:
    recent = tuple(one.reply.text for one in given)
    drafted = draft(review, issue=issue, platform="sample", profile=PROFILE, recent=recent, answered=given)
    found = [suggestion for suggestion in drafted.suggestions if suggestion.source == "remembered"]
    assert len(drafted.suggestions) - len(found) == 3
    assert len(found) <= 1
    for suggestion in found:
        assert all(finding.severity == "advice" for finding in suggestion.findings)
    return found[0] if found else None


def test_the_teams_own_question_comes_back_with_this_customers_name() -> None:
    found = again([answered(f"Hi Ines,\n\nThank you. {LONG} {OWN}\n\nMara"), *crowd(OWN)])
    assert found is not None
    assert OWN in found.text
    assert found.text.startswith(("Hi Tom,", "Hello Tom,"))
    assert "Ines" not in found.text
    assert not re.search("Mara|Ole|log of", found.text)
    assert "remembered" in found.moves
    assert found.text.endswith("Jo Berg, Quire")


def test_words_that_this_review_and_our_sentences_hold_need_no_crowd() -> None:
    own = "Is it only the export of a large book?"
    found = again([answered(f"Hello Ines, thank you.\n{LONG} {own}\nMara")])
    assert found is not None
    assert own in found.text


def test_quoted_words_versions_and_products_become_this_reviews() -> None:
    own = "Is “The export hangs on every large book” what you see each time on version 4.1.3 of Quire Books?"
    new = NEW.model_copy(update={"product": "Quire Notes", "product_version": "5.0"})
    found = again([answered(own), *crowd("Is it what you see each time on a version of it?")], new)
    assert found is not None
    assert "4.1.3" not in found.text
    assert "Quire Books" not in found.text
    assert "5.0 of Quire Notes" in found.text
    assert all(quote in NEW.text for quote in re.findall("“([^”]+)”", found.text))


LONG = (
    "I have the log of your last try here and read it line by line with Ole, who wrote that part of it, and we think"
    " that the wheel comes from the pages with pictures, so he is taking them out one after the other this afternoon."
)
"""So much of one reply that a sentence beside it would not make a new one sound like it."""
SECRETS = (
    "ole", "log of", "afternoon",
    "ines", "pauwels", "061", "1234", "@home", "/u/", "4711", "leeds", "baker", "daughter", "wheel", "refund",
    "yesterday", "pacemaker", "friday", "broken by", "{", "<", "\u202e", "oma", "els ",
)  # fmt: skip
HOSTILE = [
    "Ines, could you open the export on the tablet once more?",
    "Could Ines open the export on the tablet once more?",
    "Could you, Mrs Pauwels, open the export on the tablet once more?",
    "Could you call me on 06 12345678 about the export on the tablet?",
    "Could you write from ines@home.example about the export on the tablet?",
    "Could you look at https://quire.example/u/ines for the export?",
    "Is your order 4711 the one with the export that hangs?",
    "Is your export still going to Baker Street in Leeds?",
    "You wrote “my daughter is ill”, and is the export for her?",
    "You told us 'nothing but a wheel', is that so each time?",
    "Does the wheel still turn when the export hangs?",
    "We have refunded you for the export.",
    "We called you yesterday about the export.",
    "Is your pacemaker near the tablet when the export hangs?",
    "The export was broken by your tablet, please get another.",
    "We promise that the export works by Friday.",
    "Is the export {name} {contact.email} {0} all right?",
    "Is the export <b>all right</b> on the tablet?",
    "Is the ex\u202eport all right on the tablet\u202c?",
    "Could you ask Oma Els to open the export on the tablet?",
]


@pytest.mark.parametrize("sentence", HOSTILE)
def test_nothing_of_another_customer_comes_back(sentence: str) -> None:
    found = again([answered(f"Thank you. {LONG} {sentence}")])
    said = found.text.lower() if found else ""
    for secret in SECRETS:
        assert secret not in said


def test_a_word_said_often_to_one_customer_is_still_theirs() -> None:
    asked = "Could you take the insulin pump off before the export hangs?"
    same = [answered(asked, OLD.model_copy(update={"text": f"{OLD.text} {n}"}), number=n) for n in range(5)]
    assert again([answered(asked), *same]) is None


def test_a_statement_with_words_of_the_team_does_not_come_back() -> None:
    told = "We have sent the replacement for the export on the tablet."
    assert again([answered(told), *crowd(told)]) is None


def test_a_reply_under_another_kind_of_review_or_in_another_language_does_not_come_back() -> None:
    elsewhere = Review(text="The staff were rude and the room was dirty.", author="Ann", rating=Rating(value=1))
    assert again([answered(OWN, elsewhere), *crowd(OWN)]) is None
    german = "Liegt das Buch auf dem Tablet selbst, oder lesen Sie es von woanders, wenn der Export hängt?"
    assert again([answered(german), *crowd(german)]) is None


def test_our_own_sentences_do_not_come_back_as_the_teams() -> None:
    first = draft(OLD, platform="sample", profile=PROFILE).suggestions[0].text
    assert again([answered(first)]) is None


def test_a_fix_is_told_with_this_issues_version_and_day() -> None:
    old = Issue(id="a", title="Export stops", state="released", fixed_in="4.2", released_on="2026-09-01")
    new = Issue(id="b", title="Export hangs", state="released", fixed_in="5.1", released_on="2026-10-30")
    told = "From 1 September 2026 on the export of a large book is fixed with version 4.2 on the tablet."
    more = "Ole found it in the part that writes the pages, and he has taken it out and put in a simpler one for all."
    found = again([answered(f"{told} {more}", issue=old)], issue=new)
    assert found is not None
    assert "From 30 October 2026 on the export of a large book is fixed with version 5.1 on the tablet." in found.text
    assert not re.search("September|4[.]2|Ole", found.text)


def test_the_same_replies_give_the_same_suggestion() -> None:
    given = [answered(f"Thank you. {OWN}"), *crowd(OWN)]
    assert again(given) == again(given)
