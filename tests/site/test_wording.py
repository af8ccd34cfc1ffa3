"""The interface's own words: every language says everything, and every template finds its words."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from babel import Locale

from fixlog import wording
from fixlog.building import planned
from fixlog.render import TEMPLATES

ENGLISH = json.loads((wording.FOLDER / "en.json").read_text("utf-8"))
HOLES = re.compile(r"\{(\w+)\}")


def holes(sentence):
    return set(HOLES.findall(json.dumps(sentence)))


@pytest.mark.parametrize("language", wording.languages())
def test_a_language_says_all_that_english_says_with_the_same_holes(language):
    words = json.loads((wording.FOLDER / f"{language}.json").read_text("utf-8"))
    assert set(words) == set(ENGLISH), f"words/{language}.json must hold exactly the keys of words/en.json"
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    for key, sentence in ENGLISH.items():
        assert isinstance(sentence, str) or set(words[key]) <= forms, f"words/{language}.json, {key}: {forms} only"
        assert holes(words[key]) == holes(sentence), f"words/{language}.json, {key}: keep the {{names}} of en.json"
    assert words["language"] == language


def test_every_sentence_is_used_and_every_one_used_is_there():
    sources = [path.read_text("utf-8") for path in (*TEMPLATES.glob("*.html"), *wording.FOLDER.parent.rglob("*.py"))]
    used = {key for text in sources for key in re.findall(r"""say\(\s*["'](\w+)["']\s*[,)]""", text)}
    assert used <= set(ENGLISH)
    text = "\n".join(sources)
    composed = tuple("".join(found) for found in re.findall(r"""f["'](\w+_)\{|["'](\w+_)["'] ~""", text))
    for key in ENGLISH:
        said = re.search(rf"""["']{key}["']""", text) or key.startswith(composed)
        assert said, f"words/en.json, {key}: nothing says it; take it out"


def test_values_are_escaped_and_sentences_are_not():
    say = wording.wording("en")
    assert say("status_fixed_version", done="a", version="<b>") == "a, but not out yet: it comes with &lt;b&gt;"


@pytest.mark.parametrize(("asked", "given"), [("en-GB", "en"), ("EN", "en"), ("tlh", "en"), ("nl-BE", "nl")])
def test_the_nearest_language_is_taken(asked, given):
    assert wording.wording(asked).language == given


@pytest.mark.parametrize(
    ("language", "day", "days"),
    [
        ("en", "2 November 2026", "2–5 Nov 2026"),
        ("en-US", "November 2, 2026", "Nov 2 – 5, 2026"),
        ("de", "2. November 2026", "2.–5. Nov. 2026"),
        ("nl", "2 november 2026", "2–5 nov 2026"),
        ("fr", "2 novembre 2026", "2–5 nov. 2026"),
        ("es", "2 de noviembre de 2026", "2–5 nov 2026"),
    ],
)
def test_days_are_said_as_one_says_them(language, day, days):
    say = wording.wording(language)
    assert say.day(date(2026, 11, 2)) == day
    assert " ".join(say.days(date(2026, 11, 2), date(2026, 11, 5)).split()) == days


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 report"),
        ("en", 12_345, "12,345 reports"),
        ("de", 0, "0 Meldungen"),
        ("fr", 0, "0 signalement"),
        ("fr", 2_000_000, "2\u202f000\u202f000 de signalements"),
        ("es", 1, "1 aviso"),
        ("nl", 2, "2 meldingen"),
    ],
)
def test_counts_take_the_form_their_language_has_for_them(language, count, said):
    assert wording.wording(language)("reports_brief", count=count) == said


@pytest.mark.parametrize(
    ("language", "hours", "said"),
    [
        ("en", 0, "1 minute"), ("en", 0.04, "2 minutes"), ("de", 0.02, "1 Minute"), ("nl", 0.5, "30 minuten"),
        ("fr", 0.1, "6 minutes"), ("es", 0.95, "57 minutos"), ("en", 0.996, "1 hour"), ("en", 1.04, "1 hour"),
        ("de", 1.5, "1,5 Stunden"),
    ],
)  # fmt: skip
def test_nobody_waits_no_hours(language, hours, said):
    assert wording.wording(language).lasting(hours, "hours", "minutes") == said


@pytest.mark.parametrize(("share", "said"), [(1, "100%"), (0.999, "99%"), (0.29, "29%"), (0, "0%")])
def test_all_is_said_only_of_all(share, said):
    assert wording.wording("en").percent(share) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_are_said_as_one_says_them(items, said):
    assert wording.wording("en").listed(items) == said


def test_an_unknown_platform_is_spelt_out():
    assert wording.platform_name("google-play") == "Google Play"
    assert wording.platform_name("corner-shop") == "Corner Shop"


@pytest.mark.parametrize(
    ("language", "alone", "seen"),
    [("en", "our shop", "our shop"), ("de", "unser Shop", "unserem Shop"), ("fr", "notre boutique", "notre boutique")],
)
def test_a_platform_whose_name_is_a_word_is_said_in_the_pages_language(language, alone, seen):
    say = wording.wording(language)
    assert (say.platform("woocommerce"), say.platform("woocommerce", seen=True)) == (alone, seen)


def test_quotes_of_a_platform_nobody_knows_have_no_caption(log):
    data = log(quotes=[{"text": "It hums.", "platform": "unknown"}])
    data["praise"] = [{"text": "Thank you!", "platform": "unknown"}]
    made = planned(data)[0]
    assert not [path for path in made if path.endswith(".html") and b"Unknown" in made[path]]
    assert b"figcaption" not in made["fixes/tap-drips/index.html"]
