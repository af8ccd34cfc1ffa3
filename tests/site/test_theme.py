"""A theme: colours, logo, words, and single blocks of templates of one's own."""

from __future__ import annotations

import json

import pytest
from jinja2.compiler import CodeGenerator

import fixlog
from fixlog import compiled, fingerprint, render, templating
from fixlog.building import planned
from fixlog.watching import Watch

FIX = "fixes/tap-drips/index.html"
HEBREW = {"language": "he", "what_to_do": "מה לעשות", "skip": "לטקסט"}


@pytest.fixture
def theme(tmp_path):
    """`theme({"theme.css": "…"})` is a folder with those files."""

    def make(files):
        for path, content in files.items():
            place = tmp_path / "theme" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, "utf-8")
        return tmp_path / "theme"

    return make


def test_a_themes_style_follows_the_sites_in_the_one_style_sheet(log, theme):
    style = planned(log(), theme=theme({"theme.css": ":root { --accent: navy }"}))[0]["assets/fixlog.css"].decode()
    assert style.endswith(":root { --accent: navy }")
    assert style.index("--accent: light-dark") < style.index("--accent: navy")


def test_a_logo_stands_in_the_header_and_beside_the_style_sheet(log, theme):
    plan, _ = planned(log(), theme=theme({"assets/logo.svg": "<svg/>"}))
    assert plan["assets/logo.svg"] == b"<svg/>"
    assert '<img src="../../assets/logo.svg" alt="">' in plan[FIX].decode()


def test_one_block_can_be_given_anew_and_all_else_stays(log, theme):
    base = '{% extends "fixlog/base.html" %}{% block links %}<li><a href="/shop/">Shop</a></li>{% endblock %}'
    fix = '{% extends "fixlog/fix.html" %}{% block still %}{% endblock %}'
    text = planned(log(), theme=theme({"templates/base.html": base, "templates/fix.html": fix}))[0][FIX].decode()
    assert '<li><a href="/shop/">Shop</a></li>' in text
    assert "Still seeing this?" not in text
    assert "The tap drips" in text


def test_single_sentences_can_be_said_in_another_way(log, theme):
    plan, _ = planned(log(), theme=theme({"words/en.json": json.dumps({"what_to_do": "Now you"})}))
    assert "Now you" in plan[FIX].decode()
    assert "Thank you to everyone" in plan[FIX].decode()


def test_a_language_that_runs_from_right_to_left_turns_the_page(log, theme):
    told = theme({"words/he.json": json.dumps(HEBREW)})
    text = planned(log(site={"language": "he"}), theme=told)[0][FIX].decode()
    assert '<html lang="he" dir="rtl">' in text
    assert "מה לעשות" in text


def test_files_in_folders_of_the_assets_are_taken(log, theme, tmp_path):
    fixlog.build(log(), tmp_path / "out", theme=theme({"assets/fonts/own/brook.woff2": "font"}), skip=["search"])
    assert (tmp_path / "out/assets/fonts/own/brook.woff2").read_text("utf-8") == "font"


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"templates/base.html": "{% block"}, "line 1"),
        ({"templates/fix.html": '{% extends "fixlog/fix.html" %}{% block do %}{{ gone }}{% endblock %}'}, "gone"),
        ({"words/en.json": "{"}, "en.json: is not JSON"),
        ({"words/en.json": "[1]"}, "en.json: holds no sentences"),
        ({"words/en.json": '{"follow_text": "{nope}"}'}, r"en.json, follow_text: {nope} is nothing .* {feed}"),
        ({"words/en.json": '{"follow_text": "{"}'}, "en.json, follow_text: '{' cannot be read"),
        ({"words/en.json": '{"thanks": ["x"]}'}, "en.json, thanks: must be a text in quotation marks$"),
        ({"words/en.json": '{"reports": 5}'}, "en.json, reports: must be a text .* by count"),
        ({"words/en.json": '{"reports": {"one": "x"}}'}, "en.json, reports: must be a text .* by count"),
        ({"readme.txt": "x"}, "is no theme"),
        ({"words/nl.json": '{"waht_to_do": "x"}'}, r"nl.json, waht_to_do: is no sentence .*; what_to_do was probably"),
        ({"words/english.json": "{}"}, "english.json: is named after no language"),
        ({"theme.css": "/* --x: y */ :root { --acent: navy }"}, "theme.css, --acent: is no property .*; --accent was"),
        (
            {"theme.css": "@import 'https://fonts.example/x.css';"},
            "theme.css, https://fonts.*: is not loaded: .* assets",
        ),
        ({"theme.css": "a { background: url(data:image/png,x) }"}, "data:image/png,x: is not loaded"),
        (
            {"theme.css": "a { src: url('assets/a.woff2') }", "assets/a.woff2": ""},
            "is no file of the theme's assets; theme.css will stand in assets, so write a.woff2",
        ),
        ({"assets/more.css": "a { src: url(b.woff2) }"}, "more.css, b.woff2: is no file of the theme's assets"),
        ({"templates/fixx.html": "x"}, "fixx.html: is a template of no page; fix.html was probably meant"),
        (
            {"templates/fix.html": '{% extends "fixlog/fix.html" %}{% block stil %}{% endblock %}'},
            "fix.html, block stil: is no block of what it extends; still was probably meant",
        ),
    ],
)
def test_a_faulty_theme_is_explained_and_nothing_is_written(log, theme, tmp_path, files, fault):
    with pytest.raises(fixlog.BuildError, match=fault):
        fixlog.build(log(), tmp_path / "out", theme=theme(files))
    assert not (tmp_path / "out").exists()


def test_what_a_theme_brings_for_itself_is_taken(log, theme, tmp_path):
    own = (
        '{% extends "fixlog/base.html" %}{% block links %}{% block shop %}<li>{{ say("to_shop") }}</li>{% endblock %}'
        '{% include "hours.html" %}{% endblock %}'
    )
    fix = '{% extends "fixlog/fix.html" %}{% block shop %}<li>Lamps</li>{% endblock %}'
    files = {
        "templates/base.html": own, "templates/fix.html": fix, "templates/hours.html": "<li>9 to 5</li>",
        "words/en.json": '{"to_shop": "Our shop", "platform_corner-shop": "the corner"}',
        "theme.css": ":root { --b: navy; --accent: var(--b); --paper-2: white } /* url(x) */ a { b: url(a.svg) }",
        "assets/a.svg": "<svg/>", "assets/fonts/own.css": 'a { src: url("../a.svg?v=2#x") }',
    }  # fmt: skip
    report = fixlog.build(log(), tmp_path / "out", theme=theme(files), skip=["search"])
    assert "<li>Our shop</li><li>9 to 5</li>" in (tmp_path / "out/index.html").read_text("utf-8")
    assert "<li>Lamps</li>" in (tmp_path / "out" / FIX).read_text("utf-8")
    assert report.warnings[-1].endswith("theme.css: --paper-2 is set, and nothing uses it")
    assert fixlog.check(tmp_path / "out", tmp_path / "theme") == []
    (tmp_path / "theme/words/en.json").write_text('{"to_the_shop": "x"}', "utf-8")
    assert "en.json, to_the_shop: is no sentence of the site" in " ".join(
        fixlog.check(tmp_path / "out", tmp_path / "theme")
    )


def test_a_change_of_the_theme_is_seen_by_the_next_build(log, theme, tmp_path):
    fixlog.build(log(), tmp_path / "out", theme=theme({"theme.css": "a {}"}))
    report = fixlog.build(log(), tmp_path / "out", theme=theme({"theme.css": "b {}"}))
    assert report.written == ("assets/fixlog.css",)


def test_a_template_changed_meanwhile_is_used_by_the_next_build_of_the_same_process(log, theme, tmp_path):
    for word in ("Before", "After"):
        block = f'{{% extends "fixlog/base.html" %}}{{% block links %}}<li>{word}</li>{{% endblock %}}'
        fixlog.build(log(), tmp_path / "out", skip=("search",), theme=theme({"templates/base.html": block}))
        assert f"<li>{word}</li>" in (tmp_path / "out/index.html").read_text("utf-8")


def test_a_preview_builds_again_when_the_theme_changes(theme, tmp_path):
    builds, source = [], tmp_path / "fixlog.json"
    source.write_text("{}")
    watch = Watch(tmp_path / "out", source, lambda: builds.append(1), theme({"theme.css": "a {}"}))
    watch.look()
    theme({"theme.css": "a { color: brown }"})
    watch.look()
    theme({"words/en.json": "{}"})
    watch.look()
    watch.look()
    assert len(builds) == 2


def test_a_shorter_way_to_a_page_gives_what_the_long_one_does(demo, tmp_path, monkeypatch):
    short, _ = planned(demo, base_url="https://fixes.example/log/")
    monkeypatch.setattr(templating, "SAME", {})
    monkeypatch.setattr(templating, "LEAVES", ())
    monkeypatch.setattr(templating, "_Direct", CodeGenerator)
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    render.environment.cache_clear()
    long, _ = planned(demo, base_url="https://fixes.example/log/")
    render.environment.cache_clear()
    assert long == short


def test_a_themes_header_may_differ_from_page_to_page(demo, theme):
    base = """{% extends "fixlog/base.html" %}{% block header %}<i>{{ canonical }}</i>
        {% block logo %}{% endblock %}{% block nav %}{% endblock %}{% block nav_extra %}{% endblock %}{% endblock %}"""
    plan, _ = planned(demo, base_url="https://fixes.example/", theme=theme({"templates/base.html": base}))
    for fix in demo["fixes"]:
        path = f"fixes/{fix['slug']}/index.html"
        assert f"<i>https://fixes.example/{path.removesuffix('index.html')}</i>" in plan[path].decode()


def test_templates_are_compiled_anew_by_other_code(demo, tmp_path, monkeypatch):
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    kept = []
    for code in (b"one", b"one", b"other"):
        monkeypatch.setattr(fingerprint, "code", lambda code=code: code)
        render.environment.cache_clear()
        planned(demo)
        kept.append({path: path.stat().st_mtime_ns for path in tmp_path.iterdir()})
    render.environment.cache_clear()
    assert kept[0] == kept[1]
    assert kept[2].keys() == kept[1].keys()
    assert not kept[2].items() & kept[1].items()
