"""What lint() promises: exact places, a whole checklist, the platform's own length, and no guessing."""

from __future__ import annotations

import time

import pytest

from amends.linting import lint, rules
from amends.linting.needles import needles
from amends.linting.phrases import WORD_LISTS, language_phrases
from amends.linting.text import Text
from amends.records import Contact, Linted, Person, Profile, Rating, Review

COLD = Review(text="The soup was cold and the waiter laughed at us for an hour.", rating=Rating(value=1))


def told(linted: Linted) -> set[str]:
    """The ids of the rules that found something."""
    return {finding.rule for finding in linted.findings}


def statuses(linted: Linted) -> dict[str, str]:
    """The checklist as id → status."""
    return {item.id: item.status for item in linted.checklist}


def test_a_finding_marks_the_very_words() -> None:
    draft = "Thank you. 👍 I’m sorry. You   should have read the menu. Jo"
    (finding,) = [one for one in lint(draft).findings if one.rule == "accusation"]
    assert draft[finding.start : finding.end] == "You   should have read"


def test_findings_come_in_the_order_of_the_text_and_cite_their_source() -> None:
    findings = lint("You are lying. We apologise for any trouble. Get a life.").findings
    assert [one.start for one in findings] == sorted(one.start for one in findings)
    assert all(one.source or one.policy for one in findings)


def test_the_checklist_names_every_rule_once() -> None:
    assert list(statuses(lint("Thanks. Jo"))) == [rule.id for rule in rules()]


def test_a_rule_fails_exactly_when_it_finds_something() -> None:
    linted = lint("You are lying. Jo", review=COLD)
    assert {id_ for id_, status in statuses(linted).items() if status == "fail"} == told(linted)


def test_rules_about_the_review_are_not_applicable_without_one() -> None:
    without = statuses(lint("Thank you. I'm sorry. Jo"))
    assert {without[rule.id] for rule in rules() if "review" in rule.needs} == {"n/a"}


def test_rules_about_a_platform_are_not_applicable_where_nothing_is_known() -> None:
    known = statuses(lint("Thank you. Jo", platform="no-such-place"))
    assert known["over-limit"] == known["contact-not-allowed"] == "n/a"
    assert not told(lint("Thank you. Jo", platform="no-such-place"))


@pytest.mark.parametrize(
    ("platform", "text", "used", "limit", "unit"),
    [
        ("google-play", "Grüße 👍", 7, 350, "characters"),
        ("google-business", "Grüße 👍", 12, 4096, "bytes"),
        (None, "Grüße 👍", 7, None, "characters"),
    ],
)
def test_length_counts_as_the_platform_does(
    platform: str | None, text: str, used: int, limit: int | None, unit: str
) -> None:
    length = lint(text, platform=platform).length
    assert (length.used, length.limit, length.unit) == (used, limit, unit)


def test_over_the_limit_is_an_error_from_the_first_character_too_many() -> None:
    (finding,) = [one for one in lint("a" * 360, platform="google-play").findings if one.rule == "over-limit"]
    assert (finding.severity, finding.start, finding.end) == ("error", 350, 360)
    assert finding.policy is not None


@pytest.mark.parametrize(
    "draft",
    [
        "Dziękujemy za opinię. Przykro nam, że zupa była zimna. Prosimy o telefon. Anna",
        "Grazie per la recensione. Ci dispiace che la zuppa fosse fredda. Ci chiami pure. Anna",
        "Tack för ditt omdöme. Vi är ledsna att soppan var kall. Ring oss gärna. Anna",
        "感谢您的反馈。很抱歉汤是凉的。",
        "Terima kasih atas ulasannya. Mohon maaf atas ketidaknyamanannya. Anna",
    ],
)
def test_a_draft_in_a_language_without_phrases_meets_only_rules_that_need_no_words(draft: str) -> None:
    linted = lint(draft, review=COLD)
    ran = {id_ for id_, status in statuses(linted).items() if status != "n/a"}
    assert not ran & {rule.id for rule in rules() if "phrases" in rule.needs}
    assert not linted.broken


def test_the_business_own_address_is_not_personal_data() -> None:
    shop = Profile(name="Shop", contact=Contact(email="care@shop.example", phone="+44 20 7946 0018"))
    assert "personal-data" not in told(lint("Details: anna@shop.example or 020 7946 0018. Jo", profile=shop))
    assert "personal-data" in told(lint("Details: anna@gmail.com. Jo", profile=shop))


def test_no_name_is_advice_until_the_profile_says_who_signs() -> None:
    def severity(profile: Profile | None) -> list[str]:
        return [one.severity for one in lint("Thank you.", profile=profile).findings if one.rule == "no-name"]

    assert severity(None) == ["advice"]
    assert severity(Profile(name="Shop", staff=(Person(name="Jo"),))) == ["warning"]


def test_a_long_reply_is_advice_first_and_a_warning_from_160_words() -> None:
    def severity(words: int) -> list[str]:
        return [one.severity for one in lint("word " * words).findings if one.rule == "too-long"]

    assert [severity(words) for words in (120, 121, 159, 160)] == [[], ["advice"], ["advice"], ["warning"]]


def test_a_long_review_may_have_an_answer_three_times_as_long() -> None:
    review = Review(text="word " * 60)
    assert "too-long" not in told(lint("word " * 180, review=review))
    assert "too-long" in told(lint("word " * 181, review=review))


REPAIRED = [
    ("I apologise if this caused any inconvenience. Jo", None, "I'm sorry this happened. Jo"),
    ("We apologize for any trouble this may have caused! Jo", None, "We're sorry this happened! Jo"),
    ("Thank you. See https://example.com/a for it. Jo", "ebay", "Thank you. See for it. Jo"),
]


@pytest.mark.parametrize(("draft", "platform", "better"), REPAIRED)
def test_a_repair_removes_its_finding_and_brings_no_other(draft: str, platform: str | None, better: str) -> None:
    linted = lint(draft, platform=platform)
    (finding,) = [one for one in linted.findings if one.repair and one.rule != "no-name"]
    assert finding.repair is not None
    repaired = draft[: finding.repair.start] + finding.repair.text + draft[finding.repair.end :]
    assert repaired == better
    assert told(lint(repaired, platform=platform)) < told(linted)


def test_the_signature_repair_signs_with_the_profiles_first_name_where_it_fits() -> None:
    shop = Profile(name="Shop", staff=(Person(name="Jo Hill"),))
    (finding,) = [one for one in lint("Thank you.", profile=shop).findings if one.rule == "no-name"]
    assert finding.repair is not None
    assert "Thank you." + finding.repair.text == "Thank you.\n\nJo Hill"
    full = [one for one in lint("x" * 345, profile=shop, platform="google-play").findings if one.rule == "no-name"]
    assert full[0].repair is None


def test_half_an_apology_is_not_replaced_where_the_rest_says_more() -> None:
    (finding,) = [one for one in lint("Sorry if the lamp broke in two. Jo").findings if one.rule == "hollow-apology"]
    assert finding.repair is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\0",
        "👍",
        "\u202e evil",
        "a" * 100_000,
        "sorry if " * 12_000,
        "(" * 30_000,
        "1" * 50_000,
        "!" * 100_000,
        "?" * 100_000,
        "! " * 50_000,
        "A " * 50_000,
        "you should have " * 6_000,
        "1 " * 50_000,
        "a@" * 50_000,
    ],
)
def test_hostile_text_is_answered_quickly(text: str) -> None:
    start = time.process_time()
    lint(text, review=Review(text=text, rating=Rating(value=1)), platform="google-play", recent=[text])
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("spelled", "expected"),
    [
        ("as soon as possible", ("possible ",)),
        ("(sorry|apologies) if", ("sorry ", "apologies ")),
        ("(very )?sorry", ("sorry ",)),
        ("(un)?happy", ()),
        ("apologi[sz]e", ("apologi",)),
        ("(complain|moan)\\w*", ("complain", "moan")),
        ("(i'll|we'll) fix", ("i'll ", "we'll ")),
        ("(call|ring)( us| me)?", ("call ", "ring ")),
        ("\\d+ days?", ("day",)),
    ],
)
def test_a_phrase_is_looked_for_by_a_word_it_cannot_do_without(spelled: str, expected: tuple[str, ...]) -> None:
    assert needles(spelled) == expected


def test_a_list_that_is_looked_for_in_reviews_is_named_as_one() -> None:
    known = language_phrases("en")
    assert known is not None
    with pytest.raises(LookupError, match="add it to _OF_REVIEWS"):
        known.of_reviews("flag")


def test_no_phrase_is_overlooked_for_want_of_its_word() -> None:
    known = language_phrases("en")
    assert known is not None
    drafts = [
        Text(example if isinstance(example, str) else example.draft)
        for rule in rules()
        for example in (*rule.bad, *rule.good)
    ]
    for draft in drafts:
        for key, phrases in known.lists.items():
            if key[1] in WORD_LISTS:
                continue
            plain = [
                (place.start + match.start(), place.start + match.end())
                for place, folded, _words in draft.read_sentences
                for phrase in phrases
                for match in phrase.pattern.finditer(folded)
            ]
            assert sorted(plain) == sorted(found.span() for found in known.drafts.each(key, draft)), (key, draft.raw)
