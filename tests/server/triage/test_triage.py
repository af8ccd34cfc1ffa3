"""What triage thinks of plain cases, and that nothing hostile stops it."""

from __future__ import annotations

import time
from typing import Any

import pytest

from amends.records import Issue, Rating, Review, Triage
from amends.triage import triage
from amends.triage.details import older, versions
from amends.triage.language import language_of


def read(text: str, rating: float | None = None, issue: Issue | None = None, **fields: Any) -> Triage:
    review = Review(text=text, rating=Rating(value=rating) if rating is not None else None, **fields)
    return triage(review, issue=issue)


def released(**fields: Any) -> Issue:
    return Issue(id="i1", title="Export hangs", state="released", fixed_in="2.4", released_on="2026-11-02", **fields)


@pytest.mark.parametrize(
    ("text", "rating", "kind"),
    [
        ("The app crashes every time I open a photo.", 2, "bug"),
        ("Please add a dark mode, it would be great at night.", 4, "feature_request"),
        ("Rude staff, cold food and a long wait. Never again.", 1, "complaint"),
        ("How do I change the language? Is there a setting?", None, "question"),
        ("Lovely shop, friendly people, quick delivery!", 5, "praise"),
        ("You absolute idiots", 1, "abuse"),
        ("", None, "other"),
    ],
)
def test_the_kind_of_plain_reviews(text: str, rating: float | None, kind: str) -> None:
    assert kind in read(text, rating).kinds


BOX = "The delivery was three weeks late and the box was damaged."


@pytest.mark.parametrize(
    ("fields", "scenario"),
    [
        ({"text": "My lawyer will hear of the broken heater.", "rating": 1, "author": "Ada P."}, "hold"),
        ({"text": "The plug gave me an electric shock.", "rating": 1, "author": "Ada P."}, "hold"),
        ({"text": "I want to kill myself", "author": "Ada P."}, "hold"),
        ({"text": "Idiots, all of you", "rating": 1, "author": "Ada P."}, "troll"),
        ({"text": BOX, "rating": 1, "author": "Ada P."}, "valid-complaint"),
        ({"text": BOX, "rating": 1, "author": "A customer"}, "anonymous"),
        ({"text": BOX, "rating": 1}, "anonymous"),
        ({"text": "Bad.", "rating": 1, "author": "Ada P."}, "needs-research"),
        ({"text": "It crashes when I save.", "rating": 2, "author": "Ada P."}, "needs-research"),
        ({"text": "Wrong company, I never ordered here. Bad food.", "rating": 1, "author": "Ada P."}, "false-claim"),
        ({"text": "Love it, thank you!", "rating": 5, "author": "Ada P."}, "praise"),
        ({"text": "Please add an option to sort by date", "rating": 4, "author": "Ada P."}, "feature-request"),
        ({"text": "How do I cancel? What is the way to do it?", "rating": 3, "author": "Ada P."}, "question"),
    ],
)  # fmt: skip
def test_which_answer_fits(fields: dict[str, Any], scenario: str) -> None:
    rating = fields.pop("rating", None)
    assert read(rating=rating, **fields).scenario == scenario


def test_a_customer_who_goes_on_after_an_answer_is_persistent() -> None:
    reply = {"text": "We are sorry.", "posted_at": "2026-11-01"}
    assert read("Still no refund, and nobody called. Terrible.", 1, reply=reply).scenario == "persistent"
    later = read("The refund is missing. Terrible.", 1, reply=reply, posted_at="2026-11-09")
    assert later.scenario == "persistent"


@pytest.mark.parametrize(
    ("version", "scenario"),
    [(None, "fixed"), ("2.3.9", "fixed"), ("2.4", "regression"), ("2.4.0", "regression"), ("2.10", "regression")],
)
def test_an_issue_whose_fix_is_out_is_fixed_or_came_back(version: str | None, scenario: str) -> None:
    assert read("Export hangs", 2, issue=released(), product_version=version).scenario == scenario


@pytest.mark.parametrize("state", ["open", "investigating", "in_progress", "fixed", "regressed", "wont_fix"])
def test_an_issue_that_is_not_released_is_known(state: str) -> None:
    issue = Issue.model_validate({"id": "i1", "title": "Export hangs", "state": state})
    assert read("Export hangs", 2, issue=issue).scenario == "known-issue"


def test_law_and_harm_come_before_any_issue() -> None:
    assert read("It caught fire on my desk", 1, issue=released()).scenario == "hold"


def test_what_is_held_is_urgent_and_praise_can_wait() -> None:
    assert read("It caught fire on my desk", 1).severity == "urgent"
    assert read("My account was hacked and money stolen", 1).severity == "urgent"
    assert read("Crashes on start, useless", 1).severity == "high"
    assert read("Love it", 5).severity == "low"


def test_topics_crux_emotion_and_intent_of_a_plain_complaint() -> None:
    found = read("I am furious: the parcel came late and I want a refund.", 1, author="Ada")
    assert "shipping" in found.topics
    assert found.crux == "process"
    assert found.emotion == "anger"
    assert found.intent == "resolution"


def test_offsets_are_into_the_text_even_beside_addresses_and_a_title() -> None:
    text = "See https://example.org/a?b=c … 👍 The lid was broken. Mail a@b.example"
    review = Review(text=text, title="Broken lid", rating=Rating(value=1))
    assert "The lid was broken" in [text[span.start : span.end] for span in triage(review).quotes]


def test_versions_and_devices_are_the_products_own_and_named_once() -> None:
    found = read(
        "Since version 3.2.1 (v3.2.1) it hangs on my Pixel 7 with Android 14.0.1. Paid 12.50", product_version="3.2"
    )
    assert found.versions == ("3.2", "3.2.1")
    assert "Pixel 7" in found.devices


def test_versions_compare_by_number() -> None:
    assert older("2.9", "2.10")
    assert older("2.4.0", "2.4") is False
    assert older("varies with device", "2.4") is None
    assert versions("iOS 17.1.1") == ()


@pytest.mark.parametrize(
    ("text", "page", "language"),
    [
        ("Die Lieferung kam viel zu spät und das Paket war kaputt.", None, "de"),
        ("Wy hawwe lang wachte moatten en it iten wie kâld.", None, "fy"),
        ("這個軟體一直當機，客服也不回覆。", None, "zh-Hant"),
        ("这个软件一直崩溃，客服也不回复。", None, "zh-Hans"),
        ("👍", None, None),
        ("👍", "nl", "nl"),
        ("ok", None, None),
        ("The delivery was late and nobody answered the phone", "en-GB", "en-GB"),
        ("", "pt-BR", "pt-BR"),
    ],
)
def test_the_language_is_that_of_the_words_or_of_the_page(text: str, page: str | None, language: str | None) -> None:
    assert language_of(text, page) == language


HOSTILE = [
    "",
    " \n\t",
    "\x00\x01",
    "👍" * 500,
    "\u202eevil\u202c \u2066x\u2069",
    "\ud83d broken surrogate crash",
    "{name} %s {0} {}",
    "<script>alert(1)</script>",
    "!" * 100_000,
    "a@" * 50_000,
    "1.2." * 25_000,
    "http://" + "x" * 100_000,
    "crash " * 20_000,
    "x" * 1_000_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_is_read_quickly(text: str) -> None:
    read("Warm the language model up, please, so that only reading is timed here")
    started = time.process_time()
    found = read(text, 1, title=text[:1000], author=text[:1000])
    assert time.process_time() - started < 2
    assert all(0 <= span.start < span.end <= len(text) for span in found.quotes)
    assert all(0 <= score <= 1 for score in found.scores.values())


def test_the_same_review_is_read_the_same_way() -> None:
    assert read("Late and cold", 2) == read("Late and cold", 2)
    assert read("Late and cold", 2).why
