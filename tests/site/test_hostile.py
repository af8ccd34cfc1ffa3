"""A fixlog.json may hold anything: it is refused with place and reason, or rendered harmless."""

from __future__ import annotations

import codecs
import json
import time
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

import fixlog
from fixlog.building import planned

PAGE = "fixes/tap-drips/index.html"
SCRIPTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '"><script>alert(1)</script>',
    "</title><script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "<a href='vbscript:x' onclick='alert(1)'>a</a>",
    "<iframe src=//evil.example></iframe>",
    "![a](https://evil.example/pixel.gif)",
    "<style>body{background:url(//evil.example)}</style>",
    "<form action=//evil.example><input name=a></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "{{ 7*7 }}{% raw %}",
    "]]><script>alert(1)</script>",
]


CALLS = {"src", "action"}


class Seen(HTMLParser):
    """The elements and attributes a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def fields(text):
    return {
        "title": text, "product": text, "area": text, "symptom": text, "change": text, "how_to_get": text,
        "fixed_in": text, "quotes": [{"text": text, "platform": text}],
        "history": [{"on": "2026-05-01", "state": "fixed", "note": text}],
        "reports": {"count": 2, "platforms": {text: 2}},
    }  # fmt: skip


@pytest.mark.parametrize("text", SCRIPTS)
def test_markup_in_any_field_is_harmless_on_every_page(log, text):
    plan, _ = planned(log(site={"title": text}, **fields(text)))
    plain = planned(log(**fields("plain *words*")))[0]
    seen = [one for path, content in plain.items() if path.endswith(".html") for one in Seen(content.decode()).tags]
    usual = {tag for tag, _ in seen}
    calls = {(tag, name, value) for tag, attributes in seen for name, value in attributes.items() if name in CALLS}
    for path, content in plan.items():
        if not path.endswith(".html"):
            continue
        for tag, attributes in Seen(content.decode()).tags:
            assert tag in usual
            assert not any(name.startswith("on") or name == "style" for name in attributes)
            assert {(tag, name, attributes[name]) for name in CALLS & set(attributes)} <= calls
            assert not str(attributes.get("href", "")).lower().startswith(("javascript:", "data:", "vbscript:", "//"))
        assert "7*7" in content.decode() or "7*7" not in text or path in ("404.html",)


@pytest.mark.parametrize("text", SCRIPTS)
def test_markup_in_any_field_is_harmless_in_the_feed(log, text):
    feed = ElementTree.fromstring(planned(log(site={"title": text}, **fields(text)))[0]["feed.xml"])
    for content in feed.iter("{http://www.w3.org/2005/Atom}content"):
        for tag, attributes in Seen(content.text or "").tags:
            assert tag in {"p", "strong", "h3", "a", "em"}
            assert not str(attributes.get("href", "")).lower().startswith(("javascript:", "data:", "vbscript:", "//"))


def test_marks_that_turn_the_reading_direction_are_taken_out(log):
    plan, _ = planned(log(title="The \u202etap\u202c drips\u2066", symptom="\u202d x \x00\x0b\ud800 y"))
    for content in (content for path, content in plan.items() if not path.endswith(".png")):
        text = content.decode()
        assert not any(sign in text for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x0b")
    assert "The tap drips" in plan[PAGE].decode()


def test_right_to_left_text_stands_apart_from_its_surroundings(log):
    text = planned(log(title="الصنبور", quotes=[{"text": "ينقط", "platform": "steam"}]))[0][PAGE].decode()
    assert '<h1 dir="auto">الصنبور</h1>' in text
    assert '<figure class="said" dir="auto">' in text


def refused(source, tmp_path):
    with pytest.raises(fixlog.BuildError) as caught:
        fixlog.build(source, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "out.cache").exists()
    return caught.value.problems


@pytest.mark.parametrize(
    ("wrong", "place", "reason"),
    [
        ({"slug": "../.."}, "fixes[0].slug (fix 'B-1')", "a slug is part of an address"),
        ({"slug": "a/b"}, "fixes[0].slug (fix 'B-1')", "slug"),
        ({"slug": ".."}, "fixes[0].slug (fix 'B-1')", "slug"),
        ({"slug": "Tap"}, "fixes[0].slug (fix 'B-1')", "small letters"),
        ({"slug": "a\x00b"}, "fixes[0].slug (fix 'B-1')", "slug"),
        ({"former_slugs": ["../x"]}, "fixes[0].former_slugs[0] (fix 'B-1')", "slug"),
        ({"id": "../../etc"}, "fixes[0].id (fix '../../etc')", "short link"),
        ({"id": ".."}, "fixes[0].id (fix '..')", "short link"),
        ({"released_on": "next week"}, "fixes[0].released_on (fix 'B-1')", "ISO 8601"),
        ({"released_on": "2026-02-30"}, "fixes[0].released_on (fix 'B-1')", "ISO 8601"),
        ({"released_on": 20260504}, "fixes[0].released_on (fix 'B-1')", "ISO 8601"),
        ({"history": [{"on": "", "state": "fixed"}]}, "fixes[0].history[0].on (fix 'B-1')", "ISO 8601"),
        ({"state": "done"}, "fixes[0].state (fix 'B-1')", "'released'"),
        ({"kind": "praise"}, "fixes[0].kind (fix 'B-1')", "'bug'"),
        ({"title": ""}, "fixes[0].title (fix 'B-1')", "at least 1 character"),
        ({"title": "\u200b \u2060"}, "fixes[0].title (fix 'B-1')", "at least 1 character"),
        ({"title": "x" * 301}, "fixes[0].title (fix 'B-1')", "at most 300 characters"),
        ({"title": ["a"]}, "fixes[0].title (fix 'B-1')", "valid string"),
        ({"symptom": None}, "fixes[0].symptom (fix 'B-1')", "Field required"),
        ({"symptom": "x" * 10_000_000}, "fixes[0].symptom (fix 'B-1')", "at most 200000 characters"),
        (
            {"reports": {"count": 1, "platforms": {"\x1b[2J": "x"}}},
            "fixes[0].reports.platforms.'\\x1b[2J' (fix 'B-1')",
            "number",
        ),
        ({"quotes": [{"text": " ", "platform": "g2"}]}, "fixes[0].quotes[0].text (fix 'B-1')", "words"),
        ({"reports": {"count": -1}}, "fixes[0].reports.count (fix 'B-1')", "greater than or equal to 0"),
        ({"symptom": "> " * 400 + "a"}, "fixes[0].symptom (fix 'B-1')", "nested"),
        ({"change": "[" * 100_000}, "fixes[0].change (fix 'B-1')", "too many ["),
        ({"site": {"base_url": "javascript:alert(1)"}}, "site.base_url", "https://"),
        ({"site": {"base_url": "https://a.example/?x"}}, "site.base_url", "without ?"),
        ({"site": {"base_url": "https://a.example//evil.example/"}}, "site.base_url", "//"),
        ({"site": {"contact": "javascript:alert(1)"}}, "site.contact.url", "https://"),
        ({"site": {"contact": "a@b.example?cc=x@y.example"}}, "site.contact.email", "mail address"),
        ({"site": {"language": "english!"}}, "site.language", "BCP 47"),
        ({"fixes": [{}, {"slug": "b"}]}, "fixes[1].id", "taken by fixes[0].id"),
        ({"fixes": [{}, {"id": "b-1", "slug": "b"}]}, "fixes[1].id", "taken by fixes[0].id"),
        ({"fixes": [{}, {"id": "b"}]}, "fixes[1].slug", "taken by fixes[0].slug"),
    ],
)
def test_what_cannot_be_published_is_refused_with_place_and_reason(log, tmp_path, wrong, place, reason):
    problems = refused(log(**wrong), tmp_path)
    assert [problem.place for problem in problems] == [place]
    assert reason in problems[0].reason


@pytest.mark.parametrize("source", [None, [], "x", {}, {"schema": "amends-fixlog/2"}, {"schema": "amends-fixlog/1"}])
def test_what_is_no_fix_log_of_this_version_is_refused(source, tmp_path):
    assert refused(source, tmp_path)


@pytest.mark.parametrize("fixes", [None, {}, "x", [None], [[]], [1]])
def test_fixes_of_another_shape_are_refused(log, tmp_path, fixes):
    source = log()
    source["fixes"] = fixes
    assert refused(source, tmp_path)[0].place.startswith("fixes")


def test_all_problems_are_told_at_once(log, tmp_path):
    problems = refused(log(site={"title": ""}, fixes=[{"state": "x"}, {"released_on": "x"}]), tmp_path)
    assert {problem.place.split(" ")[0] for problem in problems} == {
        "site.title", "fixes[0].state", "fixes[1].released_on", "fixes[1].id", "fixes[1].slug",
    }  # fmt: skip


NESTED = b"[" * 5_000 + b"]" * 5_000


@pytest.mark.parametrize(
    "raw",
    [
        NESTED,
        b'{"schema":"amends-fixlog/1","fixes":' + NESTED + b"}",
        b'{"schema":"amends-fixlog/1","site":' + NESTED + b',"fixes":[]}',
        b'{"schema":"amends-fixlog/1","fixes":[{"id":"a"}',
        b'{"schema":"amends-fixlog/1","site":{"title":"a","language":"en"},"fixes":[{"id":"\xff"}]}',
        b'{"schema":"amends-fixlog/1","site":{"title":"a","language":"en"},"fixes":[{"id":"\\ud800"}]}',
        b"\x00" * 1_000,
    ],
)
def test_a_file_that_is_nested_cut_or_no_text_is_refused(tmp_path, raw):
    assert refused(raw, tmp_path)


def test_the_mark_that_some_editors_put_first_is_passed_over(log, tmp_path):
    source = tmp_path / "fixlog.json"
    source.write_bytes(codecs.BOM_UTF8 + json.dumps(log()).encode())
    fixlog.build(fixlog.read(source), tmp_path / "out", skip=["search"])
    assert fixlog.check(tmp_path / "out") == []


def test_a_field_nobody_knows_may_be_nested_as_deep_as_json_is_read(log, tmp_path):
    raw = json.dumps(log()).encode()
    deep = b"[" * 900 + b"]" * 900
    for place in (b'"schema":', b'"id":'):
        report = fixlog.build(
            raw.replace(place, b'"odd": ' + deep + b", " + place, 1), tmp_path / "out", skip=["search"]
        )
        assert [warning for warning in report.warnings if "odd" in warning]


def test_a_link_where_a_file_is_written_is_replaced_and_not_followed(log, tmp_path):
    out, precious = tmp_path / "out", tmp_path / "precious"
    precious.write_text("mine")
    fixlog.build(log(), out, skip=["search"])
    for name in ("index.html", "index.html.part"):
        (out / name).unlink(missing_ok=True)
        (out / name).symlink_to(precious)
    fixlog.build(log(site={"title": "Another"}), out, skip=["search"])
    assert precious.read_text() == "mine"
    assert not (out / "index.html").is_symlink()


def test_a_hundred_thousand_characters_are_published(log):
    text = "It drips all night. " * 5_000
    page = planned(log(symptom=text, quotes=[{"text": text, "platform": "steam"}]))[0][PAGE].decode()
    assert page.count("It drips all night.") > 5_000


@pytest.mark.parametrize(
    "text", ["*a " * 20_000, "`" * 50_000, "a\n\n" * 10_000, "&" * 50_000, "\\" * 40_000, "_*" * 20_000]
)
def test_knotted_text_takes_no_more_than_seconds(log, text):
    begun = time.monotonic()
    planned(log(symptom=text))
    assert time.monotonic() - begun < 30


def test_a_picture_in_a_note_gives_way_to_its_description(log):
    page = planned(log(change="See ![the new seal](https://evil.example/x.png)."))[0][PAGE].decode()
    assert "See the new seal." in page
    assert "evil.example" not in page


def test_headings_of_notes_fit_under_those_of_the_page(log):
    assert "<h3>Loud</h3>" in planned(log(change="# Loud"))[0][PAGE].decode()


def test_a_dead_link_within_the_site_is_named(log):
    _, warnings = planned(log(change="As [there](../gone/) and [here](../tap-drips/)."))
    assert warnings == ["fix 'B-1', change: the link '../gone/' leads nowhere"]


def test_signs_that_no_page_may_hold_cannot_be_written_as_entities_either(log):
    text = "bell &#7; here &#x1b;[2J, and *turned* &#8238;round"
    files = planned(log(symptom=text, change=text, how_to_get=text))[0]
    page, feed = files[PAGE].decode(), files["feed.xml"]
    assert [sign for sign in "\x07\x1b\u202e" if sign in page or sign in feed.decode()] == []
    ElementTree.fromstring(feed)


@pytest.mark.parametrize(
    ("note", "link"),
    [
        ("[a](/help)", "/help"),
        ("[a](//host.example/x)", "//host.example/x"),
        ("[a](#nowhere)", "#nowhere"),
        ("[a](../tap-drips/#nowhere)", "../tap-drips/#nowhere"),
        ("<a title='t' href='../gone/'>a</a>", "../gone/"),
    ],
)
def test_whatever_check_refuses_of_a_link_the_build_has_told(log, tmp_path, note, link):
    source = log(change=note, translations={"de": {"title": "t", "symptom": note}})
    warnings = fixlog.build(source, tmp_path / "out", skip=["search"]).warnings
    for place in ("change", "translations.de.symptom"):
        assert [warning for warning in warnings if f"{place}: the link {link!r}" in warning], (place, warnings)


def test_links_that_hold_in_every_language_are_not_warned_of(log, tmp_path):
    note = "[up](/log/), [page](../../../fixes/), [whole](https://a.example/x#y), [text](#text)"
    source = log(change=note.replace("../../../", "../../"), translations={"de": {"title": "t", "symptom": note}})
    assert fixlog.build(source, tmp_path / "out", skip=["search"]).warnings == ()
    assert fixlog.check(tmp_path / "out") == []


def test_a_field_nobody_knows_is_named_without_what_a_terminal_would_obey(log):
    warnings = planned({**log(), "\x1b[2Jodd": 1})[1]
    assert [warning for warning in warnings if "odd" in warning]
    assert "\x1b" not in "".join(warnings)
