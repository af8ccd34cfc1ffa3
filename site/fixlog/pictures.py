"""Pictures that other sites show beside a link: one a product and state, drawn from the product's name and a shape."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from fixlog import addresses
from fixlog.book import Book

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1200, 630
"""Pixels, as Open Graph's users crop least."""
EDGE = 90
PAPER, INK, SOFT, DONE, AGAIN = "#fbfaf6", "#1c2028", "#5b5f66", "#17603f", "#7c4a00"
LARGEST, SMALLEST, WORD, SITE = 104, 44, 60, 36
"""Sizes of letters: a product's name at most and at least, the state's word, the site's title."""
LINES = 2
LETTERS = 400
"""So many of a name are looked at; in the smallest size, two lines of the narrowest hold fewer."""


def of_site(book: Book) -> Iterator[tuple[str, str, Callable[[], list[tuple[str, bytes]]]]]:
    """The site's own picture, and one for each product and state there is: its path, its name, and what makes it."""
    say, site = book.say, book.site.title
    wanted = {addresses.picture(card.product, card.state): (card.product, card.state) for card in book.cards}
    for path, (product, state) in sorted(wanted.items()):
        yield path, product, partial(_drawn, path, product, say(f"state_{state}").unescape(), state, site)
    yield addresses.PICTURE, site, partial(_drawn, addresses.PICTURE, site, say("lately").unescape(), "released", "")


def _drawn(path: str, *told: str) -> list[tuple[str, bytes]]:
    return [(path, picture(*told))]


def picture(name: str, word: str, state: str, site: str) -> bytes:
    """A PNG that says the state of something of a product in a word and a shape."""
    from PIL import Image, ImageDraw  # slow to import, and drawn only when a product or a state is new

    colour = {"released": DONE, "regressed": AGAIN}.get(state, INK)
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 26, HEIGHT), fill=colour)
    _mark(draw, state, colour)
    draw.text((EDGE + 130, 150), _readable(word), font=_font(WORD), fill=colour, anchor="lm")
    _name(draw, _readable(name[:LETTERS]))
    draw.text((EDGE, HEIGHT - EDGE), _readable(site)[:60], font=_font(SITE), fill=SOFT, anchor="lm")
    out = io.BytesIO()
    # Few colours are enough for flat shapes and smooth letters, and a quarter of the bytes.
    image.quantize(64, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()


@cache
def _font(size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _readable(text: str) -> str:
    """The text if the font at hand has all its letters, else nothing: better no name than boxes."""
    font = _font(SITE)
    unknown = bytes(font.getmask("\U0010fffd"))
    return text if all(sign.isspace() or bytes(font.getmask(sign)) != unknown for sign in set(text)) else ""


def _name(draw: ImageDraw, name: str) -> None:
    """The name in the largest letters in which it fits two lines; what does not fit is cut."""
    room = WIDTH - 2 * EDGE
    for size in range(LARGEST, SMALLEST - 1, -12):
        font = _font(size)
        lines = _lines(name, lambda text, font=font: bool(font.getlength(text) <= room))
        if len(lines) <= LINES and all(font.getlength(line) <= room for line in lines):
            break
    for number, line in enumerate(lines[:LINES]):
        while font.getlength(line) > room:
            line = f"{line[:-2].rstrip()}…"
        draw.text((EDGE, 300 + number * size * 1.2), line, font=font, fill=INK, anchor="lm")


def _lines(text: str, fits: Any) -> list[str]:
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if fits(longer) or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _mark(draw: ImageDraw, state: str, colour: str) -> None:
    """The state's shape, as pages draw it beside the word."""
    x, y, r = EDGE + 48, 150, 48
    circle = (x - r, y - r, x + r, y + r)
    if state == "released":
        draw.line([(x - 40, y + 4), (x - 12, y + 32), (x + 42, y - 32)], fill=colour, width=16, joint="curve")
    elif state == "regressed":
        draw.arc(circle, 40, 320, fill=colour, width=14)
        draw.polygon([(x + 52, y - 58), (x + 52, y - 8), (x + 8, y - 22)], fill=colour)
    elif state == "wont_fix":
        draw.line([(x - r, y), (x + r, y)], fill=colour, width=14)
    elif state == "investigating":
        draw.ellipse((x - 44, y - 44, x + 20, y + 20), outline=colour, width=13)
        draw.line([(x + 14, y + 14), (x + 44, y + 44)], fill=colour, width=15)
    else:
        draw.ellipse(circle, outline=colour, width=12)
        if state == "in_progress":
            draw.pieslice(circle, -90, 90, fill=colour)
        elif state == "fixed":
            draw.line([(x - 22, y + 2), (x - 6, y + 18), (x + 24, y - 18)], fill=colour, width=12, joint="curve")
