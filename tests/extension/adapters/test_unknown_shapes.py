"""Review pages in the shapes that many sites have in common are read; what only looks like them is left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from extension.adapters.unknown_shapes import REVIEWS, SHAPES, TRAPS, Shape, Told

pytestmark = pytest.mark.browser

READ = """(reader, pages) => pages.map((html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const source = {document: page, url: new URL('https://page.example/'), dates: {language: 'en-GB', now: null}};
  const {items, confidence} = reader.readUnknown(source, null, null);
  return [confidence, items.map(({review: {url, reply, ...rest}, element}) =>
    ({...rest, ...(reply && {reply: reply.text}), placed: page.contains(element)}))];
})"""


def page(shape: Shape) -> str:
    cards = "".join(told.filled(shape.card, shape.answer) for told in REVIEWS)
    return f"<html lang=en><main><h1>Reviews</h1>{shape.around.format(cards)}</main>"


def expected(told: Told, shape: Shape) -> dict[str, Any]:
    every = {
        "author": told.author,
        "title": told.title,
        "text": told.text,
        "rating": {"value": told.stars * shape.out_of // 5, "best": shape.out_of},
        "posted_at": f"2024-05-{told.day:02}",
        "reply": told.reply,
    }
    shown = shape.fields.replace("date", "posted_at").split()
    return {name: every[name] for name in shown if every[name]} | {"placed": True}


@pytest.fixture(scope="module")
def read(modules: Callable[..., Any]) -> dict[str, Any]:
    """All shapes, read in one tab."""
    found = modules("unknown.js", READ, [page(shape) for shape in SHAPES.values()])
    return dict(zip(SHAPES, found, strict=True))


@pytest.mark.parametrize("name", SHAPES)
def test_reviews_are_read_in_every_shape(name: str, read: dict[str, Any]) -> None:
    confidence, reviews = read[name]
    assert reviews == [expected(told, SHAPES[name]) for told in REVIEWS]
    assert 0.5 <= confidence <= 0.95


def test_what_only_looks_like_reviews_is_left_alone(modules: Callable[..., Any]) -> None:
    pages = [head + "".join(told.filled(card) for told in REVIEWS) for head, card in TRAPS.values()]
    found = modules("unknown.js", READ, pages)
    assert dict(zip(TRAPS, found, strict=True)) == {name: [0, []] for name in TRAPS}


def test_of_a_talk_only_what_is_rated_is_a_review(modules: Callable[..., Any]) -> None:
    comment = "<li class=comment><b class=fn>{author}</b><time>{date}</time>%s<p>{text}</p></li>"
    stars = "<img alt='{stars} stars'>"
    comments = "".join(told.filled(comment % (stars * (told.day < 20))) for told in REVIEWS)
    [[_, reviews]] = modules("unknown.js", READ, [f"<h2>Recipe reviews</h2><ol class=comment-list>{comments}</ol>"])
    assert [review["author"] for review in reviews] == ["Marla Quint", "Tobin Ash"]
