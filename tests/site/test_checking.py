"""`fixlog.check` names what is wrong with a built site."""

from __future__ import annotations

import json
import shutil

import pytest

import fixlog


@pytest.fixture
def built(demo, tmp_path):
    fixlog.build(demo, tmp_path / "out")
    return tmp_path / "out"


def test_a_folder_that_is_no_site_is_named(tmp_path):
    assert fixlog.check(tmp_path)[0].startswith("index.html: is missing")


@pytest.mark.parametrize(
    ("added", "fault"),
    [
        ('<a href="gone/">x</a>', "the link 'gone/' leads nowhere"),
        ('<a href="fixes/#gone">x</a>', "leads to an anchor that is not there"),
        ('<a href="../outside">x</a>', None),
        ('<a href="javascript:x">x</a>', "of a kind that pages may not hold"),
        ('<a href="//[">x</a>', "the link '//[' is no address"),
        ("<script>1</script>", "it holds an inline script"),
        ('<script src="https://elsewhere.example/x.js"></script>', "from elsewhere"),
        ('<p onclick="x">x</p>', "<p> has onclick"),
        ("<style>p { color: red }</style>", "<style> holds style"),
        ('<p style="color: red">x</p>', "<p> holds style"),
        ('<img src="gone.png">', "the link 'gone.png' leads nowhere"),
        ('<p id="lately">x</p>', "stands there twice"),
    ],
)
def test_faults_of_a_page_are_named(built, added, fault):
    page = built / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", f"{added}</main>"), "utf-8")
    faults = fixlog.check(built)
    assert len(faults) == 1
    assert faults[0].startswith("index.html: ")
    assert fault is None or fault in faults[0]


def test_a_missing_style_sheet_is_named_once_with_how_many_pages_need_it(built):
    (built / "assets/fixlog.css").unlink()
    pages = [path for path in built.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()]
    assert fixlog.check(built) == [f"assets/fixlog.css: is missing, and {len(pages)} pages lead to it; build again"]


def test_what_machines_read_is_looked_at_and_what_is_gone_is_named(built):
    for path, text in {"feed.xml": "broken", "feed.json": "{", "assets/icon.svg": "<svg"}.items():
        (built / path).write_text(text, "utf-8")
    for path in ("sitemap.xml", "f/HAL-31/index.html"):
        (built / path).unlink()
    faults = fixlog.check(built)
    for path in ("feed.xml: is not XML", "feed.json: is not JSON", "assets/icon.svg: is not XML"):
        assert any(fault.startswith(path) for fault in faults), path
    for path in ("sitemap.xml: is missing", "f/HAL-31/index.html: is missing"):
        assert any(fault.startswith(path) for fault in faults), path
    assert len(faults) == 5
    assert all("build again" in fault for fault in faults)


def test_a_page_without_the_policy_or_its_end_is_named(built):
    page = built / "thanks/index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("default-src 'none'", "default-src *").replace("</html>", ""), "utf-8")
    assert [fault.split(",")[0] for fault in fixlog.check(built)] == [
        "thanks/index.html: has no content policy",
        "thanks/index.html: is cut short: </html> does not stand at its end; build again",
    ]


@pytest.mark.parametrize(
    ("gone", "fault"),
    [
        ("pagefind", "pagefind/: the search index is missing"),
        ("pagefind/pagefind-entry.json", "pagefind/pagefind-entry.json: is missing or damaged"),
        ("pagefind/pagefind.js", "pagefind/pagefind.js: is missing"),
        ("pagefind/fragment", "pagefind/: is half an index"),
    ],
)
def test_a_search_index_that_is_gone_or_half_there_is_named(log, tmp_path, gone, fault):
    out = tmp_path / "out"
    fixlog.build(log(), out)
    assert fixlog.check(out) == []
    place = out / gone
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    assert [found[: len(fault)] for found in fixlog.check(out)] == [fault]
    published = shutil.copytree(out, tmp_path / "published")
    assert [found[: len(fault)] for found in fixlog.check(published)] == [fault], "a copy has no cache beside it"
    fixlog.build(log(), out)
    assert fixlog.check(out) == [], "build again, as the fault says, mends it"
    fixlog.build(log(), published, skip=["search"])
    assert fixlog.check(published) == []


def test_every_fault_of_a_fixlog_is_explained_at_once(log, tmp_path):
    source = tmp_path / "fixlog.json"
    source.write_text(json.dumps(log(fixes=[{"change": ">" * 5000 + "x"}, {"id": "B-2", "slug": "../x"}])), "utf-8")
    faults = " ".join(fixlog.explain(source)[0])
    assert "fixes[0].change" in faults
    assert "fixes[1].slug" in faults


def test_what_a_maintainer_would_want_to_know_is_noted(log, tmp_path):
    source = tmp_path / "fixlog.json"
    told = {"en": {"title": "It drips", "symptom": "x"}, "nl": {"title": "Hij lekt", "symptom": "x"}}
    late = {"released_on": "2999-01-01", "area": "", "change": "", "quotes": []}
    source.write_text(json.dumps(log(symptom=" ", translations={"NL": told["nl"], **told}, **late)), "utf-8")
    assert fixlog.explain(source) == (
        [],
        [
            "fix 'B-1': symptom is empty, so its page does not say what customers saw",
            "fix 'B-1': translations.en is the site's own language, and not shown",
            "fix 'B-1': translations.NL is there twice, and not shown",
            "fix 'B-1': released, but released_on 2999-01-01 is still to come",
        ],
    )
