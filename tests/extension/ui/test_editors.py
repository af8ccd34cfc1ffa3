"""The editors that sites use, as their makers publish them: each takes a suggestion whole, undoes it, is read back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import browsing
import pytest
from harness.servers import AmendsServer
from playwright.sync_api import Page, Playwright
from ui.editors import LISTING, Matrix, bundle, extension, serving

pytestmark = pytest.mark.browser

TEXT = (
    'Grüße Maren, thank you: that <b>lamp</b> & its "cord" 😀👩‍👧.\nYou should have had an answer.\n\n'
    "שלום, אנחנו בודקים.\n\nIda, Halden"
)
ONLY_HERE = "MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
EARLIER = "Noted earlier."
MORE = " And more."
POSTED = """([kind, text]) => {
    editors[kind].box.replaceChildren();
    const [answer, words] = [document.createElement('div'), document.createElement('p')];
    [answer.className, words.className, words.textContent] = ['business-reply', 'business-reply-text', text];
    answer.append(words);
    setTimeout(() => document.getElementById(kind).append(answer), 200);
}"""
UNDERLINED = """(kind) => {
    const { box } = editors[kind];
    const words = [...CSS.highlights.values()].flatMap((found) => [...found].map(String)).sort();
    const over = [...document.querySelectorAll('amends-marks')].map((one) => one.getBoundingClientRect());
    const { left, top } = box.getBoundingClientRect();
    const aside = over.flatMap((one) => [one.left - left - box.clientLeft, one.top - top - box.clientTop]);
    return [words, over.length, aside.every((pixels) => Math.abs(pixels) < 1)];
}"""
TAKING = [
    "textarea", "input", "contenteditable", "shadow-root", "frame", "react", "lexical", "prosemirror", "tiptap",
    "quill", "tinymce", "ckeditor", "slate", "draft", "trix",
]  # fmt: skip
FRAMED = ["frame", "tinymce"]
"""Nothing is underlined in these: their checklist stands alone."""
SHORT = ["react-maxlength", "react-cutting"]
"""These hold 60 characters; the second cuts only after it was given more."""


@pytest.fixture(scope="module")
def matrix(
    playwright: Playwright,
    chromium: str,
    office: AmendsServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Matrix]:
    """The page with all editors, each with words that somebody typed a while ago."""
    folder = tmp_path_factory.mktemp("editors")
    bundle(folder)
    office.call("POST", "/listings", {"id": LISTING, "name": "Lamps"})
    context = browsing.launch(
        playwright, chromium, folder / "profile", extension(folder / "copy"),
        "--no-sandbox", "--lang=en-GB", f"--host-resolver-rules={ONLY_HERE}", locale="en-GB",
    )  # fmt: skip
    with serving(folder) as site:
        browsing.pair(context, office.address, office.pairing_code()).close()
        page = context.new_page()
        page.goto(f"{site}/apps/editors")
        page.locator("body[data-ready]").wait_for()
        opened = Matrix(context, page, office)
        # Trix, the last, takes the focus back a moment after it was typed in.
        for kind in [*SHORT, *TAKING]:
            focus(page, kind)
            page.keyboard.type(EARLIER)
            until(opened, lambda kind=kind: opened.words(kind).strip() == EARLIER)
        opened.suggest(TEXT)
        yield opened
        context.close()
    office.call("DELETE", f"/listings/{LISTING}")


def focus(page: Page, kind: str) -> None:
    """As a click into it would; the page counts clicks."""
    page.evaluate("(kind) => editors[kind].box.focus()", kind)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def read(kind: str, text: str) -> str:
    """How the text stands in this editor: a field of one line joins, ProseMirror knows paragraphs only."""
    if kind == "input":
        return " ".join(lines(text))
    return "\n\n".join(lines(text)) if kind in ("prosemirror", "tiptap") else text


def until(matrix: Matrix, said: Callable[[], bool]) -> None:
    """Wait for something the page does in its own time."""
    end = time.monotonic() + browsing.PATIENCE / 1000
    while time.monotonic() < end:
        if said():
            return
        matrix.page.wait_for_timeout(30)
    raise AssertionError(f"waited in vain; the last text checked is {matrix.asked()[-1:]}")


def test_the_page_has_every_editor_of_the_list(matrix: Matrix) -> None:
    assert sorted(matrix.page.evaluate("Object.keys(editors)")) == sorted([*TAKING, *SHORT])


@pytest.mark.parametrize("kind", TAKING)
def test_an_editor_takes_undoes_and_gives_back_the_words(matrix: Matrix, kind: str) -> None:
    page, panel = matrix.page, matrix.panel
    assert matrix.words(kind).strip() == EARLIER
    matrix.open_panel(kind)
    panel.get_by_role("button", name="Use this suggestion").click()
    panel.get_by_text("In the reply box. Read it over; you post it.").first.wait_for()
    put = matrix.words(kind)
    assert lines(put) == lines(read(kind, TEXT)), "the editor's own model holds these words in these lines"
    until(matrix, lambda: matrix.asked()[-1:] == [read(kind, TEXT)])
    framed, field = kind in FRAMED, kind in ("textarea", "input", "react")
    marked = [[] if framed else ["</b>", "<b>"], int(field), True]
    until(matrix, lambda: page.evaluate(UNDERLINED, kind) == marked)
    page.keyboard.press("Control+z")
    until(matrix, lambda: matrix.words(kind).strip() == EARLIER)
    page.keyboard.press("Control+Shift+z")
    until(matrix, lambda: matrix.words(kind) == put)
    page.keyboard.press("Control+End")
    until(matrix, lambda: page.evaluate("(kind) => editors[kind].atEnd?.() ?? true", kind))
    page.keyboard.type(MORE)
    until(matrix, lambda: matrix.asked()[-1:] == [read(kind, TEXT) + MORE])
    assert matrix.words(kind).strip() == put.strip() + MORE
    assert page.evaluate("pressed") == [], "nothing of the page's own was pressed"


@pytest.mark.parametrize("kind", SHORT)
def test_a_box_that_would_cut_the_text_keeps_what_stood_there_and_says_so(matrix: Matrix, kind: str) -> None:
    matrix.open_panel(kind)
    matrix.panel.get_by_role("button", name="Use this suggestion").click()
    said = {"react-maxlength": "takes 60 characters", "react-cutting": "kept only 60 of"}
    matrix.panel.get_by_text(said[kind]).first.wait_for()
    assert matrix.words(kind) == EARLIER
    assert matrix.panel.get_by_role("button", name="Copy").first.is_visible()
    assert matrix.page.evaluate("pressed") == []


def test_a_site_that_empties_the_editor_first_has_posted_what_stood_in_it(matrix: Matrix) -> None:
    matrix.open_panel("contenteditable")
    matrix.panel.get_by_role("button", name="Use this suggestion").click()
    matrix.panel.get_by_text("In the reply box. Read it over; you post it.").first.wait_for()
    matrix.page.evaluate(POSTED, ["contenteditable", TEXT])
    matrix.panel.get_by_text("Posted. Recorded.").first.wait_for()
    kept = matrix.recorded("contenteditable")
    assert lines(kept) == lines(TEXT)
