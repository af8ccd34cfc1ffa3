"""A plain note is the same HTML by either of the two renderers; whatever they may read differently is not plain."""

from __future__ import annotations

import random

import pytest
import site_corpus

from fixlog import knotted, markdown, plain

WORDS = (
    "word", "I", "4.2", "2026", "it's", "“so”", "end.", "wow!", "a & b", "x_y", "naïve", "日本", "->", "5:", "(see",
    "this)", "*one*", "*two words*", "**strong**", "**two words**,", "(*so*)", "`code`", "`a_b *c*`", "#5", "^", "~",
    "|", "=", "[link](https://a.example/x_y?q=1#f)", "[mail](mailto:a@b.example)", "<a@b.example>", "20\u00a0%",
)  # fmt: skip
CORNERS = (
    "***both***", "_under_", "__dunder__", "``x``", "`a<b`", "*a*b", "x*y*z", "*", "**", "_", "`", "[", "]", "[ref]",
    "[x]: y", "![i](x.png)", "[l](../x/)", "[l](a(b))", "<b>", "<https://a.example>", "&amp;", "AT&T", "\\", "\\*",
    "3.", "1)", "-", "---", "* x", "> q", "# h", "===", "  ", "\t", "\u00a0", "\u2003", "\u2028", "\u0301", "٣.",
    "\n- x", "\n\n- x", "\n    x", "\n1. x", "\n```\n",
)  # fmt: skip
CODE = ("x = 1", "    y < 3 & 4", "# h", "- l", "<b>", "&amp;", "a_b * c", "[x]: y", "1. x")


def note(choose: random.Random) -> str:
    """An invented note: plain as a rule, with a corner put somewhere into most."""
    text = "\n\n".join(block(choose) for _ in range(choose.randint(1, 4)))
    for _ in range(choose.choice((0, 0, 1, 2))):
        at = choose.randrange(len(text) + 1)
        text = text[:at] + choose.choice(CORNERS) + text[at:]
    return text


def block(choose: random.Random) -> str:
    """A paragraph, a list or a block of code."""
    kind = choose.choice(("paragraph", "paragraph", "list", "code"))
    if kind == "code":
        return "```\n" + "\n".join(choose.sample(CODE, 3)) + "\n```"
    lead = "- " if kind == "list" else ""
    lines = [" ".join(choose.choices(WORDS, k=choose.randint(1, 6))) for _ in range(choose.randint(1, 3))]
    return "\n".join(f"{lead}The {line}" for line in lines)


@pytest.mark.parametrize("seed", range(4))
def test_a_plain_note_is_the_same_html_by_either_renderer(seed):
    choose = random.Random(seed)
    notes = [note(choose) for _ in range(1_000)]
    found = [text for text in notes if plain.html(text) is not None]
    assert len(found) > len(notes) / 5
    for text in found:
        assert markdown.render(text) == cleaned(plain.html(text)) == cleaned(knotted.html(text))


@pytest.mark.parametrize("corner", CORNERS)
def test_a_corner_of_markdown_is_left_to_python_markdown_or_read_alike(corner):
    for text in (
        corner,
        f"{corner} a",
        f"a {corner}",
        f"a{corner}a",
        f"- a\n{corner}\n- b",
        f"*a {corner} a*",
        f"a\n{corner}",
    ):
        html = plain.html(text)
        assert html is None or cleaned(html) == cleaned(knotted.html(text))


def test_the_notes_of_the_measured_fix_log_are_plain_and_read_alike():
    for number in range(60):
        fix = site_corpus.fix(number)
        for name in ("symptom", "change", "how_to_get"):
            assert cleaned(plain.html(fix[name])) == cleaned(knotted.html(fix[name]))


@pytest.mark.parametrize(
    "text", ["a " * 100_000, "- a\n" * 50_000, "*a " * 50_000, "[a](" * 50_000, "`a" * 50_000, "<a@a." * 40_000]
)
def test_a_long_note_is_looked_at_once(text):
    plain.html(text)


def cleaned(html):
    return markdown._CLEANER.clean(html).strip()
