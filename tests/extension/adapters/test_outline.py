"""The outline of a page for a report: its structure, and nothing that anybody wrote."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PAGES = Path(__file__).resolve().parents[1] / "pages"
OUTLINE = """async (outline, pages) => pages.map((html) =>
  outline.outlineOf(new DOMParser().parseFromString(html, 'text/html')))"""
MARKUP = "(words, html) => [...words.MARKUP_WORDS]"
TAGS = ("div", "p", "span", "li", "article", "b", "time", "custom-tag")


def word(chance: random.Random) -> str:
    """A word nobody writes markup with, such as "vuqozki"."""
    return "".join(chance.choice("bcdfgkmpqvwxz") + chance.choice("aeiouäø") for _ in range(chance.randint(3, 5)))


def page(chance: random.Random, said: list[str]) -> str:
    """A page that says such words wherever a page can: in texts, names, attributes, addresses, comments and tags."""

    def say() -> str:
        said.append(word(chance))
        return chance.choice(said)

    def box(depth: int) -> str:
        tag = chance.choice(TAGS) if chance.random() < 0.9 else f"x-{say()}"
        names = {
            "class": f"review-{say()} {say()}{say()} by_{say()}{chance.randint(1, 99)} card",
            "id": chance.choice((f"comment-{say()}", f"{say()}.{say()}", "main")),
            "title": say(), "href": f"https://{say()}.example/{say()}?{say()}={say()}", "datetime": say(),
            "data-hook": chance.choice((say(), "review-body")), f"data-{say()}": say(), "aria-label": say(),
            "itemprop": say(), "role": say(), "style": f"--{say()}: {say()}", "value": say(), "lang": say(),
        }  # fmt: skip
        kept = {name: value for name, value in names.items() if chance.random() < 0.6}
        attributes = "".join(f' {name}="{value}"' for name, value in kept.items())
        inner = "".join(box(depth - 1) for _ in range(chance.randint(0, 4))) if depth else ""
        return f"<{tag}{attributes}>{say()} {say().title()}<!-- {say()} -->{inner}</{tag}>"

    boxes = "".join(box(2) for _ in range(6))
    return f"<!doctype html><title>{say()}</title><body>{boxes}<script>{say()}</script><p>{' '.join(said)}</p>"


def test_no_word_of_a_page_is_in_its_outline(modules: Callable[..., Any]) -> None:
    chance = random.Random(20261122)
    pages, words = [], []
    for _ in range(25):
        said: list[str] = []
        pages.append(page(chance, said))
        words.append(said)
    for outline, said in zip(modules("outline.js", OUTLINE, pages), words, strict=True):
        lowered = outline.lower()
        assert [one for one in said if one.lower() in lowered] == []
        assert "review-body" in outline
        assert len(outline) <= 20_000


def test_people_named_in_class_names_and_ids_are_numbered(modules: Callable[..., Any]) -> None:
    card = (
        '<li id="comment-{0}" class="comment byuser comment-author-adawinter"><b class="fn">Ada Winter</b>'
        '<p class="comment-text">Fine.</p></li>'
    )
    html = (
        "<ul class=comment-list>" + "".join(card.format(48210 + n) for n in range(4)) + "</ul><i id=müller>Müller</i>"
    )
    [outline] = modules("outline.js", OUTLINE, [html])
    assert outline.splitlines()[1:] == [
        "body", " ul.comment-list", "  li#comment-#.comment.byuser.?1 ×4", "   b.fn t10", "   p.comment-text t5",
        " i#?2 t6",
    ]  # fmt: skip


def test_neighbours_built_alike_are_one_line_with_their_lengths(modules: Callable[..., Any]) -> None:
    html = "<ol>" + "".join(f"<li class=item><q>{'x' * n}</q></li>" for n in (3, 9, 5)) + "</ol>"
    [outline] = modules("outline.js", OUTLINE, [html])
    assert outline == "amends-outline/1\nbody\n ol\n  li.item ×3\n   q t3–9\n"


def test_endless_pages_have_short_outlines(modules: Callable[..., Any]) -> None:
    wide = "".join(f"<div class='card v{n % 7}'><p>{n}</p>{'<b>x</b>' * (n % 9)}</div>" for n in range(9_000))
    deep = "<div class=box>" * 3_000
    for outline in modules("outline.js", OUTLINE, [wide, deep]):
        assert 40 < len(outline.encode()) <= 20_000


@pytest.mark.captured
@pytest.mark.parametrize("name", ["trustpilot/bt.com_2023-05.html", "foursquare/ogs_foursquare.html"])
def test_no_reviewers_name_is_in_the_outline_of_a_captured_page(
    name: str, modules: Callable[..., Any], captured: Callable[[str], Path]
) -> None:
    html = captured(f"pages/{name}").read_text("utf-8", errors="replace")
    [outline] = modules("outline.js", OUTLINE, [html])
    visible = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", html, flags=re.DOTALL)
    names = {one.lower() for one in re.findall(r"\b[A-Z][a-zé]{3,}\b", visible)}
    shown = set(re.findall(r"[a-zé]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", outline).lower()))
    tags = {"article", "aside", "section", "button", "header", "footer", "figure", "label", "input", "form"}
    markup = {*modules("outline-words.js", MARKUP), *tags, "best"}
    assert sorted((names & shown) - markup) == []
    assert 500 < len(outline.encode()) <= 20_000
